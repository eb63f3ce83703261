"""Claims of membership held against accession days."""

import datetime as dt
import itertools

import msgspec

from natocheck.model.claims import Belongs, JoinedApart, When
from natocheck.model.facts import MemberRow, Membership, RuleBase
from natocheck.rulebase.lookup import (
    earliest,
    latest,
    member_order,
    members_on,
    membership_of,
    periods,
    sources_of,
)
from natocheck.verdicts import wording
from natocheck.verdicts.outcome import Outcome, silent
from natocheck.verdicts.times import agree, still_known

_NEAR_DAYS = 366
_PAST = {"joined": "joined", "left": "left", "applied": "applied to"}

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
        return _newest(claim, rule, rulebase, country, day)
    if claim.mode == "applied":
        return _applied(claim, rule, rulebase, country, day)
    if claim.negated and (claim.founder or claim.order is not None):
        return _not_in_place(claim, rule, rulebase, country, rows, day)
    if claim.negated and not _is_not_until(claim):
        return _not_member(claim, rule, rulebase, country, rows, day)
    if not rows:
        return _never(claim, rule, rulebase, country, day)
    return _turning_point(claim, rule, rulebase, rows[-1], day)


def _is_not_until(claim: Belongs) -> bool:
    """ "did not join until 1986" says that it joined in 1986."""
    return (
        claim.when is not None
        and claim.when.relation in {"until", "before"}
        and (claim.mode == "joined")
    )


def _statement(rulebase: RuleBase, rule: Membership, row: MemberRow) -> str:
    days = wording.periods(periods(row.since))
    member, group = wording.name(rulebase, row.member), wording.name(rulebase, rule.group)
    text = f"{member} joined {group} on {days}"
    order = _order_words(rulebase, rule, row.member)
    left = f", left on {wording.periods(periods(row.until))}" if row.until is not None else ""
    return f"{text}{order}{left}"


def _order_words(rulebase: RuleBase, rule: Membership, member: str) -> str:
    first, last = _order(rulebase, rule, member)
    return f" (number {first})" if first == last else f" (one of numbers {first} to {last})"


def _order(rulebase: RuleBase, rule: Membership, member: str) -> tuple[int, int]:
    ranks = {country: (low, high) for low, high, country in member_order(rulebase, rule.group)}
    return ranks.get(member, (0, 0))


def _outcome(
    rule: Membership,
    rulebase: RuleBase,
    row: MemberRow | None,
    verdict: str,
    reason: str,
    claimed: str,
    recorded: str = "",
) -> Outcome:
    text = recorded or (_statement(rulebase, rule, row) if row is not None else "")
    return Outcome(
        verdict=verdict,  # type: ignore[arg-type]
        reason=reason,
        rule=rule.id,
        claimed=claimed,
        recorded=text,
        correction=text if verdict == "disputed" else None,
        sources=sources_of(rulebase, rule),
    )


def _claimed(claim: Belongs, rulebase: RuleBase, country: str) -> str:
    verb = _PAST.get(claim.mode, "is a founder of" if claim.founder else "is a member of")
    text = f"{wording.name(rulebase, country)} {verb} {wording.name(rulebase, claim.organisation)}"
    if claim.negated:
        text = f"not: {text}"
    order = f" as number {claim.order}" if claim.order else ""
    return f"{text}{order} {wording.when(claim.when)}".strip()


def _never(
    claim: Belongs, rule: Membership, rulebase: RuleBase, country: str, day: dt.date
) -> Outcome:
    future = [row for row in rule.rows if row.member == country]
    known = (
        f"{_statement(rulebase, rule, future[0])}"
        if future
        else f"{wording.name(rulebase, country)} is not a member of "
        f"{wording.name(rulebase, rule.group)}"
    )
    if not future and country in rulebase.groups:
        return silent("no-fact")
    return _outcome(
        rule,
        rulebase,
        None,
        "disputed",
        "not-a-member",
        _claimed(claim, rulebase, country),
        f"{known} (judged on {wording.day(day)})",
    )


