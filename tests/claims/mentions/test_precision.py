"""The intervals that numbers claim, apart from the words that bring them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natocheck.claims.mentions.numerals import read_digits
from natocheck.claims.mentions.precision import claimed, tolerance

CUES = ("", "exactly", "about", "nearly", "just-over", "at-least", "at-most")


@pytest.mark.parametrize(
    ("written", "slack"),
    [("3.5", 0.05), ("4.00", 0.005), ("2", 0.5), ("90,000", 4500), ("481,000", 500), ("100", 5)],
)
def test_digits_are_precise_to_half_of_the_last_significant_one(written: str, slack: float) -> None:
    unit = "percent" if len(written) < 3 or "." in written else "count"
    assert tolerance(read_digits(written), unit) == pytest.approx(slack)


@given(st.integers(min_value=1, max_value=10**9), st.sampled_from(CUES))
def test_a_number_that_is_not_strictly_bounded_claims_itself(value: int, cue: str) -> None:
    interval, _ = claimed(read_digits(f"{value:,}"), "usd", cue)
    assert interval.holds(float(value))


@given(st.integers(min_value=1, max_value=10**9))
def test_about_is_never_narrower_than_the_digits_alone(value: int) -> None:
    numeral = read_digits(str(value))
    plain, _ = claimed(numeral, "usd", "")
    about, _ = claimed(numeral, "usd", "about")
    assert about.low <= plain.low
    assert about.high >= plain.high
