"""Claims of events held against the times, places and actors of their occurrences.

A claim is right if one occurrence of one of its rules agrees in everything claimed. It
is wrong only if every rule it may mean is closed and none of the occurrences agrees.
"""

import datetime as dt
from dataclasses import dataclass

from natocheck.model.claims import Happened, When
from natocheck.model.facts import Event, Occurrence, RuleBase
from natocheck.model.values import Answer, Period
from natocheck.rulebase.lookup import (
    earliest,
    has_members,
    latest,
    members_on,
    periods,
    sources_of,
)
from natocheck.verdicts import wording
from natocheck.verdicts.outcome import Outcome, silent
from natocheck.verdicts.times import agree


@dataclass(frozen=True)
class _Candidate:
    rule: Event
    row: Occurrence
    wrong: tuple[str, ...]
    edges: int


def judge_happened(claim: Happened, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge a claim over all the rules that its words may mean."""
    rules = [rulebase.events[event] for event in claim.events]
    family = {rule.family for rule in rules if rule.family}
    rules += [
        rule for rule in rulebase.events.values() if rule.family in family and rule not in rules
    ]
    if claim.times is not None or (claim.negated and not claim.places and claim.when is None):
        return _how_often(claim, rules[0], rulebase, day)
    if claim.negated:
        return silent("denied-event")
    candidates = [
        _compare(claim, rule, row, rulebase) for rule in rules for row in _rows(rule, claim, day)
    ]
    right = [c for c in candidates if not c.wrong]
    sure = [c for c in right if not c.edges]
    if sure:
        return _outcome(claim, sure[0], rulebase, "supported")
    if right:
        return silent("not-precise-enough", (_words(right[0], rulebase),), right[0].rule.id)
    if not candidates or not all(_is_closed(rule, claim, day) for rule in rules):
        return silent("no-fact", tuple(_words(c, rulebase) for c in candidates[:3]))
    return _outcome(claim, _nearest(claim, candidates), rulebase, "disputed")


def _rows(rule: Event, claim: Happened, day: dt.date) -> list[Occurrence]:
    """The occurrences known on the day: those to come only for what is announced."""
    return [row for row in rule.rows if claim.upcoming or earliest(row.date) <= day]


def _is_closed(rule: Event, claim: Happened, day: dt.date) -> bool:
    if not rule.closed:
        return False
    moment = claim.when.period.start if claim.when is not None else day
    return rule.seen is None or min(moment, day) <= latest(rule.seen)


def _span(row: Occurrence) -> list[Period]:
    """The stretch of days of an occurrence, for each of its alternatives."""
    starts = periods(row.date)
    if row.until is None:
        return starts
    ends = periods(row.until)
    return [
        Period(start.start, max(end.end for end in ends), "range")
        for start in starts
        if start.start <= max(end.end for end in ends)
    ]


def _compare(claim: Happened, rule: Event, row: Occurrence, rulebase: RuleBase) -> _Candidate:
    answers: dict[str, Answer] = {}
    if claim.when is not None:
        answers["date"] = _time_answer(claim.when, row)
    if claim.ended is not None:
        answers["end"] = agree(claim.ended, periods(row.until)) if row.until else "edge"
    if claim.places:
        answers["place"] = _place_answer(claim, row, rulebase)
    if claim.order is not None:
        answers["order"] = _order_answer(claim, rule, row)
    if claim.actors and row.actors:
        answers["actor"] = "yes" if _same_actors(claim, row, rulebase) else "no"
    wrong = tuple(slot for slot, answer in answers.items() if answer == "no")
    return _Candidate(rule, row, wrong, sum(answer == "edge" for answer in answers.values()))


def _time_answer(when: When, row: Occurrence) -> Answer:
    if when.relation == "since":
        return agree(When(when.period, "in"), periods(row.date))
    return agree(when, _span(row))


def _place_answer(claim: Happened, row: Occurrence, rulebase: RuleBase) -> Answer:
    if not row.places:
        return "edge"
    known = {place.casefold() for place in row.places}
    known |= {
        rulebase.actors[actor.located].name.casefold()
        for actor in rulebase.actors.values()
        if actor.located in rulebase.actors
        and {actor.name.casefold(), *(a.casefold() for a in actor.aliases)} & known
    }
    return "yes" if any(place.casefold() in known for place in claim.places) else "no"


def _order_answer(claim: Happened, rule: Event, row: Occurrence) -> Answer:
    """ "the second summit in Türkiye" counts among the occurrences at that place."""
    if row.number is not None and not claim.places:
        return "yes" if row.number == claim.order else "no"
    if claim.places and row.places:
        same = {place.casefold() for place in row.places}
        at_place = [r for r in rule.rows if same & {place.casefold() for place in r.places}]
        position = sorted(at_place, key=lambda r: earliest(r.date)).index(row) + 1
        return "yes" if claim.order in {position, row.number} else "no"
    return "edge"


def _same_actors(claim: Happened, row: Occurrence, rulebase: RuleBase) -> bool:
    return _countries(claim.actors, row, rulebase) <= set(row.actors)


def _countries(actors: tuple[str, ...], row: Occurrence, rulebase: RuleBase) -> set[str]:
    found: set[str] = set()
    for actor in actors:
        if has_members(rulebase, actor):
            found |= members_on(rulebase, actor, earliest(row.date))
        else:
            found.add(actor)
    return found


def _nearest(claim: Happened, candidates: list[_Candidate]) -> _Candidate:
    """The occurrence that shares most with the claim, the latest of equals."""
    ranked = sorted(candidates, key=lambda c: earliest(c.row.date), reverse=True)
    return min(ranked, key=lambda c: ("place" in c.wrong, len(c.wrong), "date" not in c.wrong))


def _words(candidate: _Candidate, rulebase: RuleBase) -> str:
    row = candidate.row
    start = wording.periods(periods(row.date))
    until = f" to {wording.periods(periods(row.until))}" if row.until is not None else ""
    place = f", {row.places[0]}" if row.places else ""
    actors = f" ({wording.names(rulebase, row.actors)})" if row.actors else ""
    note = f"; {row.note}" if row.note else ""
    return f"{candidate.rule.statement}: {start}{until}{place}{actors}{note}"


_REASONS = {
    "date": "wrong-date",
    "end": "wrong-date",
    "place": "wrong-place",
    "order": "wrong-order",
    "actor": "wrong-actor",
}


def _outcome(claim: Happened, candidate: _Candidate, rulebase: RuleBase, verdict: str) -> Outcome:
    recorded = _words(candidate, rulebase)
    claimed = ", ".join(
        part
        for part in (
            wording.when(claim.when),
            " and ".join(claim.places),
            f"number {claim.order}" if claim.order else "",
            wording.names(rulebase, claim.actors) if claim.actors else "",
        )
        if part
    )
    return Outcome(
        verdict=verdict,  # type: ignore[arg-type]
        reason="agrees" if verdict == "supported" else _REASONS[candidate.wrong[0]],
        rule=candidate.rule.id,
        claimed=claimed,
        recorded=recorded,
        correction=recorded if verdict == "disputed" else None,
        sources=sources_of(rulebase, candidate.row) or sources_of(rulebase, candidate.rule),
    )


def _how_often(claim: Happened, rule: Event, rulebase: RuleBase, day: dt.date) -> Outcome:
    """ "invoked once", "never invoked": the number of occurrences of a closed rule."""
    if not rule.closed or (rule.seen is not None and day > latest(rule.seen)):
        return silent("not-known", (), rule.id)
    rows = [row for row in rule.rows if earliest(row.date) <= day]
    if claim.actors:
        rows = [row for row in rows if _same_actors(claim, row, rulebase)]
    number = len(rows)
    right = number == 0 if claim.negated else claim.times is not None and claim.times.holds(number)
    days = "; ".join(wording.periods(periods(row.date)) for row in rows)
    recorded = f"{rule.statement}: {number} by {wording.day(day)}" + (f" ({days})" if rows else "")
    if right and claim.when is not None and rows:
        dated = any(_time_answer(claim.when, row) == "yes" for row in rows)
        right = dated or claim.when.relation not in {"in"}
    return Outcome(
        verdict="supported" if right else "disputed",
        reason="agrees" if right else "wrong-count",
        rule=rule.id,
        claimed="never"
        if claim.negated
        else f"{wording.interval(claim.times)} times"
        if claim.times
        else "",
        recorded=recorded,
        working=(f"occurrences counted: {number}",),
        correction=None if right else recorded,
        sources=sources_of(rulebase, rule),
    )
