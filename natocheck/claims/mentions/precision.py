"""How precise a number is by its wording: the intervals that quantities claim.

Writers round. What they leave out is read from the digits and words they chose:

- digits: half of the last significant digit ("3.5" is 3.45 to 3.55, "4.00" is 3.995
  to 4.005). Whole and scaled numbers may be coarser than they look, so trailing zeros
  are not significant; but never more than 5 percent of the value and never less than
  half a unit ("90,000" is 85,500 to 94,500; "481,000" is 480,500 to 481,500);
- whole numbers below 100 that count things, and ordinals, are meant as they stand;
- small ratios ("twice", "three times") come in half steps, so each reaches half-way
  to its neighbours;
- fractions in words ("a third") are chosen because no other common fraction lies
  nearer. The closest pair of halves, thirds, quarters, fifths and tenths is 30 and
  33.3 percent, so half of that distance keeps them apart; smaller ones than a
  sixteenth claim a quarter of their own size;
- "about" widens to 5 percent of the value, "nearly" and "just over" reach 10 percent
  to one side, "-odd" and "and change" up to the next significant digit, and bounds
  ("more than") are half-lines.
"""

import math

import msgspec

from natocheck.model.values import Bound, Interval, Unit

ROUNDING_SHARE = 0.05
ABOUT_SHARE = 0.05
NEARLY_SHARE = 0.10
DOZEN_SHARE = 0.10
MIXED_TOLERANCE = 0.1
FRACTION_TOLERANCE = 1.5
SMALL_FRACTION_TOLERANCE = 0.25
SMALL_COUNT = 100
SMALL_RATIO = 4
RATIO_TOLERANCE = 0.25


class Numeral(msgspec.Struct, frozen=True):
    """A number as written. ``place`` is the worth of its last significant digit.

    ``last`` is the worth of the last digit written, zeros included. ``loose`` is a
    tolerance that the words bring along ("a dozen", "two and a half"); None for digits.
    """

    value: float
    place: float = 1.0
    last: float = 1.0
    loose: float | None = None

    def times(self, factor: float) -> "Numeral":
        """The same digits followed by a scale word worth ``factor``."""
        loose = None if self.loose is None else self.loose * factor
        return Numeral(self.value * factor, self.place * factor, self.last * factor, loose)


def tolerance(numeral: Numeral, unit: Unit) -> float:
    """How far, in units, the exact value may lie from the one written."""
    value = abs(numeral.value)
    if numeral.loose is not None:
        return numeral.loose
    if unit == "ordinal" or (unit == "count" and value < SMALL_COUNT and numeral.place >= 1):
        return 0.0
    if unit == "times" and value < SMALL_RATIO and numeral.place >= 1:
        return RATIO_TOLERANCE
    half = numeral.place / 2
    return half if numeral.place < 1 else max(0.5, min(half, ROUNDING_SHARE * value))


def claimed(numeral: Numeral, unit: Unit, cue: str) -> tuple[Interval, Bound]:
    """The interval and bound of a number under a bound cue.

    ``cue`` is a bound, "" for none, "exactly", "just-over" or "and-some". The last two
    are told as "about", since their intervals end on both sides.
    """
    value, slack = numeral.value, tolerance(numeral, unit)
    near = max(NEARLY_SHARE * abs(value), slack)
    wide = max(ABOUT_SHARE * abs(value), slack)
    tight = min(slack, numeral.last / 2)
    table: dict[str, tuple[Interval, Bound]] = {
        "": (_around(value, slack), "exact"),
        "exactly": (_around(value, tight), "exact"),
        "about": (_around(value, wide), "about"),
        "nearly": (Interval(_clean(value - near), value, low_open=True), "nearly"),
        "just-over": (Interval(value, _clean(value + near)), "about"),
        "and-some": (Interval(value, _clean(value + numeral.place), high_open=True), "about"),
        "at-least": (Interval(value, math.inf), "at-least"),
        "more-than": (Interval(value, math.inf, low_open=True), "more-than"),
        "at-most": (Interval(-math.inf, value), "at-most"),
        "less-than": (Interval(-math.inf, value, high_open=True), "less-than"),
    }
    return table[cue]


def _around(value: float, slack: float) -> Interval:
    return Interval(_clean(value - slack), _clean(value + slack))


def _clean(number: float) -> float:
    # Decimal rounding is about digits: 3.5 + 0.05 must end at 3.55, not beside it.
    return float(f"{number:.12g}")
