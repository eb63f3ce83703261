"""The date cases of Microsoft Recognizers-Text: what kind of time each is, what news never says.

All is decided by the words of a time and by its Timex, before anything is measured.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_SMALL = r"(?:0?\d|1[0-2])"

# The first that is found in the words of a time is the reason to leave it out.
_NEVER_IN_NEWS: tuple[tuple[str, str], ...] = (
    ("a name without a capital letter", rf"(?<![A-Za-z])(?:{_MONTH}|{_WEEKDAY})(?![A-Za-z])"),
    ("name and number run together", rf"(?i:{_MONTH}[-/(]?\d|\d{_MONTH})|\d(?:H\d|year)"),
    ("a year in words", r"(?i:two thousand|nineteen [a-z]|twenty-tens|thousand seven|two hundred)"),
    ("a year before 1900", r"(?<!\d)1[0-8]\d\d(?!\d)|\byear \d{1,3}\b|15th +century"),
    ("a year in two digits", r"(?<![\d-])\d\d?[-/.]\d\d?[-/.,]\d\d(?!\d)|[a-z] 99$"),
    ("digits without a year", r"^(?:[A-Za-z]+ )?\d\d?[./-]\d\d?(?:$| to )"),
    ("digits without a day", r"(?<![\d./-])(?:\d{4}\s?[-/.]\s?\d\d?|\d\d?\s?[-/]\s?\d{4})$"),
    ("digits in an unclear order", rf"(?<![\d/.-]){_SMALL}[-/.]{_SMALL}[-/.,]\d{{4}}"),
    ("a day's number alone", r"(?i:^(?:the )?(?:\d+(?:st|nd|rd|th)?|(?:twenty )?second|thirty)$)"),
    ("what one says to an assistant", r"(?i:\bmy\b|week \d|business|w/c|^for \d|tmrw|the day$)"),
)


class Gold(NamedTuple):
    """A time as they resolve it: its words, and the days of each way to read it."""

    words: str
    timex: str
    mod: str
    readings: tuple[tuple[dt.date, dt.date], ...]


class Case(NamedTuple):
    """A sentence, the day it is said on, and the times in it."""

    id: str
    text: str
    said_on: dt.date
    golds: tuple[Gold, ...]
    resolved: bool


def cases(file: Path) -> Iterator[Case]:
    """The cases of one file, in its order."""
    for line in file.read_text(encoding="utf-8").splitlines():
        yield _case(json.loads(line))


def _case(row: dict[str, Any]) -> Case:
    said_on = dt.date.fromisoformat((row["ref"] or "2016-11-07")[:10])
    resolved = all("Value" in one for one in row["results"])
    golds = tuple(_gold(one) for one in row["results"] if resolved)
    return Case(row["id"], row["input"], said_on, golds, resolved)


def _gold(one: dict[str, Any]) -> Gold:
    value = one["Value"]
    ways = (value.get("PastResolution") or {}, value.get("FutureResolution") or {})
    readings = tuple(found for way in ways if (found := _days(way)) is not None)
    return Gold(one["Text"], value["Timex"], value.get("Mod", ""), readings)


def _days(way: dict[str, str]) -> tuple[dt.date, dt.date] | None:
    """First day and end; a time that is open at one end has the same day twice.

    None for what has no days, such as a duration.
    """
    days = [way[key] for key in ("date", "startDate", "endDate") if key in way]
    return (dt.date.fromisoformat(days[0]), dt.date.fromisoformat(days[-1])) if days else None


def why_left_out(case: Case) -> str | None:
    """The reason why news never says so, or None if it may."""
    if not case.resolved or any(not gold.readings for gold in case.golds):
        return "no days are given"
    for gold in case.golds:
        for reason, pattern in _NEVER_IN_NEWS:
            if re.search(pattern, gold.words):
                return reason
        if any(first.year < 1000 for first, _ in gold.readings):
            return "a day that does not exist"
    return None


# The first that is found in "words | Timex | modifier" names the class.
_CLASSES: tuple[tuple[str, str], ...] = (
    ("part of a time", r"\|(?:start|mid|end)$"),
    ("left open there", r"\|ref_undef$"),
    ("season", r"\|(?:\d{4}-)?(?:SP|SU|FA|WI)\|"),
    ("decade", r"^(?:.*\D)?'?\d{2,4}'?s\||ies\||noughties"),
    ("quarter or half", r"quarter|[QH]\d"),
    ("week", r"^.*\bweek"),
    ("absolute day", r"\d{4}.*\|\d{4}-\d\d-\d\d\|"),
    ("absolute month", r"\d{4}.*\|\d{4}-\d\d\|"),
    ("year", r"^\d{4}\|\d{4}\|"),
    ("year range", r"\d{4}(?:-| (?:to|through|until|and) )\d{4}\|\("),
    ("range with a year", r"\d{4}.*\|\(\d{4}"),
    ("range without a year", r"\|\(XXXX"),
    ("day or month without a year", r"\|XXXX-\d\d(?:-\d\d)?\|"),
    ("weekday", r"\|XXXX-WXX"),
)


def class_of(case: Case) -> str:
    """What kind of time the case has; "relative" if none of the named ones."""
    if not case.golds:
        return "no time"
    gold = case.golds[0]
    shown = f"{gold.words}|{gold.timex}|{gold.mod}"
    return next((name for name, pattern in _CLASSES if re.search(pattern, shown)), "relative")
