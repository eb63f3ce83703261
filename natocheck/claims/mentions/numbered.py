"""Numbered parts of time: "the last day of March 2023", "the first Friday of next month"."""

import datetime as dt
import functools
import re
from collections.abc import Iterator

from natocheck.claims.mentions.bases import base_of, base_pattern, is_anchored
from natocheck.claims.mentions.patterns import any_of, same
from natocheck.claims.mentions.stretches import Stretch
from natocheck.claims.mentions.timewords import TimeWords
from natocheck.claims.mentions.units import DAY, month, unit_after
from natocheck.model.values import Period

_LAST = ("last", "final")
# "The first week" may be the days up to the first Sunday or the first from Monday on.
_WEEK_SLACK = 3 * DAY


def find_numbered(text: str, anchor: dt.date | None, words: TimeWords) -> Iterator[Stretch]:
    """Days, weeks, months and weekdays that are told by their number in a longer time."""
    for match in _pattern(words).finditer(text):
        said = match.groupdict()
        base = base_of(said, anchor, words)
        number, part = same(match["number"]), same(match["part"])
        place = -1 if number in _LAST else int(words.numbers.ordinals[number]) - 1
        period = _part(base, place, part, words) if base is not None else None
        if period is not None:
            named = Period(period.start, period.end, period.grain, match[0])
            yield Stretch(*match.span(), named, is_anchored(said))


@functools.lru_cache(maxsize=8)
def _pattern(words: TimeWords) -> re.Pattern[str]:
    small = [word for word, value in words.numbers.ordinals.items() if value <= 31]
    part = any_of(["day", "week", "month", *words.weekdays])
    return re.compile(
        rf"(?<!\w)(?P<number>(?i:{any_of([*small, *_LAST])}))\s+(?P<part>(?i:{part}))\s+"
        rf"(?:(?i:of|in)\s+)?(?:the\s+)?{base_pattern(words)}"
    )


def _part(base: Period, place: int, part: str, words: TimeWords) -> Period | None:
    """The part of ``base`` at a place counted from 0, or from its end with -1."""
    if part == "week":
        return _week(base, place)
    if part == "month":
        months = range(1, 13) if base.grain == "year" else ()
        return month(base.start.year, months[place]) if place < len(months) else None
    days = [base.start + n * DAY for n in range((base.end - base.start).days + 1)]
    if part != "day":
        days = [day for day in days if day.weekday() == words.weekdays[part]]
    return unit_after(days[place], 0, "day") if place < len(days) else None


def _week(base: Period, place: int) -> Period | None:
    if place < 0:
        return Period(base.end - 6 * DAY - _WEEK_SLACK, base.end, "range")
    start = base.start + place * 7 * DAY
    first, last = max(base.start, start - _WEEK_SLACK), start + 6 * DAY + _WEEK_SLACK
    return Period(first, min(base.end, last), "range") if start < base.end else None
