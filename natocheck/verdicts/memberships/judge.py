"""Claims of membership held against accession days, member by member."""

import datetime as dt

import msgspec

from natocheck.model.claims import Belongs
from natocheck.model.facts import Membership, RuleBase
from natocheck.rulebase.lookup import earliest, members_on, membership_of, periods
from natocheck.verdicts.memberships.days import is_not_until, judge_applied, turning_point
from natocheck.verdicts.memberships.denials import never_member, not_in_place, not_member
from natocheck.verdicts.memberships.newest import judge_newest
from natocheck.verdicts.outcome import Outcome, silent
from natocheck.verdicts.times import still_known

_NEAR_DAYS = 366
_LONG_BEFORE = 5  # years


def judge_belongs(claim: Belongs, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge each member on its own: one that is wrong makes the claim wrong."""
    rule = membership_of(rulebase, claim.organisation)
    if rule is None or _is_long_before(claim, rule):
        return silent("no-fact")
    members = [
        country for member in claim.members for country in sorted(members_on(rulebase, member, day))
    ]
    outcomes = [_judge_one(claim, rule, rulebase, day, country) for country in members]
    for verdict in ("disputed", "unverified", "supported"):
        found = [o for o in outcomes if o.verdict == verdict]
        unsure = claim.assumed and not _is_near(claim, rule) and not _is_told(claim, outcomes)
        if found and verdict == "disputed" and unsure:
            return silent("no-organisation", (found[0].recorded,), rule.id)
        if found:
            return _together(found) if verdict == "supported" else found[0]
    return silent("no-fact")


def _is_long_before(claim: Belongs, rule: Membership) -> bool:
    """Whether the time lies so long before the first member that another body is meant:
    "Georgia joined the Union in 1788"."""
    founded = min(earliest(row.since) for row in rule.rows)
    return claim.when is not None and claim.when.period.end.year < founded.year - _LONG_BEFORE


def _is_told(claim: Belongs, outcomes: list[Outcome]) -> bool:
    """Whether most of those named with a time did so then: no other body is meant."""
    right = sum(outcome.verdict == "supported" for outcome in outcomes)
    return claim.when is not None and 2 * right > len(outcomes)


def _is_near(claim: Belongs, rule: Membership) -> bool:
    """Whether the time said is so near the right one that no other organisation is meant."""
    if claim.when is None:
        return False
    stamps = [
        row.applied if claim.mode == "applied" else row.since
        for row in rule.rows
        if row.member in claim.members
    ]
    recorded = [period for stamp in stamps for period in periods(stamp)]
    said = claim.when.period
    near = dt.timedelta(days=_NEAR_DAYS)
    return any(p.start - near <= said.end and said.start <= p.end + near for p in recorded)


def _together(outcomes: list[Outcome]) -> Outcome:
    recorded = "; ".join(o.recorded for o in outcomes)
    return msgspec.structs.replace(outcomes[0], recorded=recorded)


def _judge_one(
    claim: Belongs, rule: Membership, rulebase: RuleBase, day: dt.date, country: str
) -> Outcome:
    if claim.when is None and not still_known(rule.seen, day):
        return silent("not-known", (f"the record ends on {rule.seen}",), rule.id)
    if claim.when is not None and claim.when.period.start > day:
        return silent("not-yet", (), rule.id)
    rows = [row for row in rule.rows if row.member == country and earliest(row.since) <= day]
    if claim.newest and claim.when is None:
        return judge_newest(claim, rule, rulebase, country, day)
    if claim.mode == "applied":
        return judge_applied(claim, rule, rulebase, country, day)
    if claim.negated and (claim.founder or claim.order is not None):
        return not_in_place(claim, rule, rulebase, country, rows, day)
    if claim.negated and not is_not_until(claim):
        return not_member(claim, rule, rulebase, country, rows, day)
    if not rows:
        return never_member(claim, rule, rulebase, country, day)
    return turning_point(claim, rule, rulebase, rows[-1], day)
