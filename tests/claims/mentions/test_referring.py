"""What a wording makes of the time that it is told from; the cases are data."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from natocheck.claims.mentions.periods import find_periods, find_referring
from natocheck.claims.mentions.referring import resolved
from natocheck.claims.mentions.timewords import TimeWords
from natocheck.model.values import Period

GROUPS: Any = YAML(typ="safe", pure=True).load(Path(__file__).with_name("referring.yaml"))
SAID = [(one["base"], text, days) for one in GROUPS for text, days in one["said"].items()]
PLAIN = [
    "It joined in the same year as Greece.",
    "It was the same day that Spain left.",
    "It joined two years earlier than planned.",
    "It is to grow in the next year.",
    "It was that month's meeting.",
    "It lasted two years.",
    "That may be so, and the next may follow.",
    "It came in the winter of 2022-23.",
]


@pytest.mark.parametrize(("base", "text", "days"), SAID)
def test_a_wording_is_read_from_its_base(
    base: tuple[dt.date, dt.date, Any], text: str, days: Any, times: TimeWords
) -> None:
    (one,) = find_referring(f"It met {text}", times)
    period = resolved(one, Period(*base))
    assert (None if period is None else [period.start, period.end, period.grain]) == days


@pytest.mark.parametrize("text", PLAIN)
def test_other_words_refer_to_no_time(text: str, times: TimeWords) -> None:
    assert find_referring(text, times) == ()


@pytest.mark.parametrize(("base", "text", "days"), SAID)
def test_a_wording_that_needs_a_base_is_no_period_of_its_own(
    base: Any, text: str, days: Any, times: TimeWords
) -> None:
    (one,) = find_referring(f"It met {text}", times)
    found = find_periods(f"It met {text}", None, times)
    assert not any(each.start <= one.start and one.end <= each.end for each in found)
