"""Dates as written: days, months and years that name themselves, and ranges of them."""

import calendar
import datetime as dt
import functools
import itertools
import re
from collections.abc import Iterable, Iterator

import msgspec
from msgspec.structs import replace

from natocheck.claims.mentions.lookalikes import YEAR
from natocheck.claims.mentions.numericdates import find_numeric
from natocheck.claims.mentions.patterns import any_of
from natocheck.claims.mentions.timewords import TimeWords
from natocheck.model.values import Grain, Period

DASH = re.compile(r"\s?[-–—‑]\s?")
JOINED = re.compile(r"\s?[-–—‑]\s?|,?\s+(?:and|or|to|through|until|till)\s+(?:the\s+)?|,\s+")
TO = re.compile(r",?\s+(?:to|through|until|till|up to)\s+(?:the\s+)?", re.IGNORECASE)
YEAR_TOKEN = rf"(?<![\w$€£#])(?<![\w.,/–-][.,/-])(?P<year>{YEAR})(?![\w%]|[.,/]\d|-\d)"


class Stamp(msgspec.Struct, frozen=True):
    """A year, month or day, of which the larger parts may be missing."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def period(self) -> Period:
        """All its days. Raises ValueError without a year, or if there is no such day."""
        if self.year is None:
            raise ValueError("a date without a year")
        if self.month is None:
            return Period(dt.date(self.year, 1, 1), dt.date(self.year, 12, 31), "year")
        if self.day is None:
            last = calendar.monthrange(self.year, self.month)[1]
            first = dt.date(self.year, self.month, 1)
            return Period(first, first.replace(day=last), "month")
        day = dt.date(self.year, self.month, self.day)
        return Period(day, day, "day")


class Reading(msgspec.Struct, frozen=True):
    """A stretch from one stamp to another (often the same) and where it stands."""

    start: int
    end: int
    first: Stamp
    last: Stamp
    span: bool = False

    def period(self, text: str) -> Period:
        """All days of the stretch. Raises ValueError if an end of it does not exist."""
        first, last = self.first.period(), self.last.period()
        if first.start > last.end:
            raise ValueError("a stretch that ends before it begins")
        grain: Grain = first.grain if self.first == self.last else "range"
        return Period(first.start, last.end, grain, text[self.start : self.end])


def find_readings(text: str, words: TimeWords) -> list[Reading]:
    """Every date, month with a year, and year of ``text``, ranges joined, in order."""
    found: list[Reading] = []
    for reader in (_digits, _days, _months, _short_ranges):
        _add(found, reader(text, words))
    _add(found, _years(text, words, found))
    joined = _join(text, sorted(found, key=lambda one: one.start))
    return [_from_day(text, one, words) for one in joined]


def _add(found: list[Reading], more: Iterator[Reading]) -> None:
    for one in more:
        if all(one.end <= other.start or one.start >= other.end for other in found):
            found.append(one)


@functools.lru_cache(maxsize=8)
def month_names(words: TimeWords) -> str:
    """Capitalised month names, so that "may" and "march" are left alone."""
    full = [name for name in words.months if not _abbreviates(name, words)]
    short = [name for name in words.months if _abbreviates(name, words)]
    return rf"(?:{any_of(_capitalised(full))}|{any_of(_capitalised(short))}\.?)"


def _abbreviates(name: str, words: TimeWords) -> bool:
    return any(other != name and other.startswith(name) for other in words.months)


def _capitalised(names: Iterable[str]) -> list[str]:
    return [form for name in names for form in (name.title(), name.upper())]


@functools.lru_cache(maxsize=8)
def _day(words: TimeWords) -> str:
    tens = any_of(w for w, v in words.numbers.cardinals.items() if v in (20, 30))
    ordinals = any_of(w for w, v in words.numbers.ordinals.items() if v <= 30)
    worded = rf"(?:{tens}[-\s])?{ordinals}"
    return rf"(?i:\d{{1,2}}(?:st|nd|rd|th)?(?!\w)(?![.,:]\d)|{worded})"


@functools.lru_cache(maxsize=8)
def _days_patterns(words: TimeWords) -> tuple[re.Pattern[str], ...]:
    day, month = _day(words), month_names(words)
    weekday = any_of(_capitalised(words.weekdays))
    run = rf"(?:\s?[-–—]\s?|\s+(?:to|until|till|through)\s+)(?:the\s+)?{day}"
    listed = rf"(?:,\s+{day})*,?\s+and\s+(?:the\s+)?{day}"
    days = rf"(?P<days>{day}(?:{run}|{listed})?)"
    opener = rf"(?<![\w$€£.,/])(?<!\d-)(?:{weekday}\.?,?\s+)?(?:(?i:the)\s+)?"
    things = any_of(words.numbers.counted_things)
    # A year out of reach, "5 December 1391", leaves no day that could be the nearest one.
    year = (
        rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR})(?![\w%]|[.,]\d|\s+{things})"
        rf"|(?!\w|,?\s+\d{{4}}\b(?!\s+{things})))"
    )
    dotted = rf"\.(?=\s+{month},?\s+{YEAR})"
    amount = any_of([*words.numbers.units, *words.numbers.scales])
    return (
        re.compile(rf"{opener}{days}(?:\s+of|{dotted})?\s+(?P<month>{month}){year}"),
        re.compile(rf"{opener}(?P<month>{month})\s+(?:the\s+)?{days}(?!\s?(?i:{amount})){year}"),
    )


def _digits(text: str, words: TimeWords) -> Iterator[Reading]:
    for one in find_numeric(text):
        if one.order is not None:
            stamp = Stamp(*one.order)
            yield Reading(one.start, one.end, stamp, stamp)


def _days(text: str, words: TimeWords) -> Iterator[Reading]:
    for pattern in _days_patterns(words):
        for match in pattern.finditer(text):
            yield from _split_days(match, words)


def _split_days(match: re.Match[str], words: TimeWords) -> Iterator[Reading]:
    """One reading for a day or a run of days; one for each of days that do not follow."""
    month = month_number(match["month"], words)
    year = int(match["year"]) if match["year"] else None
    days = [(_day_number(one[0], words), one.span()) for one in _each_day(match, words)]
    numbers = [number for number, _ in days]
    steps = {late - early for early, late in itertools.pairwise(numbers)}
    listed = re.search(r"\band\b|,", match["days"]) is not None
    if listed and steps != {1} and len(days) > 1:
        shift = match.start("days")
        starts = [match.start(), *(shift + start for _, (start, _) in days[1:])]
        ends = [*(shift + end for _, (_, end) in days[:-1]), match.end()]
        for number, start, end in zip(numbers, starts, ends, strict=True):
            stamp = Stamp(year, month, number)
            yield Reading(start, end, stamp, stamp)
    else:
        first, last = Stamp(year, month, numbers[0]), Stamp(year, month, numbers[-1])
        yield Reading(*match.span(), first, last)


def _each_day(match: re.Match[str], words: TimeWords) -> Iterator[re.Match[str]]:
    return re.finditer(_day(words), match["days"])


def _day_number(written: str, words: TimeWords) -> int:
    if written[0].isdigit():
        return int(re.sub(r"\D", "", written))
    parts = re.findall(r"[a-z]+", written.lower())
    numbers = words.numbers
    return int(sum(numbers.ordinals.get(p, numbers.cardinals.get(p, 0)) for p in parts))


def month_number(name: str, words: TimeWords) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return words.months[name.lower().rstrip(".")]


def _months(text: str, words: TimeWords) -> Iterator[Reading]:
    """Months with a year, and those before them that share it: "June and July 2024"."""
    name = month_names(words)
    year = rf"(?:\s?,|\s+of)?\s+(?:the\s+year\s+)?{YEAR_TOKEN}"
    joiner = r"(?:\s?[-–—]\s?|,?\s+(?:and|or|to|until|till|through)\s+)"
    for match in re.finditer(rf"(?<!\w)(?P<month>{name})(?={joiner}{name}{year})", text):
        yield _month_reading(match, words)
    for match in re.finditer(rf"(?P<month>{name}){year}", text):
        yield _month_reading(match, words)
    yield from _months_after_years(text, words)


def _months_after_years(text: str, words: TimeWords) -> Iterator[Reading]:
    """ "2015 June": only where no verb can follow, since "In 2016 May became …"."""
    last = rf"(?=\s+(?:and|to|until|till|through)\s+{YEAR}(?!\d)|[.;)]|$)"
    for match in re.finditer(rf"{YEAR_TOKEN},?\s+(?P<month>{month_names(words)}){last}", text):
        yield _month_reading(match, words)


def _month_reading(match: re.Match[str], words: TimeWords) -> Reading:
    stamp = Stamp(int(match["year"]), month_number(match["month"], words))
    return Reading(*match.span(), stamp, stamp)


def _short_ranges(text: str, words: TimeWords) -> Iterator[Reading]:
    """ "2014-2024", "2014–24"; a second part that is no later year is no range."""
    pattern = rf"(?<![\w.,/-])(?P<low>{YEAR})(?:\s?[-–—]\s?)(?P<high>{YEAR}|\d\d)(?![\w%]|[.,-]\d)"
    for match in re.finditer(pattern, text):
        low, high = int(match["low"]), int(match["high"])
        high = high if high > 100 else low - low % 100 + high
        if low < high:
            yield Reading(*match.span(), Stamp(low), Stamp(high), span=True)


def _years(text: str, words: TimeWords, dates: list[Reading]) -> Iterator[Reading]:
    """Bare years: after a preposition, before a noun, or in a list with such a year."""
    tokens = [
        match
        for match in re.finditer(YEAR_TOKEN, text)
        if not any(one.start <= match.start() < one.end for one in dates)
        and not _is_amount(text, match, words)
    ]
    sure = {
        match.start()
        for match in tokens
        if _is_sure_year(text, match, words) or _closes_range(text, match, dates)
    }
    for left, right in [*itertools.pairwise(tokens)] * 2:
        if sure & {left.start(), right.start()} and _listed(text[left.end() : right.start()]):
            sure |= {left.start(), right.start()}
    for match in tokens:
        if match.start() in sure:
            stamp = Stamp(int(match["year"]))
            yield Reading(*match.span(), stamp, stamp)


def _closes_range(text: str, match: re.Match[str], dates: list[Reading]) -> bool:
    """Whether "and", "to" and the like join a bare year to a date before it."""
    ends = [one.end for one in dates if one.end < match.start() and one.last.year]
    return any(
        re.fullmatch(r"\s+(?:and|to|until|till|through)\s+", text[end : match.start()])
        for end in ends
    )


def _listed(gap: str) -> bool:
    return gap.strip() in {",", "and", "or", ", and", "to", "through", "–", "-", "—", "until"}


def _is_amount(text: str, match: re.Match[str], words: TimeWords) -> bool:
    numbers, rest = words.numbers, text[match.end() :]
    amount = any_of([*numbers.units, *numbers.scales, *numbers.counted_things])
    between = rf"(?!{any_of(numbers.cardinals)}\b)[a-z]+"
    if re.match(rf"[\s-]?{amount}|\s+{between}\s+{any_of(numbers.counted_things)}", rest, re.I):
        return True
    round_number = int(match["year"]) % 50 == 0
    return round_number and re.match(r"\s+[a-z]+s\b", rest) is not None


@functools.lru_cache(maxsize=8)
def _year_opener(words: TimeWords) -> re.Pattern[str]:
    after = any_of([*words.relations, "between", "than", "circa", "and between", "to"])
    fillers = rf"(?:{any_of(words.fillers)}\s+)*"
    openers = "|".join(re.escape(word) for word in words.year_openers)
    named = r"\byears?(?:,|:|\s[–—])\s+"  # "in the same year, 1952"
    return re.compile(
        rf"(?:{named}|{after}\s+{fillers}|\((?:in\s+)?|(?P<noun>(?:(?<!\w)|(?<=\w)(?=['’s]))(?:{openers})\s+))$",
        re.IGNORECASE,
    )


def _is_sure_year(text: str, match: re.Match[str], words: TimeWords) -> bool:
    opener = _year_opener(words).search(text[: match.start()])
    if not opener:
        return False
    return opener["noun"] is None or re.match(r"[\s-]+[A-Za-z]", text[match.end() :]) is not None


def _join(text: str, found: list[Reading]) -> list[Reading]:
    """Make ranges: "from A to B", "between A and B", "A–B"; B's year serves for A."""
    joined: list[Reading] = []
    for one in _share_years(text, found):
        start = _range_start(text, joined[-1], one) if joined else None
        if start is None:
            joined.append(one)
        else:
            first = joined.pop().first
            joined.append(Reading(start, one.end, first, one.last, span=True))
    return [_from_start(text, one) for one in joined]


