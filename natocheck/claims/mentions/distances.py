"""Times so far from the day of the article: "two years ago", "over the next five years"."""

import datetime as dt
import functools
import re
from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from natocheck.claims.mentions.anchors import Sought
from natocheck.claims.mentions.bounds import bound_cue
from natocheck.claims.mentions.lengths import (
    Length,
    length_of,
    length_pattern,
    number_pattern,
    sum_pattern,
)
from natocheck.claims.mentions.patterns import any_of, same
from natocheck.claims.mentions.stretches import Stretch
from natocheck.claims.mentions.timewords import TimeWords
from natocheck.claims.mentions.units import DAY, day_after, unit_after
from natocheck.model.values import Period

_AGO = "ago"
_AHEAD = "from now"
_EXACTLY = "exactly"
# How far from the very day "exactly two years ago" may be, of each unit.
_LEEWAY = {"year": 7, "month": 2}
_LOWER = {"more-than", "at-least"}
_UPPER = {"less-than", "at-most"}
Said = dict[str, str | None]


@functools.lru_cache(maxsize=8)
def _patterns(words: TimeWords) -> tuple[Sought, ...]:
    unit = rf"(?P<unit>{any_of(words.units)})"
    days = any_of(["today", "yesterday", "tomorrow", *(f"on {day}" for day in words.weekdays)])
    near = rf"(?:,?\s+(?P<near>{days}|this\s+week|this\s+month|to\s+the\s+day)\b)?"
    ends = rf"(?P<side>{_AGO}|{_AHEAD})\b{near}"
    sides, wholes = ("last", "past", "next", "coming"), ("year", "decade", "month", "week")
    sought = (
        (rf"{sum_pattern(words)}?{length_pattern(words)}\s+{ends}", (_AGO, _AHEAD), words.units),
        (
            rf"(?<!\w)(?P<side>{'|'.join(sides)})\s+{number_pattern(words)}\s+{unit}",
            sides,
            words.units,
        ),
        (r"(?<!\w)(?P<side>past)\s+(?P<unit>year|decade)(?!\w)", ("past",), wholes),
        (r"(?<=\bthe\s)(?P<side>last)\s+(?P<unit>year|decade|month|week)(?!\w)", ("last",), wholes),
    )
    return tuple(Sought(pattern, *needed, flags=re.IGNORECASE) for pattern, *needed in sought)


def find_distances(text: str, anchor: dt.date, words: TimeWords) -> Iterator[Stretch]:
    """All times that are told by how far they are from the anchor."""
    for pattern in _patterns(words):
        for match in pattern.finditer(text):
            said = match.groupdict()
            period = _period(said, anchor, words)
            if period is not None:
                named = replace(period, text=match[0])
                relation: Literal["before"] | None = "before" if _is_lower(said, words) else None
                yield Stretch(*match.span(), named, anchored=True, relation=relation)


def _period(said: Said, anchor: dt.date, words: TimeWords) -> Period | None:
    """The days meant; None where they are only the last part of a longer sum."""
    length = None if said.get("more") else length_of(said, words)
    try:
        return None if length is None else _placed(said, anchor, length, words)
    except (ValueError, OverflowError):  # before the year 1
        return None


def _placed(said: Said, anchor: dt.date, length: Length, words: TimeWords) -> Period | None:
    count, unit, side = length.count, length.unit, same(said["side"] or "")
    if bound := _bound(said, words):
        return _bounded(anchor, length, bound) if side == _AGO else None
    if side in {_AGO, _AHEAD}:
        return _away(said, anchor, -count if side == _AGO else count, length, words)
    if side in {"next", "coming"}:
        return Period(anchor + DAY, day_after(anchor, count, unit), "range")
    return Period(day_after(anchor, -count, unit), anchor, "range")


def _away(
    said: Said, anchor: dt.date, count: int, length: Length, words: TimeWords
) -> Period | None:
    """ "Two years ago" is a year, "two years ago today" a day, "two decades ago" some years."""
    near = same(said.get("near") or "")
    if near:
        base = _near(near, anchor, words)
        start, end = (day_after(day, count, length.unit) for day in (base.start, base.end))
        return Period(start, end, "day" if start == end else "range")
    return replace(unit_after(anchor, count, length.unit), slack=length.slack)


def _near(said: str, anchor: dt.date, words: TimeWords) -> Period:
    """The day, week or month that "ago" counts from."""
    if said.startswith("this "):
        return unit_after(anchor, 0, said.removeprefix("this "))
    if said.startswith("on "):
        back = (anchor.weekday() - words.weekdays[said.removeprefix("on ")]) % 7
        return unit_after(anchor, -back, "day")
    return unit_after(anchor, {"yesterday": -1, "tomorrow": 1}.get(said, 0), "day")


def _bound(said: Said, words: TimeWords) -> str:
    written = said.get("bound")
    return bound_cue(written, words.numbers) if written else ""


def _is_lower(said: Said, words: TimeWords) -> bool:
    """ "More than ten years ago": any day before that one."""
    return _bound(said, words) in _LOWER


def _bounded(anchor: dt.date, length: Length, bound: str) -> Period:
    """What "nearly", "about" and the like leave of it: one step on the side that they name.

    "Exactly" is about the very day, not the whole year that it lies in.
    """
    count, unit, step = length.count, length.unit, 2 * length.slack or 1
    day = day_after(anchor, -count, unit)
    if bound == _EXACTLY:
        leeway = _LEEWAY.get(unit, 0) * DAY
        return Period(day - leeway, min(day + leeway, anchor), "range")
    if bound in _LOWER:
        return unit_after(day, 0, "day")
    earlier = day_after(anchor, -count - step, unit) if bound in {"just-over", "about"} else day
    later = day if bound == "just-over" else day_after(anchor, step - count, unit)
    return Period(earlier, anchor if bound in _UPPER else later, "range")