def _not_in_place(
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
    denied_rightly = not rows or _wrong_order(claim, rule, rulebase, rows[-1], day) is not None
    return _outcome(
        rule,
        rulebase,
        rows[-1] if rows else None,
        "supported" if denied_rightly else "disputed",
        "agrees" if denied_rightly else "wrong-order",
        _claimed(claim, rulebase, country),
        "" if rows else f"{wording.name(rulebase, country)} is no member",
    )


def _not_member(
    claim: Belongs,
    rule: Membership,
    rulebase: RuleBase,
    country: str,
    rows: list[MemberRow],
    day: dt.date,
) -> Outcome:
    moment = _last_day(claim.when) if claim.when is not None else day
    claimed = _claimed(claim, rulebase, country)
    if claim.mode == "left":
        gone = any(row.until is not None and earliest(row.until) <= day for row in rows)
        return _outcome(
            rule,
            rulebase,
            rows[-1] if rows else None,
            "disputed" if gone else "supported",
            "wrong-event" if gone else "agrees",
            claimed,
        )
    inside = [
        row
        for row in rows
        if earliest(row.since) <= moment and (row.until is None or moment <= latest(row.until))
    ]
    if inside:
        certain = latest(inside[0].since) <= moment
        if claim.mode == "joined" and claim.when is not None and claim.when.relation == "in":
            return silent("no-fact")
        return _outcome(
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
    return _outcome(rule, rulebase, None, "supported", "agrees", claimed, text)


def _last_day(when: When) -> dt.date:
    """The last day of a time; "before 2023" ends with 2022."""
    if when.relation in {"before", "until"}:
        return when.period.start - dt.timedelta(days=1)
    return when.period.end


def _turning_point(
    claim: Belongs, rule: Membership, rulebase: RuleBase, row: MemberRow, day: dt.date
) -> Outcome:
    claimed = _claimed(claim, rulebase, row.member)
    problem = _wrong_day(claim, row, day) or _wrong_order(claim, rule, rulebase, row, day)
    if problem == "edge":
        return silent("not-precise-enough", (_statement(rulebase, rule, row),), rule.id)
    if problem is not None:
        return _outcome(rule, rulebase, row, "disputed", problem, claimed)
    return _outcome(rule, rulebase, row, "supported", "agrees", claimed)


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
    if when.relation in {"since"} or (claim.negated and _is_not_until(claim)):
        when = When(when.period, "in")
    return {"yes": None, "edge": "edge", "no": "wrong-date"}[agree(when, periods(row.since))]


def _wrong_order(
    claim: Belongs, rule: Membership, rulebase: RuleBase, row: MemberRow, day: dt.date
) -> str | None:
    first, last = _order(rulebase, rule, row.member)
    if claim.order is not None and not first <= claim.order <= last:
        return "wrong-order"
    founders = {country for low, _, country in member_order(rulebase, rule.group) if low == 1}
    if claim.founder and row.member not in founders:
        return "not-a-founder"
    if claim.newest and row.member not in _newest_members(rule, day):
        return "outdated"
    return None


def _newest_members(rule: Membership, day: dt.date) -> dict[str, MemberRow]:
    """Those that were the last to join by ``day``."""
    begun = [row for row in rule.rows if earliest(row.since) <= day]
    last = max(earliest(row.since) for row in begun)
    return {row.member: row for row in begun if earliest(row.since) == last}


def _newest(
    claim: Belongs, rule: Membership, rulebase: RuleBase, country: str, day: dt.date
) -> Outcome:
    """Judge "the newest member"; the correction names the one that is."""
    newest = _newest_members(rule, day)
    right = (country in newest) != claim.negated
    recorded = "; ".join(_statement(rulebase, rule, row) for row in newest.values())
    was_member = any(row.member == country and earliest(row.since) <= day for row in rule.rows)
    reason = "agrees" if right else "outdated" if was_member else "not-a-member"
    claimed = f"{wording.name(rulebase, country)} is the newest member"
    return _outcome(
        rule,
        rulebase,
        None,
        "supported" if right else "disputed",
        reason,
        claimed,
        f"the newest member on {wording.day(day)}: {recorded}",
    )


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
    recorded = f"{_statement(rulebase, rule, first)}; {_statement(rulebase, rule, second)}"
    names = wording.names(rulebase, [claim.earlier, claim.later])
    apart = f"{wording.number(round(claim.days.low))} to {wording.number(round(claim.days.high))}"
    return _outcome(
        rule,
        rulebase,
        None,
        "supported" if right else "disputed",
        "agrees" if right else "wrong-interval",
        f"{names} joined {apart} days apart",
        f"{recorded}: {distances[0]} days apart",
    )


def _applied(
    claim: Belongs, rule: Membership, rulebase: RuleBase, country: str, day: dt.date
) -> Outcome:
    row = next((r for r in rule.rows if r.member == country and r.applied is not None), None)
    if row is None or claim.when is None or row.applied is None or claim.negated:
        return silent("no-fact")
    answer = agree(claim.when, periods(row.applied))
    text = f"{wording.name(rulebase, country)} applied on {wording.periods(periods(row.applied))}"
    if answer == "edge":
        return silent("not-precise-enough", (text,), rule.id)
    return _outcome(
        rule,
        rulebase,
        row,
        "supported" if answer == "yes" else "disputed",
        "agrees" if answer == "yes" else "wrong-date",
        _claimed(claim, rulebase, country),
        text,
    )
