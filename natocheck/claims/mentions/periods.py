"""Finding the periods of a sentence: dates, months, years, and times told from a day.

Text in, spans with periods out. A word that is also a verb or a name ("may", "march",
"2014 people") is a time only where its context says so.
"""

import contextlib
import datetime as dt
import functools
import re
from collections.abc import Iterable, Iterator
from typing import Literal, cast

import msgspec
from msgspec.structs import replace

from natocheck.claims.mentions.bases import STEPS
from natocheck.claims.mentions.dates import Reading, find_readings
from natocheck.claims.mentions.intervals import find_intervals
from natocheck.claims.mentions.numbered import find_numbered
from natocheck.claims.mentions.patterns import any_of, same
from natocheck.claims.mentions.pointers import find_pointers
from natocheck.claims.mentions.referring import Referring
from natocheck.claims.mentions.relative import find_relative
from natocheck.claims.mentions.stretches import Stretch, find_stretches
from natocheck.claims.mentions.timewords import TimeWords, time_words
from natocheck.claims.mentions.vague import find_vague
from natocheck.model.values import Period

__all__ = [
    "FoundPeriod",
    "PeriodRelation",
    "TimeWords",
    "find_periods",
    "find_referring",
    "relation_of",
    "time_words",
]

PeriodRelation = Literal["in", "since", "until", "by", "before", "after", "for", "span"]
BESIDE = re.compile(r"\s+(?:of\s+)?(?P<step>last|this|next)\s+year\b", re.IGNORECASE)
CLOSE = dt.timedelta(days=31)
_RECENT = dt.timedelta(days=60)


class FoundPeriod(msgspec.Struct, frozen=True):
    """A period and its span, and how the sentence stands to it ("since", "by", "in").

    The span leaves out the preposition, except "from" and "between" of a range
    (relation "span"). ``anchored``: the date of the article was needed to read it.
    """

    start: int
    end: int
    period: Period
    relation: PeriodRelation
    anchored: bool


def find_periods(text: str, anchor: dt.date | None, words: TimeWords) -> tuple[FoundPeriod, ...]:
    """The periods of ``text``, in order, none overlapping another.

    ``anchor`` is the date of the article; without one, times that need it ("last
    June") are left out. A day or month without a year is the one nearest to the
    anchor, a weekday the latest one up to it. Days that do not exist are no periods.
    """
    readings = find_readings(text, words)
    stretches = [
        *find_numbered(text, anchor, words),
        *find_stretches(text, anchor, words),
        *_resolved(text, readings, anchor, words),
        *(find_relative(text, anchor, words) if anchor else ()),
    ]
    kept = _without_doubtful(_apart(stretches))
    spans = {(one.start, one.end) for one in readings if one.span}
    found = (_found(text, one, (one.start, one.end) in spans, words) for one in kept)
    return tuple(sorted(found, key=lambda one: one.start))


def find_referring(text: str, words: TimeWords) -> tuple[Referring, ...]:
    """The times of ``text`` that are told from another one, or that none could settle."""
    found: list[Referring] = []
    for reader in (find_pointers, find_intervals, find_vague):
        for one in reader(text, words):
            if all(one.end <= other.start or one.start >= other.end for other in found):
                found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def relation_of(before: str, words: TimeWords) -> PeriodRelation:
    """How the words before a time relate the sentence to it: "by", "since", else "in"."""
    match = _relation_pattern(words).search(before[-60:])
    return cast(PeriodRelation, words.relations[same(match["word"])]) if match else "in"


def _without_doubtful(kept: Iterable[Stretch]) -> list[Stretch]:
    """Leave out days without a year beside a year that is not the one they resolve to.

    In "next year's summit on 7 July" the nearest July is the wrong one, and in "agreed in
    March 2010 and signed in April" the nearest April.
    """
    listed = list(kept)
    years = {
        one.period.start.year
        for one in listed
        if one.period.grain == "year" or (not one.anchored and one.period.grain in {"month", "day"})
    }
    return [
        one
        for one in listed
        if not (one.anchored and one.period.grain in {"day", "range", "month"})
        or not years
        or one.period.start.year in years
    ]


