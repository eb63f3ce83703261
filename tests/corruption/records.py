"""Whether the record settles that a changed slot is wrong: read from the rule base alone.

A mutant that may be as right as its original, or of which the record says nothing, proves
nothing about the program. None of this asks how natocheck judges.
"""

import datetime as dt
from collections.abc import Iterator

from natocheck.model.claims import (
    Claim,
    Happened,
    Holds,
    Measured,
    Promised,
    Related,
    Repeats,
    Succeeds,
)
from natocheck.model.facts import Event, Office, Relation, RuleBase, Table
from natocheck.model.values import Period
from natocheck.rulebase.indexes import indexes_of
from natocheck.rulebase.lookup import earliest, latest

_APART = 0.1
"""The share by which another figure must differ, so that no rounding makes it right."""


def time_is_wrong(rules: RuleBase, rule: str, claim: Claim, period: Period, on: dt.date) -> bool:
    """Whether the record speaks of a time, and says something else of it, before ``on``."""
    if period.start > on:
        return False
    if rule in rules.events:
        return not any(period.overlaps(each) for each in _times(rules, rules.events[rule]))
    if rule in rules.offices:
        return _is_outside_terms(rules.offices[rule], claim, period)
    if rule in rules.reviewed:
        reviewed = rules.reviewed[rule]
        begun = reviewed.since is None or earliest(reviewed.since) <= period.start
        lasts = reviewed.until is None or period.end <= latest(reviewed.until)
        return begun and lasts and reviewed.at is None
    if isinstance(claim.statement, Measured):
        return _year_is_wrong(rules, claim.statement, period.start.year)
    return True


def _times(rules: RuleBase, event: Event) -> Iterator[Period]:
    """When an event and its kin took place: all days that a row may mean."""
    for each in rules.events.values():
        if each is event or (event.family and each.family == event.family):
            for row in each.rows:
                yield Period(earliest(row.date), latest(row.until or row.date), "range")


def _is_outside_terms(office: Office, claim: Claim, period: Period) -> bool:
    """Whether no term of the person touches a time that the office's record reaches.

    Terms of others before the record begins may have been the person's too.
    """
    statement = claim.statement
    begun = earliest(office.complete_since or office.rows[0].since)
    if not isinstance(statement, Holds) or office.complete_since is None or period.start < begun:
        return False
    own = [row for row in office.rows if row.person == statement.person]
    return not any(
        earliest(row.since) <= period.end and period.start <= latest(row.until or row.since)
        for row in own
    )


def _year_is_wrong(rules: RuleBase, claim: Measured, year: int) -> bool:
    """Whether every release that has the year gives another figure than the claimed one."""
    if claim.form != "value" or claim.interval is None:
        return claim.form in {"set", "share", "change"}
    low, high = claim.interval.low * (1 - _APART), claim.interval.high * (1 + _APART)
    found = [
        table.cells[actor][year] * table.scale
        for table in _tables(rules, claim)
        for actor in claim.operand.actors
        if year in table.cells.get(actor, {})
    ]
    return bool(found) and not any(low <= value <= high for value in found)


def _tables(rules: RuleBase, claim: Measured) -> Iterator[Table]:
    for measure in (claim.measure, *claim.alternatives):
        yield from indexes_of(rules).tables.get(measure, ())


def actor_is_wrong(rules: RuleBase, rule: str, claim: Claim, old: str, new: str) -> bool:
    """Whether the record tells that what is claimed of ``old`` does not hold of ``new``."""
    statement = claim.statement
    if getattr(statement, "negated", False):
        return False
    if isinstance(statement, Promised | Repeats):
        return False  # to whom else something was promised, or what else is true, is not told
    if isinstance(statement, Related):
        return _is_paired(rules.relations[rule], statement, old, new)
    if isinstance(statement, Measured):
        return _has_other_figure(rules, statement, old, new)
    if isinstance(statement, Happened):
        return any(_is_told(rules.events[event], old) for event in statement.events)
    if isinstance(statement, Holds):
        return _never_held(rules.offices[rule], statement, new)
    return True


def _has_other_figure(rules: RuleBase, claim: Measured, old: str, new: str) -> bool:
    """Whether the releases give the other a figure that differs; comparisons may hold as well."""
    if claim.form == "compare":
        return False
    pairs = [
        (table.cells[old][year], table.cells[new][year])
        for table in _tables(rules, claim)
        for year in table.cells.get(old, {}).keys() & table.cells.get(new, {}).keys()
        if not claim.years or year in claim.years
    ]
    return bool(pairs) and all(abs(one - two) > _APART * abs(one) for one, two in pairs)


def _is_paired(relation: Relation, claim: Related, old: str, new: str) -> bool:
    """Whether the record gives the partner that leaves no room for the other."""
    if old == claim.subject and relation.one_subject:
        return True
    listed = any(new in {row.subject, row.object} for row in relation.rows)
    return listed and (relation.one_object or relation.one_subject)


def turn_is_wrong(rules: RuleBase, claim: Claim) -> bool:
    """Whether a claim turned round is refuted: who came first on record may have come back."""
    statement = claim.statement
    if not isinstance(statement, Succeeds):
        return True
    first = {office.rows[0].person for office in rules.offices.values()}
    return statement.predecessor not in first


def _is_told(event: Event, actor: str) -> bool:
    """Whether the record names all who stand where this one does."""
    named = {i for each in event.actors for i in ([each] if isinstance(each, str) else each)}
    held = {i for row in event.rows for i in (*row.actors, *row.places)}
    targets = {i for row in event.rows for i in row.targets} if event.all_targets else set()
    return actor in named | held | targets


def _never_held(office: Office, claim: Holds, person: str) -> bool:
    """Whether the record of the time that is meant is whole and lacks the person."""
    if office.complete_since is None or any(row.person == person for row in office.rows):
        return False
    whole = office.rows[0].number == 1
    if claim.when is None:
        return whole or claim.mode in {"holds", "running"}
    return whole or claim.when.period.start >= earliest(office.complete_since)


def number_is_wrong(rules: RuleBase, rule: str, value: float) -> bool:
    """Whether no figure of an event comes near a number, however sources differ."""
    if rule not in rules.events:
        return True
    figures = rules.events[rule].figures
    return not any(abs(value - each.value) <= each.slack + _APART * each.value for each in figures)
