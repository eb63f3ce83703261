"""The days of a year, month, week or season, and of those before and after it."""

import calendar
import datetime as dt
import math

from natocheck.claims.mentions.timewords import TimeWords
from natocheck.model.values import Period

DAY = dt.timedelta(days=1)


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


def unit_after(day: dt.date, count: int, unit: str) -> Period:
    """The day, week, month or year ``count`` units after that of ``day``; decades as years."""
    if unit == "day":
        then = day + count * DAY
        return Period(then, then, "day")
    if unit == "week":
        monday = day - day.weekday() * DAY + 7 * count * DAY
        return Period(monday, monday + 6 * DAY, "week")
    if unit == "month":
        return month_after(day, count)
    return year(day.year + count * (10 if unit == "decade" else 1))


def day_after(day: dt.date, count: int, unit: str) -> dt.date:
    """The same day ``count`` units later, or the last one that its month has."""
    if unit in {"day", "week"}:
        return day + count * (7 if unit == "week" else 1) * DAY
    months = count * {"month": 1, "year": 12, "decade": 120}[unit]
    last = month_after(day, months)
    return last.end.replace(day=min(day.day, last.end.day))


def season(name: str, number: int, words: TimeWords) -> Period:
    """The season that begins in a year."""
    first, _, last = words.seasons[name].partition("/")
    start = dt.date.fromisoformat(f"{number}-{first}")
    end = dt.date.fromisoformat(f"{number}-{last}")
    return Period(start, end if end > start else end.replace(year=number + 1), "season")


def part_of(base: Period, low: int, high: int) -> Period:
    """The days from ``low`` to ``high`` percent of a period, in whole months, years or days."""
    if base.grain == "decade":
        first, last = math.floor(low / 10), math.ceil(high / 10)
        start = base.start.year
        return Period(dt.date(start + first, 1, 1), dt.date(start + last - 1, 12, 31), "range")
    if base.grain == "week":
        first, last = math.floor(low * 7 / 100), math.ceil(high * 7 / 100) - 1
        return Period(base.start + first * DAY, base.start + last * DAY, "range")
    if base.grain == "year":
        first, last = math.floor(low * 12 / 100) + 1, math.ceil(high * 12 / 100)
        end = month(base.start.year, last).end
        return Period(base.start.replace(month=first), end, "range")
    days = base.end.day
    first, last = math.floor(low * days / 100) + 1, math.ceil(high * days / 100)
    return Period(base.start.replace(day=first), base.start.replace(day=last), "range")
