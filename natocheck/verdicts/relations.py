"""Claims of fixed relations held against the pairs for which they hold."""

import datetime as dt

from natocheck.model.claims import Related
from natocheck.model.facts import Relation, RelationRow, RuleBase
from natocheck.model.values import period_of
from natocheck.rulebase.lookup import latest, sources_of
from natocheck.verdicts import wording
from natocheck.verdicts.outcome import Outcome, decided, silent


def judge_related(claim: Related, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge a pair at the claimed time, else on the day of judging.

    A past tense without a time may mean any day before.
    """
    rule = rulebase.relations[claim.relation]
    if claim.negated and claim.past:
        return silent("not-known", ("it may not have been so then",), rule.id)
    moments = _moments(claim, day)
    if max(moments) > latest(rule.seen):
        return silent("not-known", (f"the record ends on {rule.seen}",), rule.id)
    if claim.when is not None and claim.when.relation == "until":
        return _ended(claim, rule, rulebase)
    same = [row for row in rule.rows if _is_pair(rule, row, claim, rulebase)]
    held = [row for row in same if all(_holds(row, moment) for moment in moments)]
    if held or (claim.past and claim.when is None and any(_had_begun(row, day) for row in same)):
        return _outcome(claim, rule, rulebase, held or same, right=not claim.negated)
    if claim.negated and not same and (listed := _all_of_one(claim, rule, moments)):
        return _outcome(claim, rule, rulebase, listed, right=True)
    if claim.negated or (claim.past and (same or rule.complete_for)):
        return silent("no-fact", (), rule.id)
    others = _all_of_one(claim, rule, moments) or [
        row
        for row in rule.rows
        if _excludes(rule, row, claim) and all(_holds(row, moment) for moment in moments)
    ]
    if not others:
        return silent("no-fact", (), rule.id)
    return _outcome(claim, rule, rulebase, others, right=False)


def _ended(claim: Related, rule: Relation, rulebase: RuleBase) -> Outcome:
    """ "Until 1967": right if it ended then; when else it did is not held against it."""
    assert claim.when is not None
    own = [row for row in rule.rows if _is_pair(rule, row, claim, rulebase)]
    same = [row for row in own if row.until is not None]
    then = [r for r in same if r.until and period_of(r.until).overlaps(claim.when.period)]
    if not then or claim.negated:
        return silent("no-fact", tuple(_words(row, rulebase) for row in same), rule.id)
    return _outcome(claim, rule, rulebase, then, right=True)


def _moments(claim: Related, day: dt.date) -> list[dt.date]:
    """The days on which it must hold: since a year means its end and today."""
    if claim.when is None:
        return [day]
    then = min(claim.when.period.end, day)
    return [then, day] if claim.when.relation == "since" else [then]


def _all_of_one(claim: Related, rule: Relation, moments: list[dt.date]) -> list[RelationRow]:
    """All pairs of one of the two whose pairs are all known, if they were known then."""
    known = {side for row in rule.rows for side in (row.subject, row.object)}
    known |= set(rule.complete_for)
    if not {claim.subject, claim.object} <= known:
        return []
    for side in (claim.subject, claim.object):
        rows = [row for row in rule.rows if side in {row.subject, row.object}]
        if side in rule.complete_for and all(_holds(r, day) for r in rows for day in moments):
            return rows
    return []


def _is_pair(rule: Relation, row: RelationRow, claim: Related, rulebase: RuleBase) -> bool:
    """Whether a row is the claimed pair; a country stands for the places in it."""
    if rule.symmetric and (row.object, row.subject) == (claim.subject, claim.object):
        return True
    if row.subject != claim.subject:
        return False
    place = rulebase.actors.get(row.object)
    return row.object == claim.object or (place is not None and place.located == claim.object)


def _holds(row: RelationRow, day: dt.date) -> bool:
    return _had_begun(row, day) and (row.until is None or day <= period_of(row.until).end)


def _had_begun(row: RelationRow, day: dt.date) -> bool:
    return row.since is None or period_of(row.since).start <= day


def _excludes(rule: Relation, row: RelationRow, claim: Related) -> bool:
    """Whether a pair that holds leaves no room for the claimed one."""
    by_object = rule.one_subject and row.object == claim.object
    by_subject = rule.one_object and row.subject == claim.subject
    return by_object or by_subject


def _outcome(
    claim: Related, rule: Relation, rulebase: RuleBase, rows: list[RelationRow], *, right: bool
) -> Outcome:
    recorded = "; ".join(_words(row, rulebase) for row in rows)
    return decided(
        right,
        "wrong-actor",
        rule=rule.id,
        claimed=f"{wording.name(rulebase, claim.subject)} – {wording.name(rulebase, claim.object)}",
        recorded=f"{rule.statement}: {recorded}",
        correction=recorded,
        sources=sources_of(rulebase, rule),
    )


def _words(row: RelationRow, rulebase: RuleBase) -> str:
    since = f" since {wording.period(period_of(row.since))}" if row.since is not None else ""
    until = f" until {wording.period(period_of(row.until))}" if row.until is not None else ""
    pair = f"{wording.name(rulebase, row.subject)} – {wording.name(rulebase, row.object)}"
    return f"{pair}{since}{until}"
