"""Terms of office in their order, their numbers, and offices that one person cannot join."""

import datetime as dt
from itertools import combinations

from natocheck.model.facts import HolderRow, Office, RuleBase
from natocheck.rulebase.lookup import earliest, latest, term_end

from .listed import listed

NOTES = listed("offices")


def test_the_terms_of_an_office_stand_in_order(rules: RuleBase) -> None:
    assert len(rules.offices) > 100
    assert [
        office.id
        for office in rules.offices.values()
        if office.rows != sorted(office.rows, key=lambda row: earliest(row.since))
    ] == []


def test_the_numbers_of_terms_ascend_by_one_without_holes(rules: RuleBase) -> None:
    """A list may be numbered in part, but then in one piece."""
    numbered = {office.id: numbers(office) for office in rules.offices.values()}
    assert sum(len(found) > 1 for found in numbers_only(numbered)) >= 4
    assert [
        id
        for id, found in numbered.items()
        if found and found != list(range(found[0] or 0, (found[0] or 0) + len(found)))
    ] == []


def numbers(office: Office) -> list[int | None]:
    """Return the numbers from the first to the last that is given, of terms that count."""
    found = [row.number for row in office.rows if not row.acting]
    given = [place for place, number in enumerate(found) if number is not None]
    return found[given[0] : given[-1] + 1] if given else []


def numbers_only(numbered: dict[str, list[int | None]]) -> list[list[int | None]]:
    return [found for found in numbered.values() if found]


def test_acting_holders_have_no_number(rules: RuleBase) -> None:
    rows = [row for office in rules.offices.values() for row in office.rows if row.acting]
    assert rows
    assert [row.person for row in rows if row.number is not None] == []


def test_nobody_holds_two_offices_at_a_time_but_those_who_are_known_to(rules: RuleBase) -> None:
    known = {(each["person"], frozenset(each["offices"])) for each in NOTES["two_offices"]}
    assert doubles(rules) == known


def test_no_two_that_are_known_exclude_each_other(rules: RuleBase) -> None:
    excluded = [set(pair) for pair in NOTES["exclude_each_other"]]
    assert {id for pair in excluded for id in pair} <= set(rules.offices)
    excluded += [{head.id, chief.id} for head, chief in heads(rules)]
    assert len(excluded) > 20
    assert [each for each in NOTES["two_offices"] if set(each["offices"]) in excluded] == []


def heads(rules: RuleBase) -> list[tuple[Office, Office]]:
    """Return each country's offices of head of state and head of government."""
    offices = rules.offices.values()
    return [
        (state, government)
        for state in offices
        for government in offices
        if state.of == government.of
        and state.id != government.id
        and "head of state" in state.titles
        and "head of government" in government.titles
    ]


def doubles(rules: RuleBase) -> set[tuple[str, frozenset[str]]]:
    """Return the persons who held two offices on a day, however their dates are read."""
    terms = [(office.id, row) for office in rules.offices.values() for row in office.rows]
    by_person: dict[str, list[tuple[str, HolderRow]]] = {}
    for id, row in terms:
        by_person.setdefault(row.person, []).append((id, row))
    return {
        (person, frozenset({one, other}))
        for person, held in by_person.items()
        for (one, row), (other, another) in combinations(held, 2)
        if one != other
        and max(latest(row.since), latest(another.since)) < min(sure_end(row), sure_end(another))
    }


def sure_end(row: HolderRow) -> dt.date:
    return term_end(row) if row.until is None else earliest(row.until)
