"""Who belongs, in which order, who holds the office, what the sources are."""

import datetime as dt

import pytest

from natocheck.model.errors import RuleError
from natocheck.rulebase import count_facts
from natocheck.rulebase.examples import ExampleCase, example_cases
from natocheck.rulebase.lookup import (
    all_entries,
    has_members,
    holders_on,
    member_order,
    members_on,
    sources_of,
)

from .conftest import rule

MEMBERS = rule(
    "membership",
    "league-members",
    """
    group: league
    seen: 2020-01-01
    rows:
      - {member: norland, since: [1950-05-02, 1950-05-01], until: 1960-06-30}
      - {member: sudland, since: 1950-05-01}
      - {member: ostland, since: "1999-03"}
      - {member: norland, since: 2001-01-01}
    """,
)
GROUPS = """
- {kind: group, id: south, name: The South, members: [sudland, ostland]}
- {kind: group, id: league-south, name: X, all_of: [league, south]}
- {kind: group, id: league-north, name: X, all_of: [league], without: [south]}
- {kind: group, id: league-south-west, name: X, all_of: [league-south], without: [ostland]}
- {kind: group, id: snake, name: X, all_of: [tail]}
- {kind: group, id: tail, name: X, all_of: [snake]}
"""
OFFICE = rule(
    "office",
    "chair",
    """
    of: league
    titles: [chair]
    rows:
      - {person: ann-adams, since: "1990-03", until: [1995-05-01, 1995-05-03], sources: [gazette]}
      - {person: bob-brown, since: 1995-05-03, seen: 2001-02-03}
    """,
)


@pytest.fixture
def rulebase(loaded):
    return loaded(MEMBERS + GROUPS + OFFICE)


MEMBERS_ON = [
    ("league", "1950-04-30", set()),
    ("league", "1950-05-01", {"norland", "sudland"}),
    ("league", "1960-06-30", {"norland", "sudland"}),
    ("league", "1960-07-01", {"sudland"}),
    ("league", "1999-03-01", {"sudland", "ostland"}),
    ("league", "2001-01-01", {"sudland", "ostland", "norland"}),
    ("south", "1900-01-01", {"sudland", "ostland"}),
    ("league-south", "1990-01-01", {"sudland"}),
    ("league-south", "2000-01-01", {"sudland", "ostland"}),
    ("league-north", "2002-01-01", {"norland"}),
    ("league-south-west", "2002-01-01", {"sudland"}),
    ("norland", "1900-01-01", {"norland"}),
]


@pytest.mark.parametrize(("group", "day", "members"), MEMBERS_ON)
def test_members_on_a_day(rulebase, group, day, members):
    assert members_on(rulebase, group, dt.date.fromisoformat(day)) == members


@pytest.mark.parametrize("id", ["ann-adams", "nothing"])
def test_what_is_no_set_of_countries_has_no_members(rulebase, id):
    assert not has_members(rulebase, id)
    with pytest.raises(KeyError, match=id):
        members_on(rulebase, id, dt.date(2000, 1, 1))


def test_a_group_made_of_itself_is_an_error_for_the_user(rulebase):
    with pytest.raises(RuleError, match="made of itself"):
        members_on(rulebase, "snake", dt.date(2000, 1, 1))


def test_members_of_one_rule_base_are_not_those_of_another(loaded, rulebase):
    day = dt.date(2000, 1, 1)
    other = loaded(MEMBERS.replace("sudland", "nauru"))
    assert "sudland" in members_on(rulebase, "league", day)
    assert "sudland" not in members_on(other, "league", day)


def test_the_order_of_members_leaves_open_what_the_dates_leave_open(rulebase):
    assert member_order(rulebase, "league") == [
        (1, 2, "norland"),
        (1, 2, "sudland"),
        (3, 3, "ostland"),
    ]
    assert member_order(rulebase, "south") == []


HOLDERS_ON = [
    ("1990-02-28", []),
    ("1990-03-01", ["ann-adams"]),
    ("1995-05-03", ["ann-adams", "bob-brown"]),
    ("1995-05-04", ["bob-brown"]),
    ("2001-02-03", ["bob-brown"]),
    ("2001-02-04", []),
]


@pytest.mark.parametrize(("day", "holders"), HOLDERS_ON)
def test_holders_on_a_day(rulebase, day, holders):
    found = holders_on(rulebase, "chair", dt.date.fromisoformat(day))
    assert [row.person for row in found] == holders


def test_without_a_last_day_a_holder_is_known_on_the_first_only(loaded):
    rulebase = loaded(OFFICE.replace(", seen: 2001-02-03", ""))
    assert len(holders_on(rulebase, "chair", dt.date(1995, 5, 3))) == 2
    assert holders_on(rulebase, "chair", dt.date(1995, 5, 4)) == ()


def test_sources_of_entries_and_rows(rulebase):
    office = rulebase.offices["chair"]
    gazette = (rulebase.sources["gazette"],)
    assert sources_of(rulebase, office) == gazette
    assert sources_of(rulebase, office.rows[0]) == gazette
    assert sources_of(rulebase, office.rows[1]) == ()
    assert sources_of(rulebase, rulebase.actors["norland"]) == ()


def test_facts_are_rows_cells_parts_and_listed_members(rulebase):
    rows_of_league, rows_of_chair, members_of_south = 4, 2, 2
    assert count_facts(rulebase) == rows_of_league + rows_of_chair + members_of_south


def test_all_entries_are_walked_once(rulebase):
    ids = [entry.id for entry in all_entries(rulebase)]
    assert len(ids) == len(set(ids)) == 7 + 1 + 6 + 1


def test_examples_carry_rule_date_and_expectation(loaded):
    text = OFFICE.replace("[Not chair.]", "[Not chair., {text: Never., on: 2020-01-02}]")
    assert list(example_cases(loaded(text))) == [
        ExampleCase("chair", "Yes chair.", None, "supported"),
        ExampleCase("chair", "Not chair.", None, "disputed"),
        ExampleCase("chair", "Never.", dt.date(2020, 1, 2), "disputed"),
        ExampleCase("chair", "Else chair.", None, "silent"),
    ]
