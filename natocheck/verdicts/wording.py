"""Facts in words: names, days, lists and numbers as the evidence shows them."""

import datetime as dt
import math
from collections.abc import Iterable

from natocheck.model.claims import When
from natocheck.model.facts import RuleBase
from natocheck.model.values import Interval, Period


def name(rulebase: RuleBase, identity: str) -> str:
    """The name of an actor or group; the id itself if it has none."""
    entry = rulebase.actors.get(identity) or rulebase.groups.get(identity)
    return entry.name if entry is not None else identity


def names(rulebase: RuleBase, identities: Iterable[str]) -> str:
    """Names in a row: "Estonia, Latvia and Lithuania"."""
    found = [name(rulebase, identity) for identity in identities]
    return (
        found[0]
        if len(found) == 1
        else ", ".join(found[:-1]) + " and " + found[-1]
        if found
        else "none"
    )


def day(date: dt.date) -> str:
    """ "4 April 1949"."""
    return f"{date.day} {date:%B} {date.year}"


def period(value: Period) -> str:
    """A period as precisely as it is known."""
    if value.grain == "year" and value.start.year == value.end.year:
        return str(value.start.year)
    if value.start == value.end:
        return day(value.start)
    if (value.start.year, value.start.month) == (value.end.year, value.end.month):
        whole = value.start.day == 1 and (value.end + dt.timedelta(1)).day == 1
        if whole:
            return f"{value.start:%B} {value.start.year}"
        return f"{value.start.day} to {day(value.end)}"
    if value.start.month == value.start.day == 1 and (value.end.month, value.end.day) == (12, 31):
        return f"{value.start.year} to {value.end.year}"
    return f"{day(value.start)} to {day(value.end)}"


def periods(values: Iterable[Period]) -> str:
    """Alternatives: "6 May 1955 or 9 May 1955"."""
    return " or ".join(period(value) for value in values)


def when(value: When | None) -> str:
    """A claimed time with its preposition, or nothing."""
    if value is None:
        return ""
    words = "" if value.relation in {"in", "span"} else f"{value.relation} "
    return words + period(value.period)


def number(value: float) -> str:
    """A number without needless digits, with thousands set apart."""
    if math.isinf(value):
        return "∞"
    if abs(value) >= 1e12:
        return f"{value / 1e12:,.2f} trillion"
    if abs(value) >= 1e9:
        return f"{value / 1e9:,.1f} billion"
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.2f}"


def interval(value: Interval) -> str:
    """An interval in words: "more than 4", "1.5 to 2.5"."""
    if math.isinf(value.high):
        return f"{'more than' if value.low_open else 'at least'} {number(value.low)}"
    if math.isinf(value.low):
        return f"{'less than' if value.high_open else 'at most'} {number(value.high)}"
    if value.low == value.high:
        return number(value.low)
    return f"{number(value.low)} to {number(value.high)}"
