"""Named parts of time: seasons, quarters, halves, decades, "early", "the end of"."""

import datetime as dt
import functools
import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from natocheck.claims.mentions.bases import WHOLE_YEAR, Said, base_of, base_pattern, is_anchored
from natocheck.claims.mentions.decades import find_decades, is_age
from natocheck.claims.mentions.lookalikes import YEAR
from natocheck.claims.mentions.patterns import any_of, same
from natocheck.claims.mentions.timewords import TimeWords
from natocheck.claims.mentions.units import part_of, season
from natocheck.model.values import Period


class Stretch(msgspec.Struct, frozen=True):
    """A period found, with its place in the text; ``anchored`` if it needed the date.

    ``relation`` is how the sentence stands to it where its own words say so.
    """

    start: int
    end: int
    period: Period
    anchored: bool = False
    relation: Literal["before"] | None = None


def find_stretches(text: str, anchor: dt.date | None, words: TimeWords) -> Iterator[Stretch]:
    """Stretches of a year, month or decade that is named, or next to the anchor's."""
    yield from _parts(text, anchor, words)
    yield from _seasons(text, words)
    for start, end, period in find_decades(text, words):
        yield Stretch(start, end, period)


@functools.lru_cache(maxsize=8)
def _part_patterns(words: TimeWords) -> tuple[re.Pattern[str], ...]:
    quarter = rf"(?P<quarter>(?i:{any_of(words.quarters)}))"
    parts = rf"(?P<part>(?i:{any_of(w for w in words.parts if w != 'mid-')}|mid))"
    opener = rf"(?<!\w)(?:{quarter}\s+(?:(?i:of)\s+)?|{parts}[\s-]+)(?:the\s+)?"
    after = rf"(?:['’]s)?\s+(?:the\s+)?(?:{quarter}|(?P<part>(?i:H1|H2)))(?!\w)"
    return re.compile(opener + base_pattern(words)), re.compile(WHOLE_YEAR + after)


def _parts(text: str, anchor: dt.date | None, words: TimeWords) -> Iterator[Stretch]:
    for pattern in _part_patterns(words):
        for match in pattern.finditer(text):
            said = match.groupdict()
            base = base_of(said, anchor, words) if not is_age(text, match.start()) else None
            if base is not None and not (said["quarter"] and base.grain != "year"):
                period = msgspec.structs.replace(_part(base, said, words), text=match[0])
                yield Stretch(*match.span(), period, is_anchored(said))


def _part(base: Period, said: Said, words: TimeWords) -> Period:
    if said["quarter"]:
        quarter = words.quarters[same(said["quarter"])]
        period = part_of(base, 25 * (quarter - 1), 25 * quarter)
        return msgspec.structs.replace(period, grain="quarter")
    low, _, high = words.parts[same(said["part"] or "")].partition("-")
    return part_of(base, int(low), int(high))


def _seasons(text: str, words: TimeWords) -> Iterator[Stretch]:
    """A season of a year. "Winter 2022" could be either end of it, so it is left out."""
    pattern = (
        rf"(?<!\w)(?P<name>(?i:{any_of(words.seasons)}))(?:,|\s+of)?\s+"
        rf"(?P<year>{YEAR})(?P<next>\s?[-–/]\s?(?:{YEAR}|\d\d))?(?![\w%]|[.,]\d)"
    )
    for match in re.finditer(pattern, text):
        period = season(match["name"].lower(), int(match["year"]), words)
        if (period.end.year > period.start.year) == bool(match["next"]):
            yield Stretch(*match.span(), msgspec.structs.replace(period, text=match[0]))
