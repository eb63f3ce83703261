"""Claims of events held against the times, places and parties of their occurrences.

A claim is right if one occurrence of one of its rules agrees in everything claimed. It
is wrong only if a rule that its words surely mean is closed and no occurrence of this
rule or of its family agrees.
"""

import datetime as dt

from natocheck.model.claims import Happened
from natocheck.model.facts import Event, RuleBase
from natocheck.rulebase.lookup import earliest, latest, sources_of
from natocheck.verdicts.occurrences.compare import Candidate, compare
from natocheck.verdicts.occurrences.counting import judge_count
from natocheck.verdicts.occurrences.rows import is_complete, known_rows
from natocheck.verdicts.occurrences.words import claim_words, row_words
from natocheck.verdicts.outcome import Judgement, Outcome, silent

_MONTH = 31
_NEWS = dt.timedelta(days=60)
_PLANNED = dt.timedelta(days=2 * 365)
_REASONS = {
    "date": "wrong-date",
    "end": "wrong-date",
    "duration": "wrong-value",
    "place": "wrong-place",
    "origin": "wrong-place",
    "order": "wrong-order",
    "actor": "wrong-actor",
    "target": "wrong-actor",
    "number": "wrong-count",
}


def judge_happened(claim: Happened, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge a claim over all the rules that its words may mean."""
    outcome = _judge(claim, rulebase, day)
    if outcome.verdict == "disputed" and claim.upcoming and _is_unknowable(claim, rulebase, day):
        return silent("planned-then", (outcome.recorded,), outcome.rule)
    if outcome.verdict == "disputed" and not claim.certain:
        return silent("not-certain", (outcome.recorded,), outcome.rule)
    if outcome.verdict == "supported" and claim.incidental:
        return silent("only-the-setting", (outcome.recorded,), outcome.rule)
    return outcome


def _is_unknowable(claim: Happened, rulebase: RuleBase, day: dt.date) -> bool:
    """Whether no occurrence lies so near ahead that a plan could be held against it."""
    rows = [row for event in claim.events for row in rulebase.events[event].rows]
    return not any(day <= earliest(row.date) <= day + _PLANNED for row in rows)


def _judge(claim: Happened, rulebase: RuleBase, day: dt.date) -> Outcome:
    rules = [rulebase.events[event] for event in claim.events]
    if claim.times is not None or claim.negated:
        closed = [rule for rule in rules if rule.closed]
        return judge_count(claim, (closed or rules)[0], rulebase, day)
    kin = [rulebase.events[event] for event in claim.kin]
    own = _candidates(claim, rules, rulebase, day)
    right = [c for c in own if not c.wrong]
    sure = [c for c in right if not c.edges]
    ahead = [c for c in sure if not _is_over(claim, c, day)]
    if ahead:
        return _outcome(claim, _most_telling(ahead), rulebase, "supported")
    if sure:
        return silent("already-past", (_words(sure[0], rulebase),), sure[0].rule.id)
    if right:
        return silent("not-precise-enough", (_words(right[0], rulebase),), right[0].rule.id)
    complete = [c for c in own if is_complete(c.rule, claim, day)]
    ranked = [c for c in own if _is_told(claim, c)]
    if not complete and not ranked:
        return silent("no-fact", tuple(_words(c, rulebase) for c in own[:3]))
    if any(not c.wrong for c in _candidates(claim, kin, rulebase, day)):
        return silent("other-reading", tuple(_words(c, rulebase) for c in complete[:3]))
    return _outcome(claim, _nearest(claim, complete or ranked), rulebase, "disputed")


def _candidates(
    claim: Happened, rules: list[Event], rulebase: RuleBase, day: dt.date
) -> list[Candidate]:
    return [
        compare(claim, rule, row, rulebase)
        for rule in rules
        for row in known_rows(rule, claim, day)
    ]


def _most_telling(candidates: list[Candidate]) -> Candidate:
    """Of rules that agree, a closed one, then the one that asks for most."""
    return max(candidates, key=lambda c: (c.rule.closed, len(c.rule.actors)))


def _is_over(claim: Happened, candidate: Candidate, day: dt.date) -> bool:
    """Whether something that is announced, or told as the day's news, without a time had
    already taken place; news may be some weeks old."""
    row = candidate.row
    told = claim.when is not None or claim.ended is not None or bool(claim.figures)
    last = latest(row.until if row.until is not None else row.date)
    over = last < day if claim.upcoming else claim.present and last + _NEWS < day
    return over and not told


def _is_told(claim: Happened, candidate: Candidate) -> bool:
    """Whether the claim surely means this occurrence, whatever others there may be."""
    return (
        _is_ranked(claim, candidate)
        or _has_other_target(claim, candidate)
        or _has_other_end(claim, candidate)
    )


def _has_other_end(claim: Happened, candidate: Candidate) -> bool:
    """Whether of an occurrence whose beginning is told to the month only the end is wrong."""
    if claim.when is None or candidate.edges or not candidate.wrong:
        return False
    short = (claim.when.period.end - claim.when.period.start).days <= _MONTH
    return short and set(candidate.wrong) <= {"end", "duration"}


def _is_ranked(claim: Happened, candidate: Candidate) -> bool:
    """Whether the claim gives the place in a row to another than the one recorded there."""
    same = claim.order is not None and candidate.row.number == claim.order
    return same and "actor" in candidate.wrong


def _has_other_target(claim: Happened, candidate: Candidate) -> bool:
    """Whether only a target is wrong of an occurrence that time or place tell surely."""
    told = claim.when is not None or bool(claim.places)
    return candidate.rule.all_targets and told and candidate.wrong == ("target",)


def _nearest(claim: Happened, candidates: list[Candidate]) -> Candidate:
    """The occurrence that shares most with the claim, of equals the nearest in time."""
    return min(
        candidates,
        key=lambda c: ("place" in c.wrong, len(c.wrong), "date" not in c.wrong, _gap(claim, c)),
    )


def _gap(claim: Happened, candidate: Candidate) -> int:
    """The days from the claimed time to the recorded one."""
    if claim.when is None:
        return -earliest(candidate.row.date).toordinal()
    return abs((earliest(candidate.row.date) - claim.when.period.start).days)


def _words(candidate: Candidate, rulebase: RuleBase) -> str:
    return row_words(candidate.rule, candidate.row, rulebase)


def _outcome(
    claim: Happened, candidate: Candidate, rulebase: RuleBase, verdict: Judgement
) -> Outcome:
    recorded = _words(candidate, rulebase)
    wrong = candidate.wrong[0] if candidate.wrong else ""
    own = sources_of(rulebase, candidate.row)
    return Outcome(
        verdict=verdict,
        reason="agrees" if verdict == "supported" else _REASONS.get(wrong, "wrong-value"),
        rule=candidate.rule.id,
        claimed=claim_words(claim, rulebase),
        recorded=recorded,
        correction=recorded if verdict == "disputed" else None,
        sources=own or sources_of(rulebase, candidate.rule),
    )
