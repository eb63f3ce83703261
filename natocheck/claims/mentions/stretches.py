"""Named parts of time: seasons, quarters, halves, decades, "early", "the end of"."""

import calendar
import datetime as dt
import functools
import math
import re
from collections.abc import Iterator

import msgspec

from natocheck.claims.mentions.dates import month_names, month_number
from natocheck.claims.mentions.lookalikes import YEAR
from natocheck.claims.mentions.patterns import any_of, same
from natocheck.claims.mentions.timewords import TimeWords
from natocheck.model.values import Period

DECADE = r"(?:19|20)\d0s"


class Stretch(msgspec.Struct, frozen=True):
    """A period found, with its place in the text; ``anchored`` if it needed the date."""

    start: int
    end: int
    period: Period
    anchored: bool = False


def find_stretches(text: str, anchor: dt.date | None, words: TimeWords) -> Iterator[Stretch]:
    """Stretches of a year, month or decade that is named, or next to the anchor's."""
    yield from _parts(text, anchor, words)
    yield from _seasons(text, words)
    yield from _decades(text)


@functools.lru_cache(maxsize=8)
def _part_pattern(words: TimeWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:(?P<quarter>(?i:{any_of(words.quarters)}))\s+(?:(?i:of)\s+)?"
        rf"|(?P<part>(?i:{any_of(w for w in words.parts if w != 'mid-')}|mid))[\s-]+)"
        rf"(?:the\s+)?(?:(?P<month>{month_names(words)})(?:,?\s+(?:of\s+)?(?P<my>{YEAR})(?!\w))?"
        rf"|(?P<year>{YEAR})(?![\w%]|[.,]\d|-\d)|(?P<decade>{DECADE})"
        rf"|(?P<relative>(?i:this|last|next))\s+(?P<unit>(?i:year|month)))(?!\w)"
    )


def _parts(text: str, anchor: dt.date | None, words: TimeWords) -> Iterator[Stretch]:
    for match in _part_pattern(words).finditer(text):
        base = _base(match, anchor, words)
        anchored = not (match["my"] or match["year"] or match["decade"])
        if base is None or (match["quarter"] and base.grain != "year"):
            continue
        if match["quarter"]:
            quarter = words.quarters[same(match["quarter"])]
            period = part_of(base, 25 * (quarter - 1), 25 * quarter)
            period = msgspec.structs.replace(period, grain="quarter")
        else:
            low, _, high = words.parts[same(match["part"])].partition("-")
            period = part_of(base, int(low), int(high))
        yield Stretch(*match.span(), msgspec.structs.replace(period, text=match[0]), anchored)


def _base(match: re.Match[str], anchor: dt.date | None, words: TimeWords) -> Period | None:
    if match["decade"]:
        return decade(int(match["decade"][:4]))
    if match["year"]:
        return year(int(match["year"]))
    if match["my"]:
        return month(int(match["my"]), month_number(match["month"], words))
    if anchor is None:
        return None
    if match["month"]:
        return nearest_month(anchor, month_number(match["month"], words))
    step = {"last": -1, "this": 0, "next": 1}[match["relative"].lower()]
    if match["unit"].lower() == "year":
        return year(anchor.year + step)
    return month_after(anchor, step)


def part_of(base: Period, low: int, high: int) -> Period:
    """The days from ``low`` to ``high`` percent of a period, in whole months, years or days."""
    if base.grain == "decade":
        first, last = math.floor(low / 10), math.ceil(high / 10)
        start = base.start.year
        return Period(dt.date(start + first, 1, 1), dt.date(start + last - 1, 12, 31), "range")
    if base.grain == "year":
        first, last = math.floor(low * 12 / 100) + 1, math.ceil(high * 12 / 100)
        end = month(base.start.year, last).end
        return Period(base.start.replace(month=first), end, "range")
    days = base.end.day
    first, last = math.floor(low * days / 100) + 1, math.ceil(high * days / 100)
    return Period(base.start.replace(day=first), base.start.replace(day=last), "range")


def year(number: int) -> Period:
    """All days of a year."""
    return Period(dt.date(number, 1, 1), dt.date(number, 12, 31), "year")


def month(year_number: int, number: int) -> Period:
    """All days of a month."""
    last = calendar.monthrange(year_number, number)[1]
    first = dt.date(year_number, number, 1)
    return Period(first, first.replace(day=last), "month")


def month_after(day: dt.date, count: int) -> Period:
    """The month that lies ``count`` months after that of ``day`` (before, if negative)."""
    index = day.year * 12 + day.month - 1 + count
    return month(index // 12, index % 12 + 1)


def nearest_month(anchor: dt.date, number: int) -> Period:
    """The month of that number nearest to the anchor's; the past one of two as near."""
    step = (number - anchor.month + 6) % 12 - 6
    return month_after(anchor, step)


def decade(first: int) -> Period:
    """Ten years from ``first``."""
    return Period(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade")


def season(name: str, number: int, words: TimeWords) -> Period:
    """The season that begins in a year."""
    first, _, last = words.seasons[name].partition("/")
    start = dt.date.fromisoformat(f"{number}-{first}")
    end = dt.date.fromisoformat(f"{number}-{last}")
    return Period(start, end if end > start else end.replace(year=number + 1), "season")


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


def _decades(text: str) -> Iterator[Stretch]:
    for match in re.finditer(rf"(?<![\w$€£]){DECADE}\b", text):
        period = msgspec.structs.replace(decade(int(match[0][:4])), text=match[0])
        yield Stretch(*match.span(), period)