def _resolved(
    text: str, readings: Iterable[Reading], anchor: dt.date | None, words: TimeWords
) -> Iterator[Stretch]:
    for one in readings:
        try:
            if one.last.year is not None:
                yield Stretch(one.start, one.end, one.period(text))
            elif anchor is not None and (beside := BESIDE.match(text, one.end)):
                yield _in_year_beside(text, one, beside, anchor)
            elif (known := _remembered(text, one, anchor, words)) is not None:
                yield Stretch(one.start, one.end, replace(known, text=text[one.start : one.end]))
            elif anchor is not None:
                yield Stretch(one.start, one.end, _nearest(text, one, anchor, words), anchored=True)
        except ValueError:  # 31 February
            continue


def _remembered(text: str, one: Reading, anchor: dt.date | None, words: TimeWords) -> Period | None:
    """The day that is meant without its year for good, unless one near the anchor may be and
    the words beside it do not tell: "the 11 September attacks"."""
    day = one.first
    year = words.remembered.get(f"{day.month or 0:02}-{day.day or 0:02}")
    if year is None or one.first != one.last:
        return None
    known = dt.date(year, day.month or 1, day.day or 1)
    thing = any_of(words.remembered_for)
    named = re.match(rf"(?i)\s+{thing}", text[one.end :]) or re.search(
        rf"(?i){thing}\s+(?:of|on)\s+$", text[: one.start]
    )
    if anchor is not None and not named:
        years = (anchor.year - 1, anchor.year, anchor.year + 1)
        if min(abs(anchor - known.replace(year=each)) for each in years) < _RECENT:
            return None
    return Period(known, known, "day")


def _in_year_beside(text: str, one: Reading, beside: re.Match[str], anchor: dt.date) -> Stretch:
    """A day of the year that follows it: "24 June last year"."""
    number = anchor.year + STEPS[beside["step"].lower()]
    dated = replace(
        one,
        end=beside.end(),
        first=replace(one.first, year=number),
        last=replace(one.last, year=number),
    )
    return Stretch(dated.start, dated.end, dated.period(text), anchored=True)


def _nearest(text: str, one: Reading, anchor: dt.date, words: TimeWords) -> Period:
    """The occurrence nearest to the anchor; of two nearly as near the past one.

    If the text speaks of the future, the future one wins instead.
    """
    ahead = re.search(rf"(?i){any_of(words.future)}", text) is not None
    periods = list(_occurrences(text, one, anchor.year))
    if not periods:
        raise ValueError("a day that no year near has")
    best = min(periods, key=lambda period: _distance(period, anchor))
    wanted = [period for period in periods if (period.start >= anchor) == ahead]
    preferred = min(wanted, key=lambda period: _distance(period, anchor), default=best)
    near = _distance(preferred, anchor) - _distance(best, anchor) <= CLOSE
    return preferred if near else best


def _occurrences(text: str, one: Reading, year_near: int) -> Iterator[Period]:
    for number in (year_near - 1, year_near, year_near + 1):
        first, last = replace(one.first, year=number), replace(one.last, year=number)
        with contextlib.suppress(ValueError):  # 29 February
            yield replace(one, first=first, last=last).period(text)


def _distance(period: Period, anchor: dt.date) -> dt.timedelta:
    return abs(period.start - anchor)


def _apart(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Those that overlap no earlier one."""
    kept: list[Stretch] = []
    for one in stretches:
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return kept


@functools.lru_cache(maxsize=8)
def _relation_pattern(words: TimeWords) -> re.Pattern[str]:
    fillers = any_of(words.fillers)
    return re.compile(rf"(?i)(?P<word>{any_of(words.relations)})\s+(?:{fillers}\s+)*$")


def _found(text: str, one: Stretch, span: bool, words: TimeWords) -> FoundPeriod:
    said: PeriodRelation = "span" if span else relation_of(text[: one.start], words)
    relation = one.relation or said
    return FoundPeriod(one.start, one.end, one.period, relation, one.anchored)
