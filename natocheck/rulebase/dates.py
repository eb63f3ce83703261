"""Lint: terms and memberships whose dates contradict each other or leave a gap.

Where sources differ on a day, only what no reading of the dates avoids is a fault.
"""

import datetime as dt
from collections.abc import Iterator
from itertools import combinations

from natocheck.model.facts import HolderRow, MemberRow, Membership, Office, RuleBase, Stamps
from natocheck.rulebase.faults import Fault
from natocheck.rulebase.lookup import earliest, latest, term_end

_DAY = dt.timedelta(days=1)
_MEND = "correct the dates"


def date_faults(rulebase: RuleBase) -> Iterator[Fault]:
    """Yield the faults of the dates of all offices and memberships."""
    for office in rulebase.offices.values():
        yield from _office_faults(office)
    for membership in rulebase.memberships.values():
        yield from _membership_faults(membership)
    yield from _double_memberships(rulebase)


def _office_faults(office: Office) -> Iterator[Fault]:
    rows = sorted(office.rows, key=lambda row: earliest(row.since))
    for row in rows:
        if row.until is None and row.seen is None:
            message = f"{row.person}: neither until nor seen: add the last day known in office"
            yield Fault(message, id=office.id)
        yield from _backward(office.id, row.person, row.since, row.until or row.seen)
    for one, other in combinations(rows, 2):
        if _first_end(one) > latest(other.since):
            message = f"the terms of {one.person} and {other.person} overlap: {_MEND}"
            yield Fault(message, id=office.id)
    yield from _gaps(office, rows)


def _first_end(row: HolderRow) -> dt.date:
    """Return the first day on which the term may end, all readings considered."""
    return term_end(row) if row.until is None else earliest(row.until)


def _gaps(office: Office, rows: list[HolderRow]) -> Iterator[Fault]:
    """Find days after ``complete_since`` on which nobody holds the office."""
    if office.complete_since is None:
        return
    reach = earliest(office.complete_since) - _DAY
    for row in rows:
        start = earliest(row.since)
        if start > reach + _DAY:
            span = f"from {reach + _DAY} to {start - _DAY}"
            message = f"complete since {office.complete_since}, but nobody holds it {span}"
            yield Fault(f"{message}: add the term or {_MEND}", id=office.id)
        reach = max(reach, term_end(row))


def _membership_faults(rule: Membership) -> Iterator[Fault]:
    for row in rule.rows:
        yield from _backward(rule.id, row.member, row.since, row.until)
    for one, other in combinations(sorted(rule.rows, key=lambda row: earliest(row.since)), 2):
        if one.member == other.member and _still_in(one, other):
            yield Fault(f"{one.member}: two memberships overlap: {_MEND}", id=rule.id)
    seen = earliest(rule.seen)
    for row in rule.rows:
        if row.member in rule.candidates and (row.until is None or latest(row.until) > seen):
            message = f"{row.member} is a candidate and a member: keep one of the two"
            yield Fault(message, id=rule.id)


def _still_in(one: MemberRow, other: MemberRow) -> bool:
    return one.until is None or earliest(one.until) >= latest(other.since)


def _backward(id: str, who: str, since: Stamps, until: Stamps | None) -> Iterator[Fault]:
    if until is not None and latest(until) < earliest(since):
        yield Fault(f"{who}: the end lies before the beginning: {_MEND}", id=id)


def _double_memberships(rulebase: RuleBase) -> Iterator[Fault]:
    rules: dict[str, str] = {}
    for rule in rulebase.memberships.values():
        first = rules.setdefault(rule.group, rule.id)
        if first != rule.id:
            message = f"{first} holds the members of {rule.group} already: join the two rules"
            yield Fault(message, id=rule.id)
