"""How long after one country another joined."""

import datetime as dt
import itertools
import math
from collections.abc import Iterable

from natocheck.model.claims import JoinedApart, Span
from natocheck.model.facts import RuleBase
from natocheck.model.values import Period
from natocheck.rulebase.lookup import earliest, membership_of, periods
from natocheck.verdicts import wording
from natocheck.verdicts.memberships.answers import outcome, statement
from natocheck.verdicts.outcome import Outcome, silent

_PARTS = {"year": 1, "month": 2, "day": 3}


def judge_apart(claim: JoinedApart, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge how many days lie between two accessions; alternatives in the record all count."""
    rule = membership_of(rulebase, claim.organisation)
    if rule is None:
        return silent("no-fact")
    rows = {row.member: row for row in rule.rows if earliest(row.since) <= day}
    if claim.earlier not in rows or claim.later not in rows:
        return silent("no-fact", (), rule.id)
    first, second = rows[claim.earlier], rows[claim.later]
    distances = [
        (b.start - a.start).days
        for a, b in itertools.product(periods(first.since), periods(second.since))
    ]
    right = any(claim.days.holds(d if claim.ordered else abs(d)) for d in distances)
    if claim.same is not None:
        right = _is_same(claim.same, periods(first.since), periods(second.since))
    recorded = f"{statement(rulebase, rule, first)}; {statement(rulebase, rule, second)}"
    names = wording.names(rulebase, [claim.earlier, claim.later])
    return outcome(
        rule,
        rulebase,
        None,
        "supported" if right else "disputed",
        "agrees"
        if right
        else "wrong-interval"
        if math.isfinite(claim.days.high)
        else "wrong-order",
        f"{names} joined {_distance(claim)}",
        f"{recorded}: {distances[0]} days apart",
    )


def _is_same(span: Span, first: Iterable[Period], second: Iterable[Period]) -> bool:
    """Whether two days may lie in the same year or month, or be the same."""
    length = _PARTS[span]
    days = itertools.product(first, second)
    return any(_parts(a.start)[:length] == _parts(b.start)[:length] for a, b in days)


def _parts(day: dt.date) -> tuple[int, int, int]:
    return (day.year, day.month, day.day)


def _distance(claim: JoinedApart) -> str:
    days = claim.days
    if claim.same is not None:
        return f"in the same {claim.same}"
    if math.isinf(days.high):
        return "in this order"
    return f"{wording.number(round(days.low))} to {wording.number(round(days.high))} days apart"
