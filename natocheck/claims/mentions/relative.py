"""Times told from the day of the article: "last June", "two years ago", "on Thursday"."""

import datetime as dt
import functools
import re
from collections.abc import Callable, Iterator

import msgspec
from msgspec.structs import replace

from natocheck.claims.mentions.dates import month_names, month_number
from natocheck.claims.mentions.numerals import cardinal_words, read_words
from natocheck.claims.mentions.patterns import any_of, same
from natocheck.claims.mentions.stretches import (
    Stretch,
    month,
    month_after,
    nearest_month,
    season,
    year,
)
from natocheck.claims.mentions.timewords import TimeWords
from natocheck.model.values import Period

STEPS = {"last": -1, "this": 0, "next": 1}
DAY = dt.timedelta(days=1)
Read = Callable[[re.Match[str], dt.date, TimeWords], Period | None]


class _Reader(msgspec.Struct, frozen=True):
    pattern: re.Pattern[str]
    read: Read


def find_relative(text: str, anchor: dt.date, words: TimeWords) -> Iterator[Stretch]:
    """All times that the anchor dates; the earlier readers are the longer ones."""
    for reader in _readers(words):
        for match in reader.pattern.finditer(text):
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
    bound = rf"(?P<bound>{any_of(words.numbers.bounds_before)}\s+)?"
    number = rf"(?<![\w.,$€£-])(?P<count>\d{{1,3}}|{cardinal_words(words.numbers)}|an?)"
    unit = rf"(?P<unit>{any_of(words.units)})"
    step = r"(?<!\w)(?P<step>(?i:last|this|next))"
    governed = "|".join(rf"(?<=\b{w}\s)" for w in _capitalised_too(_GOVERNORS))
    rules: tuple[tuple[str, Read], ...] = (
        (rf"(?i:{bound}{number}\s+{unit}\s+ago\b)", _ago),
        (rf"(?<!\w)(?i:(?:last|past)\s+{number}\s+{unit})", _lately),
        (r"(?<!\w)(?i:past\s+(?P<unit>year|decade))(?!\w)", _lately),
        (r"\b(?P<part>(?i:earlier|later))\s+(?i:this)\s+(?P<unit>(?i:year|month|week))\b", _rest),
        (r"\b(?P<day>\d\d?)(?:st|nd|rd|th)?\s+of\s+" + step + r"\s+month\b", _day_of_month),
        (rf"\b(?P<weekday>{weekday}),?\s+(?:of\s+)?{step}\s+week\b", _day_of_week),
        (rf"(?<!\w)(?P<month>{names})\s+(?:of\s+)?{step}\s+year\b", _month_of_year),
        (rf"{step}\s+(?P<unit>(?i:year|month|week|decade))\b", _beside),
        (rf"{step}\s+(?P<month>{names})(?!\w)", _month_beside),
        (rf"{step}\s+(?P<season>(?i:{any_of(words.seasons)}))", _season_beside),
        (r"(?<!before )(?<!after )\b(?P<word>(?i:yesterday|today|tomorrow))\b", _near_day),
        (rf"(?:{step}\s+)?\b(?P<weekday>{weekday})\b(?!['’]|,?\s+the\s)", _weekday),
        (rf"(?:{governed})(?P<month>{names})(?!\w|\s+\d|[\s-]+[A-Z]|['’]s)", _month_alone),
    )
    return tuple(_Reader(re.compile(pattern), read) for pattern, read in rules)


_GOVERNORS = ("in", "by", "since", "until", "after", "before", "during", "from", "through")


def _capitalised_too(words: tuple[str, ...]) -> list[str]:
    return [form for word in words for form in (word, word.title())]


def _ago(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    """The unit that lies so many units back; with a bound ("more than") none is named."""
    count = _count(match["count"], words)
    if match["bound"]:
        return None
    return _moved(anchor, -count, words.units[match["unit"].lower()])


def _count(written: str, words: TimeWords) -> int:
    plain = same(written)
    if plain in {"a", "an"}:
        return 1
    return int(plain) if plain.isdigit() else int(read_words(plain, words.numbers).value)


def _moved(anchor: dt.date, count: int, unit: str) -> Period:
    """The day, week, month or year ``count`` units after the anchor's; decades as years."""
    if unit == "day":
        return Period(anchor + count * DAY, anchor + count * DAY, "day")
    if unit == "week":
        monday = anchor - anchor.weekday() * DAY + 7 * count * DAY
        return Period(monday, monday + 6 * DAY, "week")
    if unit == "month":
        return month_after(anchor, count)
    return year(anchor.year + count * (10 if unit == "decade" else 1))


def _lately(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    """From so many units ago up to the anchor: "the last ten years", "the past decade"."""
    count = _count(match.groupdict().get("count") or "a", words)
    unit = words.units[match["unit"].lower()]
    back = _moved(anchor, -count, unit)
    start = back.start if unit in {"day", "week"} else _same_day(anchor, back)
    return Period(start, anchor, "range")


def _same_day(anchor: dt.date, back: Period) -> dt.date:
    month_then = anchor.month if back.grain == "year" else back.start.month
    last = month(back.start.year, month_then).end
    return last.replace(day=min(anchor.day, last.day))


def _rest(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    """What has passed, or is left, of the year, month or week of the anchor."""
    whole = _moved(anchor, 0, match["unit"].lower())
    if match["part"].lower() == "earlier":
        return Period(whole.start, anchor, "range")
    return Period(anchor, whole.end, "range")


def _day_of_month(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    base = month_after(anchor, STEPS[match["step"].lower()])
    day = base.start.replace(day=int(match["day"]))
    return Period(day, day, "day")


def _beside(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    step, unit = STEPS[match["step"].lower()], match["unit"].lower()
    if unit != "decade":
        return _moved(anchor, step, unit)
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
    return _moved(anchor, step, "day")


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
        return _moved(anchor, number - anchor.weekday(), "day")
    if step == "next":
        return _moved(anchor, 7 - back, "day")
    return _moved(anchor, -(back or 7) if step == "last" else -back, "day")


def _day_of_week(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    week = _moved(anchor, STEPS[match["step"].lower()], "week")
    day = week.start + words.weekdays[match["weekday"].lower()] * DAY
    return Period(day, day, "day")


def _month_alone(match: re.Match[str], anchor: dt.date, words: TimeWords) -> Period | None:
    return nearest_month(anchor, month_number(match["month"], words))
