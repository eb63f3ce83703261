"""Claims of fixed relations held against the pairs for which they hold."""

import datetime as dt

from natocheck.model.claims import Related
from natocheck.model.facts import Relation, RelationRow, RuleBase
from natocheck.model.values import period_of
from natocheck.rulebase.lookup import latest, sources_of
from natocheck.verdicts import wording
from natocheck.verdicts.outcome import Outcome, silent


def judge_related(claim: Related, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge a pair at the claimed time, else on the day of judging."""
    rule = rulebase.relations[claim.relation]
    moment = min(claim.when.period.end, day) if claim.when is not None else day
    if moment > latest(rule.seen):
        return silent("not-known", (f"the record ends on {rule.seen}",), rule.id)
    same = [r for r in rule.rows if (r.subject, r.object) == (claim.subject, claim.object)]
    if any(_holds(row, moment) for row in same):
        return _outcome(claim, rule, rulebase, same, not claim.negated)
    if claim.negated:
        return silent("no-fact", (), rule.id)
    others = [r for r in rule.rows if _holds(r, moment) and _excludes(rule, r, claim)]
    if not others:
        return silent("no-fact", (), rule.id)
    return _outcome(claim, rule, rulebase, others, False)


def _holds(row: RelationRow, day: dt.date) -> bool:
    begun = row.since is None or period_of(row.since).start <= day
    return begun and (row.until is None or day <= period_of(row.until).end)


def _excludes(rule: Relation, row: RelationRow, claim: Related) -> bool:
    """Whether a pair that holds leaves no room for the claimed one."""
    by_object = rule.one_subject and row.object == claim.object
    by_subject = rule.one_object and row.subject == claim.subject
    return by_object or by_subject


def _outcome(
    claim: Related, rule: Relation, rulebase: RuleBase, rows: list[RelationRow], right: bool
) -> Outcome:
    recorded = "; ".join(_words(row, rulebase) for row in rows)
    return Outcome(
        verdict="supported" if right else "disputed",
        reason="agrees" if right else "wrong-actor",
        rule=rule.id,
        claimed=f"{wording.name(rulebase, claim.subject)} – {wording.name(rulebase, claim.object)}",
        recorded=f"{rule.statement}: {recorded}",
        correction=None if right else recorded,
        sources=sources_of(rulebase, rule),
    )


def _words(row: RelationRow, rulebase: RuleBase) -> str:
    since = f" since {wording.period(period_of(row.since))}" if row.since is not None else ""
    until = f" until {wording.period(period_of(row.until))}" if row.until is not None else ""
    pair = f"{wording.name(rulebase, row.subject)} – {wording.name(rulebase, row.object)}"
    return f"{pair}{since}{until}"
