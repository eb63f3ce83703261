"""Days of joining, leaving and applying held against those that a sentence gives."""

import datetime as dt

from natocheck.model.claims import Belongs, When
from natocheck.model.facts import MemberRow, Membership, RuleBase
from natocheck.rulebase.lookup import earliest, latest, periods
from natocheck.verdicts import wording
from natocheck.verdicts.memberships.answers import answered, claimed_of, outcome, statement
from natocheck.verdicts.memberships.order import wrong_order
from natocheck.verdicts.outcome import Outcome, silent
from natocheck.verdicts.times import agree


def is_not_until(claim: Belongs) -> bool:
    """ "did not join until 1986" says that it joined in 1986."""
    return (
        claim.when is not None
        and claim.when.relation in {"until", "before"}
        and (claim.mode == "joined")
    )


def turning_point(
    claim: Belongs, rule: Membership, rulebase: RuleBase, row: MemberRow, day: dt.date
) -> Outcome:
    """Judge the day and the place of one that did join or leave."""
    claimed = claimed_of(claim, rulebase, row.member)
    problem = _wrong_day(claim, row, day) or wrong_order(claim, rule, rulebase, row, day)
    if problem == "edge":
        return silent("not-precise-enough", (statement(rulebase, rule, row),), rule.id)
    if problem is not None:
        return outcome(rule, rulebase, row, "disputed", problem, claimed)
    return outcome(rule, rulebase, row, "supported", "agrees", claimed)


def _wrong_day(claim: Belongs, row: MemberRow, day: dt.date) -> str | None:
    if claim.mode == "left":
        if row.until is None:
            return "wrong-event"
        answer = agree(claim.when, periods(row.until)) if claim.when is not None else "yes"
        return {"yes": None, "edge": "edge", "no": "wrong-date"}[answer]
    if (
        row.until is not None
        and latest(row.until) < day
        and claim.mode == "is"
        and (claim.when is None)
    ):
        return "outdated"
    if claim.when is None:
        return None
    when = claim.when
    if claim.mode == "is" and when.relation not in {"since"}:
        inside = earliest(row.since) <= when.period.end and (
            row.until is None or when.period.start <= latest(row.until)
        )
        return None if inside else "wrong-date"
    waited = claim.negated and is_not_until(claim)
    if waited and when.relation == "before":
        later = min(p.start for p in periods(row.since)) > when.period.end
        return "edge" if later else _answer(When(when.period, "in"), row)
    if when.relation == "since" or waited:
        when = When(when.period, "in")
    return _answer(when, row)


def _answer(when: When, row: MemberRow) -> str | None:
    return {"yes": None, "edge": "edge", "no": "wrong-date"}[agree(when, periods(row.since))]


def judge_applied(
    claim: Belongs, rule: Membership, rulebase: RuleBase, country: str, day: dt.date
) -> Outcome:
    """Judge when a country applied."""
    row = next((r for r in rule.rows if r.member == country and r.applied is not None), None)
    if row is None or claim.when is None or row.applied is None or claim.negated:
        return silent("no-fact")
    answer = agree(claim.when, periods(row.applied))
    text = f"{wording.name(rulebase, country)} applied on {wording.periods(periods(row.applied))}"
    if answer == "edge":
        return silent("not-precise-enough", (text,), rule.id)
    claimed = claimed_of(claim, rulebase, country)
    return answered(answer == "yes", "wrong-date", rule, rulebase, row, claimed, text)