def _share_years(text: str, found: list[Reading]) -> list[Reading]:
    """Give a day without a year that of the day it is joined to: "1 March to 5 May 2024"."""
    shared: list[Reading] = []
    for one in reversed(found):
        right = shared[-1] if shared else None
        if right and right.first.month and JOINED.fullmatch(text[one.end : right.start]):
            one = replace(
                one,
                first=_with_year(one.first, right.first),
                last=_with_year(one.last, right.first),
            )
        shared.append(one)
    return shared[::-1]


def _range_start(text: str, left: Reading, right: Reading) -> int | None:
    gap, before = text[left.end : right.start], text[: left.start]
    if left.span or not _may_join(before, left, right):
        return None
    if between := re.search(r"(?i)\bbetween\s+(?:the\s+)?$", before):
        return between.start() if re.fullmatch(r"\s+and\s+(?:the\s+)?", gap) else None
    if DASH.fullmatch(gap) or TO.fullmatch(gap):
        return left.start
    return None


def _may_join(before: str, left: Reading, right: Reading) -> bool:
    """Whether the second is later, and of the same grain unless "from", "between" stand there."""
    opened = re.search(r"(?i)\b(?:from|between)\s+(?:the\s+)?$", before) is not None
    dated = left.first.year is not None and right.last.year is not None
    same_grain = _grain(left.first) == _grain(right.first) or (opened and dated)
    return same_grain and _key(left.first) < _key(right.last)


