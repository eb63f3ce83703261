"""Times so far from the day of the article: "two years ago", "over the next five years"."""

import datetime as dt
import functools
import re
from collections.abc import Iterator
from typing import Literal

from natocheck.claims.mentions.bounds import bound_cue, bound_words
from natocheck.claims.mentions.numerals import cardinal_words, read_words
from natocheck.claims.mentions.patterns import any_of, same
from natocheck.claims.mentions.stretches import Stretch
from natocheck.claims.mentions.timewords import TimeWords
from natocheck.claims.mentions.units import DAY, day_after, unit_after
from natocheck.model.values import Period

_AGO = "ago"
_AHEAD = "from now"
_EXACTLY = "exactly"
# How far from the very day "exactly two years ago" may be, of each unit.
_LEEWAY = {"year": 7, "decade": 7, "month": 2}
_LOWER = {"more-than", "at-least"}
_UPPER = {"less-than", "at-most"}
Said = dict[str, str | None]


@functools.lru_cache(maxsize=8)
def length_pattern(words: TimeWords) -> str:
    """A number of units: "two years", "a decade". Groups: bound, count, unit."""
    bound = rf"(?P<bound>{bound_words(words.numbers)}\s+)?"
    return rf"{bound}{_number(words)}\s+(?P<unit>{any_of(words.units)})"


@functools.lru_cache(maxsize=8)
def sum_pattern(words: TimeWords) -> str:
    """A length that is only the first part of one: "two years and" three months. Group: more."""
    first = rf"{_number(words).replace('?P<count>', '?:')}\s+{any_of(words.units)}"
    return rf"(?P<more>{first}(?:,|\s+and|,\s+and)?\s+)"


def _number(words: TimeWords) -> str:
    return rf"(?<![\w.,$€£-])(?P<count>\d{{1,3}}|{cardinal_words(words.numbers)}|an?)"


@functools.lru_cache(maxsize=8)
def _patterns(words: TimeWords) -> tuple[re.Pattern[str], ...]:
    unit = rf"(?P<unit>{any_of(words.units)})"
    ends = rf"(?P<side>{_AGO}|{_AHEAD})\b"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"{sum_pattern(words)}?{length_pattern(words)}\s+{ends}",
            rf"(?<!\w)(?P<side>last|past|next|coming)\s+{_number(words)}\s+{unit}",
            r"(?<!\w)(?P<side>past)\s+(?P<unit>year|decade)(?!\w)",
            r"(?<=\bthe\s)(?P<side>last)\s+(?P<unit>year|decade|month|week)(?!\w)",
        )
    )


def find_distances(text: str, anchor: dt.date, words: TimeWords) -> Iterator[Stretch]:
    """All times that are told by how far they are from the anchor."""
    for pattern in _patterns(words):
        for match in pattern.finditer(text):
            said = match.groupdict()
            period = _period(said, anchor, words)
            if period is not None:
                named = Period(period.start, period.end, period.grain, match[0])
                relation: Literal["before"] | None = "before" if _is_lower(said, words) else None
                yield Stretch(*match.span(), named, anchored=True, relation=relation)


def _period(said: Said, anchor: dt.date, words: TimeWords) -> Period | None:
    """The days meant; None where they are only the last part of a longer sum."""
    if said.get("more"):
        return None
    count = count_of(said.get("count") or "a", words)
    unit, side = words.units[(said["unit"] or "").lower()], (said["side"] or "").lower()
    try:
        if bound := _bound(said, words):
            return _bounded(anchor, count, unit, bound) if side == _AGO else None
        if same(side) in {_AGO, _AHEAD}:
            return unit_after(anchor, -count if side == _AGO else count, unit)
        if side in {"next", "coming"}:
            return Period(anchor + DAY, day_after(anchor, count, unit), "range")
        return Period(day_after(anchor, -count, unit), anchor, "range")
    except (ValueError, OverflowError):  # before the year 1
        return None


def _bound(said: Said, words: TimeWords) -> str:
    written = said.get("bound")
    return bound_cue(written, words.numbers) if written else ""


def _is_lower(said: Said, words: TimeWords) -> bool:
    """ "More than ten years ago": any day before that one."""
    return _bound(said, words) in _LOWER


def _bounded(anchor: dt.date, count: int, unit: str, bound: str) -> Period:
    """What "nearly", "about" and the like leave of it: one unit on the side that they name.

    "Exactly" is about the very day, not the whole year that it lies in.
    """
    day = day_after(anchor, -count, unit)
    if bound == _EXACTLY:
        leeway = _LEEWAY.get(unit, 0) * DAY
        return Period(day - leeway, min(day + leeway, anchor), "range")
    if bound in _LOWER:
        return unit_after(day, 0, "day")
    earlier = day_after(anchor, -count - 1, unit) if bound in {"just-over", "about"} else day
    later = day if bound == "just-over" else day_after(anchor, 1 - count, unit)
    return Period(earlier, anchor if bound in _UPPER else later, "range")


def count_of(written: str, words: TimeWords) -> int:
    """The value of a number as ``length_pattern`` finds it."""
    plain = same(written)
    if plain in {"a", "an"}:
        return 1
    return int(plain) if plain.isdigit() else int(read_words(plain, words.numbers).value)
