"""Hosts, capitals, groups and acceding countries against the tables of members."""

import datetime as dt

from natocheck.model.facts import Event, Occurrence, RuleBase
from natocheck.rulebase.lookup import earliest, latest, members_on

DAY = dt.timedelta(days=1)


def joined(rules: RuleBase, member: str) -> tuple[dt.date, dt.date]:
    """Return the first and last day that may be a country's accession to NATO."""
    [row] = [row for row in rules.memberships["nato-membership"].rows if row.member == member]
    return earliest(row.since), latest(row.since)


def actors(event: Event, row: Occurrence) -> set[str]:
    """Return who acted in a row: its own actors, else the rule's."""
    of_rule = {
        actor for each in event.actors for actor in (each if isinstance(each, list) else [each])
    }
    return set(row.actors) or of_rule


def family(rules: RuleBase, name: str) -> list[tuple[Event, Occurrence, set[str]]]:
    found = [
        (event, row, actors(event, row))
        for event in rules.events.values()
        if event.family == name
        for row in event.rows
    ]
    assert len(found) > 4
    return found


def test_battlegroups_stand_in_member_countries_and_are_led_by_them(rules: RuleBase) -> None:
    rows = rules.relations["battlegroup-framework-nations"].rows
    assert len(rows) >= 10
    for row in rows:
        assert row.since is not None
        first = earliest(row.since)
        last = rules.as_of if row.until is None else latest(row.until)
        for day in (first, last):
            assert {row.subject, row.object} <= members_on(rules, "nato", day), (row, day)


def test_every_member_has_one_capital_that_lies_in_it(rules: RuleBase) -> None:
    rows = rules.relations["capitals"].rows
    members = members_on(rules, "nato", rules.as_of) | members_on(rules, "eu", rules.as_of)
    assert len(members) > 35
    for country in sorted(members):
        [capital] = [row.subject for row in rows if row.object == country]
        assert rules.actors[capital].located == country
        assert rules.actors[country].capital in {None, capital}


def test_no_city_is_the_capital_of_two_countries(rules: RuleBase) -> None:
    cities = [row.subject for row in rules.relations["capitals"].rows]
    assert len(cities) == len(set(cities)) > 90
    assert {rules.actors[city].type for city in cities} == {"place"}


def test_members_of_groups_and_memberships_are_countries(rules: RuleBase) -> None:
    named = {m: group.id for group in rules.groups.values() for m in group.members}
    named |= {r.member: rule.id for rule in rules.memberships.values() for r in rule.rows}
    assert len(named) > 80
    assert {m: where for m, where in named.items() if rules.actors[m].type != "country"} == {}


def test_no_group_names_a_member_twice(rules: RuleBase) -> None:
    assert [g.id for g in rules.groups.values() if len(g.members) != len(set(g.members))] == []


def test_an_instrument_of_accession_makes_a_member_on_that_day(rules: RuleBase) -> None:
    rows = family(rules, "instrument-of-accession")
    days = {actor: earliest(row.date) for _, row, who in rows for actor in who}
    assert len(days) > 12
    assert {
        actor: day
        for actor, day in days.items()
        if not joined(rules, actor)[0] <= day <= joined(rules, actor)[1]
    } == {}


def test_a_protocol_comes_before_the_accession(rules: RuleBase) -> None:
    for event, row, who in family(rules, "accession-protocol"):
        for actor in who:
            assert latest(row.date) < joined(rules, actor)[0], event.id


def test_the_rounds_of_enlargement_are_the_days_on_which_countries_joined(rules: RuleBase) -> None:
    founders = members_on(rules, "nato", dt.date(1949, 12, 31))
    members = [row.member for row in rules.memberships["nato-membership"].rows]
    later = {joined(rules, member) for member in members if member not in founders}
    rounds = rules.events["nato-enlargement-rounds"].rows
    assert [(earliest(row.date), latest(row.date)) for row in rounds] == sorted(later)
    assert [row.number for row in rounds] == list(range(1, len(rounds) + 1))


def test_only_members_ratified_the_nordic_accessions(rules: RuleBase) -> None:
    event = rules.events["ratifications-of-the-nordic-accessions"]
    ratified = {actor: latest(row.date) for row in event.rows for actor in row.actors}
    assert len(ratified) > 25
    assert {
        actor: day for actor, day in ratified.items() if actor not in members_on(rules, "nato", day)
    } == {}
    assert max(ratified.values()) < joined(rules, "sweden")[0]
