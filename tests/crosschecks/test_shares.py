"""Figures that follow from others of the same publisher: shares, amounts per head, changes."""

from typing import Any

import pytest

from natocheck.model.facts import RuleBase

from .listed import listed
from .releases import Cell, agree, cells_of, quotient, releases

NOTES: dict[str, Any] = listed("shares")


def table(rules: RuleBase, id: str) -> dict[tuple[str, int], Cell]:
    """Return the cells of a table, or of a release that stands in several."""
    if id in rules.tables:
        return cells_of(rules.tables[id])
    return releases(rules)[tuple(NOTES["split"][id])]


@pytest.mark.parametrize("case", NOTES["quotients"], ids=lambda case: case["is"])
def test_a_share_follows_from_its_parts(rules: RuleBase, case: dict[str, Any]) -> None:
    shares, parts, wholes = (table(rules, case[key]) for key in ("is", "part", "of"))
    times = case.get("times", 1)
    found = {
        key: quotient(Cell(parts[key].value * times, parts[key].slack * times), wholes[key])
        for key in shares
        if key in parts and key in wholes
    }
    assert len(found) > 50
    wrong = {f"{a} {y}" for (a, y), cell in found.items() if not agree(cell, shares[a, y])}
    known = {
        f"{actor} {year}"
        for each in case.get("exceptions", ())
        for actor, years in each["cells"].items()
        for year in years
    }
    assert wrong == known


@pytest.mark.parametrize("case", NOTES["changes"], ids=lambda case: case["is"])
def test_a_change_follows_from_the_amounts_of_two_years(
    rules: RuleBase, case: dict[str, Any]
) -> None:
    changes, amounts = table(rules, case["is"]), table(rules, case["of"])
    found = {
        (actor, year): quotient(amounts[actor, year], amounts[actor, year - 1])
        for actor, year in changes
        if (actor, year) in amounts and (actor, year - 1) in amounts
    }
    assert len(found) >= case.get("cells", 300)
    growth = {key: Cell(1 + cell.value / 100, cell.slack / 100) for key, cell in changes.items()}
    assert [key for key, cell in found.items() if not agree(cell, growth[key])] == []


@pytest.mark.parametrize("case", NOTES["same_quotient"], ids=lambda case: case["one"][0])
def test_two_quotients_are_of_the_same_population(rules: RuleBase, case: dict[str, Any]) -> None:
    one, per_one, other, per_other = (table(rules, id) for id in (*case["one"], *case["other"]))
    keys = one.keys() & per_one.keys() & other.keys() & per_other.keys()
    assert len(keys) > 300
    assert [
        key
        for key in sorted(keys)
        if not agree(quotient(one[key], per_one[key]), quotient(other[key], per_other[key]))
    ] == []


@pytest.mark.parametrize("case", NOTES["between"], ids=lambda case: case["one"])
def test_a_quotient_lies_where_it_may(rules: RuleBase, case: dict[str, Any]) -> None:
    """Wide bounds, for figures of different makers: they find a slip of the decimal point."""
    one, other = table(rules, case["one"]), table(rules, case["other"])
    divisor = table(rules, case["over"]) if "over" in case else None
    found = {
        key: one[key].value / other[key].value / (divisor[key].value if divisor else 1)
        for key in one.keys() & other.keys()
        if divisor is None or key in divisor
    }
    assert len(found) > 300
    low, high = case["bounds"]
    assert {key: value for key, value in found.items() if not low <= value <= high} == {}


@pytest.mark.parametrize("release", NOTES["categories"])
def test_the_categories_of_spending_make_the_whole(rules: RuleBase, release: list[str]) -> None:
    parts = [table(rules, id) for id in release]
    shared = set.intersection(*(set(part) for part in parts))
    assert len(shared) > 300
    sums = {key: sum(part[key].value for part in parts) for key in shared}
    slack = sum(next(iter(part.values())).slack for part in parts)
    assert {key: total for key, total in sums.items() if abs(total - 100) > slack + 1e-9} == {}
