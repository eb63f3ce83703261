"""Times told from the day of the article: "last June", "two years ago", "on Thursday"."""

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterable, Iterator

import msgspec
from msgspec.structs import replace

from natocheck.claims.mentions.anchors import DIGIT, Sought
from natocheck.claims.mentions.bases import STEPS
from natocheck.claims.mentions.dates import month_names, month_number
from natocheck.claims.mentions.distances import find_distances
from natocheck.claims.mentions.patterns import any_of
from natocheck.claims.mentions.stretches import Stretch
from natocheck.claims.mentions.timewords import TimeWords
from natocheck.claims.mentions.units import (
    DAY,
    day_after,
    month,
    month_after,
    nearest_month,
    season,
    unit_after,
)
from natocheck.model.values import Period

Read = Callable[[re.Match[str], dt.date, TimeWords], Period | None]


class _Reader(msgspec.Struct, frozen=True):
    sought: Sought
    read: Read


def find_relative(text: str, anchor: dt.date, words: TimeWords) -> Iterator[Stretch]:
    """All times that the anchor dates; the earlier readers are the longer ones."""
    yield from find_distances(text, anchor, words)
    for reader in _readers(words):
        for match in reader.sought.finditer(text):
            period = _checked(reader.read, match, anchor, words)
            if period:
                yield Stretch(*match.span(), replace(period, text=match[0]), anchored=True)


def _checked(read: Read, match: re.Match[str], day: dt.date, words: TimeWords) -> Period | None:
    try:
        return read(match, day, words)
    except (ValueError, OverflowError):  # a day that its month has not, a year before 1
        return None


@functools.lru_cache(maxsize=8)
def _readers(words: TimeWords) -> tuple[_Reader, ...]:
    names, weekday = month_names(words), any_of(name.title() for name in words.weekdays)
    unit = r"(?P<unit>(?i:year|month|week))"
    apart = r"(?<!before\s)(?<!after\s)(?<!from\s)"
    step = r"(?<!\w)(?P<step>(?i:last|this|next))"
    governed = "|".join(rf"(?<=\b{w}\s)" for w in _capitalised_too(_GOVERNORS))
    steps, units, days, months = _STEPS, _UNITS, words.weekdays, words.months
    rules: tuple[tuple[str, Read, tuple[Iterable[str], ...]], ...] = (
        (
            r"(?i)\bthe\s+day\s+(?P<side>before\s+yesterday|after\s+tomorrow)\b",
            _day_but_one,
            (("yesterday", "tomorrow"),),
        ),
        (
            rf"(?i)\bthe\s+{unit}\s+(?P<side>before\s+last|after\s+(?:the\s+)?next)\b",
            _beside_but_one,
            (("last", "next"), ("before", "after"), units),
        ),
        (r"(?i)\bthis\s+time\s+(?P<step>last|next)\s+year\b", _around, (("time",), ("year",))),
        (rf"\b{step}\s+week,?\s+(?:on\s+)?(?P<weekday>{weekday})\b", _day_of_week, (days, steps)),
        (
            rf"\b(?P<weekday>{weekday}),?\s+the\s+(?P<day>\d\d?)(?:st|nd|rd|th)\b",
            _weekday_on,
            (days, (DIGIT,)),
        ),
        (rf"(?i)\b(?:the\s+)?rest\s+of\s+(?:the|this)\s+{unit}\b", _left, (("rest",), units)),
        (rf"\bcurrent\s+{unit}\b", _current, (("current",), units)),
        (r"(?i)\blast\s+weekend\b", _last_weekend, (("weekend",),)),
        (
            r"\b(?P<part>(?i:earlier|later))\s+(?i:this)\s+(?P<unit>(?i:year|month|week))\b",
            _rest,
            (("earlier", "later"), units),
        ),
        (
            r"\b(?P<day>\d\d?)(?:st|nd|rd|th)?\s+of\s+" + step + r"\s+month\b",
            _day_of_month,
            (("month",), steps, (DIGIT,)),
        ),
        (rf"\b(?P<weekday>{weekday}),?\s+(?:of\s+)?{step}\s+week\b", _day_of_week, (days, steps)),
        (
            rf"(?<!\w)(?P<month>{names})\s+(?:of\s+)?{step}\s+year\b",
            _month_of_year,
            (months, steps, ("year",)),
        ),
        (
            rf"(?<!\b[Tt]he\s){step}\s+(?P<unit>(?i:year|month|week|decade))\b",
            _beside,
            (steps, (*units, "decade")),
        ),
        (rf"{step}\s+(?P<month>{names})(?!\w)", _month_beside, (steps, months)),
        (
            rf"{step}\s+(?P<season>(?i:{any_of(words.seasons)}))",
            _season_beside,
            (steps, words.seasons),
        ),
        (
            rf"{apart}\b(?P<word>(?i:yesterday|today|tomorrow))\b",
            _near_day,
            (("yesterday", "today", "tomorrow"),),
        ),
        (rf"(?:{step}\s+)?\b(?P<weekday>{weekday})\b(?!['’]|,?\s+the\s)", _weekday, (days,)),
        (
            rf"(?:{governed})(?P<month>{names})(?!\w|\s+\d|-[A-Z]|['’]s)",
            _month_alone,
            (months, _GOVERNORS),
        ),
    )
    return tuple(_Reader(Sought(pattern, *needed), read) for pattern, read, needed in rules)


