"""Times by their distance from another one: "three years later", "a decade earlier"."""

import functools
import re
from collections.abc import Iterator

from msgspec.structs import replace

from natocheck.claims.mentions.anchors import Sought
from natocheck.claims.mentions.lengths import Length, length_of, length_pattern, sum_pattern
from natocheck.claims.mentions.patterns import any_of, same
from natocheck.claims.mentions.referring import Referring, direction_of, nothing
from natocheck.claims.mentions.timewords import TimeWords
from natocheck.claims.mentions.units import DAY, day_after, year
from natocheck.model.values import Period

# How many days each unit has, and how many more or less writers allow themselves.
_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}
_SLACK = {"day": 0, "week": 3, "month": 15, "year": 183}


def find_intervals(text: str, words: TimeWords) -> Iterator[Referring]:
    """All distances from a time that is not named beside them."""
    for match in _pattern(words).finditer(text):
        step = words.sides[same(match["side"])]
        length = length_of(match.groupdict(), words)
        read = nothing
        if length is not None and not match["bound"] and not match["more"]:
            read = functools.partial(_moved, step=step, length=length)
        yield Referring(*match.span(), direction_of(step), read)


@functools.lru_cache(maxsize=8)
def _pattern(words: TimeWords) -> Sought:
    side = rf"(?P<side>{any_of(words.sides)})(?!\s+than\b)"
    said = rf"{sum_pattern(words)}?{length_pattern(words)}\s+{side}"
    return Sought(said, words.units, words.sides, flags=re.IGNORECASE)


def _moved(base: Period, step: int, length: Length) -> Period | None:
    """So many units from a time that is told at least as finely as they are."""
    count, unit = step * length.count, length.unit
    if (base.end - base.start).days >= _DAYS[unit]:
        return None
    if base.grain == "year" and unit == "year":
        return replace(year(base.start.year + count), slack=length.slack)
    slack = _SLACK[unit] * DAY
    first, last = day_after(base.start, count, unit), day_after(base.end, count, unit)
    return Period(first - slack, last + slack, "range" if slack else "day", slack=length.slack)
