"""NATO's summits against each other and against those who held office on their days."""

import datetime as dt
from itertools import pairwise

import pytest

from natocheck.model.facts import Occurrence, RuleBase
from natocheck.rulebase.lookup import earliest, latest, term_end

SUMMITS = ["nato-summits", "nato-summits-by-place", "nato-summits-numbered"]
OFFICES = [["nato-secretary-general"], ["us-president", "us-president-until-2009"]]


def held(rules: RuleBase, id: str) -> list[Occurrence]:
    """Return the summits that have taken place; planned ones are left out."""
    rows = [row for row in rules.events[id].rows if earliest(row.date) <= rules.as_of]
    assert len(rows) > 30
    return rows


def last_day(row: Occurrence) -> dt.date:
    return latest(row.until or row.date)


@pytest.mark.parametrize("id", SUMMITS)
def test_summits_are_in_order_and_do_not_overlap(rules: RuleBase, id: str) -> None:
    rows = held(rules, id)
    assert [
        str(later.date)
        for earlier, later in pairwise(rows)
        if earliest(later.date) <= last_day(earlier)
    ] == []


@pytest.mark.parametrize("offices", OFFICES, ids=lambda offices: offices[0])
def test_a_summit_lies_in_the_term_of_one_holder(rules: RuleBase, offices: list[str]) -> None:
    terms = [row for office in offices for row in rules.offices[office].rows]
    holders = {
        str(row.date): [
            term.person
            for term in terms
            if earliest(term.since) <= earliest(row.date) and last_day(row) <= term_end(term)
        ]
        for row in held(rules, "nato-summits")
    }
    assert {day: names for day, names in holders.items() if len(names) != 1} == {}


def test_no_summit_lasts_longer_than_four_days(rules: RuleBase) -> None:
    spans = {str(row.date): last_day(row) - earliest(row.date) for row in held(rules, SUMMITS[0])}
    assert {day: span for day, span in spans.items() if span > dt.timedelta(days=3)} == {}
