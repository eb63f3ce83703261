"""Memberships that a sentence denies, and such as never were."""

import datetime as dt

from natocheck.model.claims import Belongs, When
from natocheck.model.facts import MemberRow, Membership, RuleBase
from natocheck.rulebase.lookup import earliest, latest
from natocheck.verdicts import wording
from natocheck.verdicts.memberships.answers import answered, claimed_of, outcome, statement
from natocheck.verdicts.memberships.order import wrong_order
from natocheck.verdicts.outcome import Outcome, silent


def never_member(
    claim: Belongs, rule: Membership, rulebase: RuleBase, country: str, day: dt.date
) -> Outcome:
    """Dispute the membership of a country that is none, or not yet."""
    future = [row for row in rule.rows if row.member == country]
    known = (
        f"{statement(rulebase, rule, future[0])}"
        if future
        else f"{wording.name(rulebase, country)} is not a member of "
        f"{wording.name(rulebase, rule.group)}"
    )
    if not future and country in rulebase.groups:
        return silent("no-fact")
    return outcome(
        rule,
        rulebase,
        None,
        "disputed",
        "not-a-member",
        claimed_of(claim, rulebase, country),
        f"{known} (judged on {wording.day(day)})",
    )


def not_in_place(
    claim: Belongs,
    rule: Membership,
    rulebase: RuleBase,
    country: str,
    rows: list[MemberRow],
    day: dt.date,
) -> Outcome:
    """Judge "was not a founder", "was not the 31st to join": its place is denied, no more."""
    if not rows and country in rulebase.groups:
        return silent("no-fact")
    if claim.when is not None:
        return silent("not-precise-enough", (), rule.id)
    denied_rightly = not rows or wrong_order(claim, rule, rulebase, rows[-1], day) is not None
    row, claimed = rows[-1] if rows else None, claimed_of(claim, rulebase, country)
    recorded = "" if rows else f"{wording.name(rulebase, country)} is no member"
    return answered(denied_rightly, "wrong-order", rule, rulebase, row, claimed, recorded)


def not_member(
    claim: Belongs,
    rule: Membership,
    rulebase: RuleBase,
    country: str,
    rows: list[MemberRow],
    day: dt.date,
) -> Outcome:
    """Judge that a country was not in, did not join or did not leave."""
    moment = _last_day(claim.when) if claim.when is not None else day
    claimed = claimed_of(claim, rulebase, country)
    if claim.mode == "left":
        gone = any(row.until is not None and earliest(row.until) <= day for row in rows)
        row = rows[-1] if rows else None
        return answered(not gone, "wrong-event", rule, rulebase, row, claimed)
    inside = [
        row
        for row in rows
        if earliest(row.since) <= moment and (row.until is None or moment <= latest(row.until))
    ]
    if inside:
        certain = latest(inside[0].since) <= moment
        if claim.mode == "joined" and claim.when is not None and claim.when.relation == "in":
            return silent("no-fact")
        return outcome(
            rule,
            rulebase,
            inside[0],
            "disputed" if certain else "unverified",
            "is-a-member",
            claimed,
        )
    text = (
        f"{wording.name(rulebase, country)} was not a member of "
        f"{wording.name(rulebase, rule.group)} on {wording.day(moment)}"
    )
    return outcome(rule, rulebase, None, "supported", "agrees", claimed, text)


def _last_day(when: When) -> dt.date:
    """The last day of a time; "before 2023" ends with 2022."""
    if when.relation in {"before", "until"}:
        return when.period.start - dt.timedelta(days=1)
    return when.period.end
