"""Values that words are read into: intervals, quantities, periods.

A number or a day in a sentence is never a point: its wording says how precise
it is. So every comparison in natocheck is between intervals.
"""

import calendar
import datetime as dt
from typing import Literal

import msgspec

Answer = Literal["yes", "no", "edge"]
Grain = Literal["day", "week", "month", "season", "quarter", "year", "decade", "range"]
# "percent", "percentage-point", "count", "ordinal", "times", a length of time ("year"),
# "kilometre", or a currency: its ISO 4217 code in lower case ("usd") where the words tell
# it, else its name ("franc"). Which units there are is said by the word lists.
Unit = str
Bound = Literal[
    "exact", "about", "at-least", "more-than", "at-most", "less-than", "nearly", "range"
]


class Interval(msgspec.Struct, frozen=True):
    """All numbers between ``low`` and ``high``; an open end leaves the end itself out."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def holds(self, value: float) -> bool:
        """Whether ``value`` lies inside."""
        above = value > self.low if self.low_open else value >= self.low
        below = value < self.high if self.high_open else value <= self.high
        return above and below

    def compare(self, value: float, slack: float = 0.0) -> Answer:
        """Whether a recorded ``value``, known to plus or minus ``slack``, lies inside.

        "edge" when the recorded value's own rounding leaves it open. A value that is
        printed at a closed end ("at least 2", recorded 2.00) counts as inside.
        """
        near_low = abs(value - self.low) <= slack and (self.low_open or value < self.low)
        near_high = abs(value - self.high) <= slack and (self.high_open or value > self.high)
        if near_low or near_high:
            return "edge" if slack > 0.0 or self.holds(value) else "no"
        return "yes" if self.holds(value) else "no"


class Quantity(msgspec.Struct, frozen=True):
    """A number as written: its value, unit, and the interval that its words claim.

    ``value`` is in single units (dollars, persons, percent). ``interval`` follows
    the precision written: "3.5 percent" claims 3.45 to 3.55, "more than 2" claims
    everything above 2. ``text`` is the wording, bounds included.
    """

    value: float
    unit: Unit
    interval: Interval
    bound: Bound
    text: str


class Period(msgspec.Struct, frozen=True):
    """A stretch of days, both ends included, with the grain of the words that named it.

    ``slack``: how many years more or less it may be, of a round time ("two decades ago").
    """

    start: dt.date
    end: dt.date
    grain: Grain
    text: str = ""
    slack: int = 0

    @property
    def loose(self) -> "Period":
        """All days that it may mean."""
        if not self.slack:
            return self
        first, last = self.start.year - self.slack, self.end.year + self.slack
        return Period(dt.date(first, 1, 1), dt.date(last, 12, 31), "range", self.text)

    def holds(self, day: dt.date) -> bool:
        """Whether ``day`` lies inside."""
        return self.start <= day <= self.end

    def overlaps(self, other: "Period") -> bool:
        """Whether the two have a day in common."""
        return self.start <= other.end and other.start <= self.end

    def within(self, other: "Period") -> bool:
        """Whether every day of this one is a day of ``other``."""
        return other.start <= self.start and self.end <= other.end


def period_of(stamp: str | int) -> Period:
    """Read a rule base date: a year (``1949``), month (``"1999-06"``) or day.

    Raises ValueError for anything else.
    """
    parts = [int(part) for part in str(stamp).split("-")]
    if len(parts) == 1:
        return Period(dt.date(parts[0], 1, 1), dt.date(parts[0], 12, 31), "year", str(stamp))
    if len(parts) == 2:
        last = calendar.monthrange(parts[0], parts[1])[1]
        return Period(
            dt.date(parts[0], parts[1], 1), dt.date(parts[0], parts[1], last), "month", str(stamp)
        )
    if len(parts) == 3:
        day = dt.date(parts[0], parts[1], parts[2])
        return Period(day, day, "day", str(stamp))
    raise ValueError(f"not a year, month or day: {stamp!r}")