def _grain(stamp: Stamp) -> tuple[bool, bool]:
    return stamp.month is None, stamp.day is None


def _key(stamp: Stamp) -> tuple[int, int, int]:
    return stamp.year or 0, stamp.month or 0, stamp.day or 0


def _with_year(stamp: Stamp, other: Stamp) -> Stamp:
    return replace(stamp, year=other.year) if stamp.year is None else stamp


def _from_start(text: str, one: Reading) -> Reading:
    """Take in the word before a stretch: "from 9 to 11 July", "between 2014 and 2024"."""
    before = re.search(r"(?i)\b(?:from|between)\s+(?:the\s+)?$", text[: one.start])
    if before is None or one.first == one.last:
        return one
    return replace(one, start=before.start(), span=True)


def _from_day(text: str, one: Reading, words: TimeWords) -> Reading:
    """Take in a first day without a month: "from the 28th to January 3" starts in December."""
    pattern = rf"(?i)\bfrom\s+(?:the\s+)?(?P<day>{_day(words)})\s+(?:to|until|through)\s+$"
    before = re.search(pattern, text[: one.start])
    if before is None or one.first != one.last or one.last.day is None:
        return one
    first = replace(one.last, day=_day_number(before["day"], words))
    if _key(first) >= _key(one.last):
        first = _month_before(first)
    return Reading(before.start(), one.end, first, one.last, span=True)


def _month_before(stamp: Stamp) -> Stamp:
    month = stamp.month or 1
    year = stamp.year - 1 if stamp.year is not None and month == 1 else stamp.year
    return replace(stamp, year=year, month=(month - 2) % 12 + 1)