_STEPS = ("last", "this", "next")
_UNITS = ("year", "month", "week")
_GOVERNORS = ("in", "by", "since", "until", "after", "before", "during", "from", "through")


def _capitalised_too(words: tuple[str, ...]) -> list[str]:
    return [form for word in words for form in (word, word.title())]


def _rest(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    """What has passed, or is left, of the year, month or week of the anchor."""
    whole = unit_after(anchor, 0, match["unit"].lower())
    if match["part"].lower() == "earlier":
        return Period(whole.start, anchor, "range")
    return Period(anchor, whole.end, "range")


def _left(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    return Period(anchor, unit_after(anchor, 0, match["unit"].lower()).end, "range")


def _current(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    return unit_after(anchor, 0, match["unit"].lower())


def _day_but_one(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    return unit_after(anchor, -2 if match["side"].startswith("before") else 2, "day")


def _beside_but_one(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    step = -2 if match["side"].startswith("before") else 2
    return unit_after(anchor, step, match["unit"].lower())


def _around(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    """ "This time last year": the months on both sides of the day, since none says how near."""
    then = day_after(anchor, STEPS[match["step"].lower()], "year")
    return Period(month_after(then, -1).start, month_after(then, 1).end, "range")


def _weekday_on(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    """ "Friday the 13th": the nearest such day, if the months around the anchor have one."""
    number, day = words.weekdays[match["weekday"].lower()], int(match["day"])
    months = (month_after(anchor, step) for step in (-1, 0, 1))
    days = [one.start.replace(day=day) for one in months if day <= one.end.day]
    fitting = [one for one in days if one.weekday() == number]
    nearest = min(fitting, key=lambda one: abs(one - anchor), default=None)
    return unit_after(nearest, 0, "day") if nearest else None


def _last_weekend(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    monday = anchor - anchor.weekday() * DAY
    return Period(monday - 2 * DAY, monday - DAY, "range")


def _day_of_month(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    base = month_after(anchor, STEPS[match["step"].lower()])
    day = base.start.replace(day=int(match["day"]))
    return Period(day, day, "day")


def _beside(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    step, unit = STEPS[match["step"].lower()], match["unit"].lower()
    if unit != "decade":
        return unit_after(anchor, step, unit)
    first = anchor.year // 10 * 10 + 10 * step
    return Period(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade")


def _month_beside(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    """ "Last June" is the latest that is over, "next June" the first to come."""
    number, step = month_number(match["month"], words), STEPS[match["step"].lower()]
    shift = {-1: -(number >= anchor.month), 0: 0, 1: int(number <= anchor.month)}[step]
    return month(anchor.year + shift, number)


def _month_of_year(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    number = month_number(match["month"], words)
    return month(anchor.year + STEPS[match["step"].lower()], number)


def _season_beside(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    name, step = match["season"].lower(), STEPS[match["step"].lower()]
    near = [season(name, anchor.year + shift, words) for shift in (-2, -1, 0, 1)]
    if step == 0:
        return next((one for one in near if one.holds(anchor)), season(name, anchor.year, words))
    if step < 0:
        return [one for one in near if one.end < anchor][-1]
    return next(one for one in near if one.start > anchor)


def _near_day(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    step = {"yesterday": -1, "today": 0, "tomorrow": 1}[match["word"].lower()]
    return unit_after(anchor, step, "day")


def _weekday(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    """The latest such day up to the anchor; "last" is before it, "next" after it.

    "This Thursday" is that of the anchor's week. "The first Monday" is none of these.
    """
    before = match.string[: match.start()].rstrip().rpartition(" ")[2].lower()
    if before in words.numbers.ordinals:
        return None
    number, step = words.weekdays[match["weekday"].lower()], (match["step"] or "").lower()
    back = (anchor.weekday() - number) % 7
    if step == "this":
        return unit_after(anchor, number - anchor.weekday(), "day")
    if step == "next":  # on Monday "next Friday" may be of this week or of the next one
        ahead = 7 - back
        return unit_after(anchor, ahead, "day") if anchor.weekday() + ahead > 6 else None
    return unit_after(anchor, -(back or 7) if step == "last" else -back, "day")


def _day_of_week(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    week = unit_after(anchor, STEPS[match["step"].lower()], "week")
    day = week.start + words.weekdays[match["weekday"].lower()] * DAY
    return Period(day, day, "day")


def _month_alone(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    behind = re.match(r"\s+([A-Z]\w*)(?!['’]s)", match.string[match.end() :])
    opens = match.start() < len("through ") and match.string[:1].isupper()
    if behind is not None and not opens and _is_one_name(match["month"], behind[1], words):
        return None
    return nearest_month(anchor, month_number(match["month"], words))


def _is_one_name(name: str, behind: str, words: TimeWords) -> bool:
    """ "April Ryan"; not "in June NATO", "in October Rutte"."""
    return name.lower() in words.month_names and not behind.isupper()
