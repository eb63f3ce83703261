"""One driver for the wordings in quantities.yaml."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from natocheck.claims.mentions.numberwords import NumberWords
from natocheck.claims.mentions.quantities import find_quantities

CASES: dict[str, Any] = YAML(typ="safe", pure=True).load(
    Path(__file__).with_name("quantities.yaml")
)
SILENT = [(kind, text) for kind, texts in CASES["silent"].items() for text in texts]
SAID = [(text, case) for case in CASES["said"] for text in case["texts"]]


@pytest.mark.parametrize(("kind", "text"), SILENT)
def test_a_lookalike_is_no_quantity(kind: str, text: str, numbers: NumberWords) -> None:
    assert [found.quantity.text for found in find_quantities(text, numbers)] == []


@pytest.mark.parametrize(("text", "case"), SAID)
def test_a_wording_gives_its_value_unit_and_interval(
    text: str, case: dict[str, Any], numbers: NumberWords
) -> None:
    (found,) = find_quantities(text, numbers)
    quantity = found.quantity
    assert (quantity.unit, quantity.bound) == (case["unit"], case["bound"])
    claimed = (quantity.value, quantity.interval.low, quantity.interval.high)
    assert claimed == pytest.approx((case["value"], case["low"], case["high"]))


@pytest.mark.parametrize("case", CASES["several"], ids=lambda case: str(case["text"]))
def test_each_number_of_a_sentence_gets_its_own_unit(
    case: dict[str, Any], numbers: NumberWords
) -> None:
    found = [one.quantity for one in find_quantities(case["text"], numbers)]
    assert [[one.value, one.unit] for one in found] == case["found"]


@pytest.mark.parametrize(("text", "case"), SAID)
def test_the_span_holds_bound_number_and_unit(
    text: str, case: dict[str, Any], numbers: NumberWords
) -> None:
    sentence = f"Norland has {text}"
    (found,) = find_quantities(sentence, numbers)
    assert sentence[found.start : found.end] == found.quantity.text
    assert found.quantity.text in text
    assert text.startswith(found.quantity.text) or text.startswith(("only", "used"))


@pytest.mark.parametrize(
    ("text", "low_open", "high_open"),
    [
        ("more than 2 percent", True, False),
        ("less than 2 percent", False, True),
        ("nearly 2 percent", True, False),
        ("at least 2 percent", False, False),
        ("up to 2 percent", False, False),
    ],
)
def test_strict_bounds_leave_their_end_out(
    text: str, low_open: bool, high_open: bool, numbers: NumberWords
) -> None:
    interval = find_quantities(text, numbers)[0].quantity.interval
    assert (interval.low_open, interval.high_open) == (low_open, high_open)


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(reason=case["reason"], strict=True))
        for case in CASES["gaps"]
    ],
)
def test_known_gaps(case: dict[str, Any], numbers: NumberWords) -> None:
    found = find_quantities(case["text"], numbers)
    assert [one.quantity.value for one in found] == case["values"]
