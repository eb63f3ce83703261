"""Intervals compare by the precision of what is recorded; dates by that of what is written."""

import datetime as dt
import math

import pytest

from natocheck.model.values import Interval, period_of

ABOVE = Interval(4.0, math.inf, low_open=True)
AT_LEAST = Interval(2.0, math.inf)
DIGITS = Interval(3.45, 3.55)


@pytest.mark.parametrize(
    ("interval", "value", "slack", "answer"),
    [
        (ABOVE, 4.48, 0.005, "yes"),
        (ABOVE, 4.0, 0.005, "edge"),
        (ABOVE, 3.73, 0.005, "no"),
        (AT_LEAST, 2.0, 0.005, "yes"),
        (AT_LEAST, 1.996, 0.005, "edge"),
        (AT_LEAST, 1.9, 0.005, "no"),
        (DIGITS, 3.5, 0.005, "yes"),
        (DIGITS, 3.553, 0.005, "edge"),
        (DIGITS, 3.6, 0.005, "no"),
        (DIGITS, 3.56, 0.0, "no"),
    ],
)
def test_a_recorded_value_is_inside_outside_or_on_the_edge(
    interval: Interval, value: float, slack: float, answer: str
) -> None:
    assert interval.compare(value, slack) == answer


@pytest.mark.parametrize(
    ("stamp", "first", "last", "grain"),
    [
        (1949, (1949, 1, 1), (1949, 12, 31), "year"),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), "month"),
        ("1949-04-04", (1949, 4, 4), (1949, 4, 4), "day"),
    ],
)
def test_a_stamp_is_read_as_precisely_as_it_is_written(
    stamp: str | int, first: tuple[int, int, int], last: tuple[int, int, int], grain: str
) -> None:
    period = period_of(stamp)
    assert (period.start, period.end, period.grain) == (dt.date(*first), dt.date(*last), grain)


@pytest.mark.parametrize("stamp", ["2025-02-30", "2025-13", "soon", ""])
def test_a_stamp_that_is_no_date_is_refused(stamp: str) -> None:
    with pytest.raises(ValueError):
        period_of(stamp)
