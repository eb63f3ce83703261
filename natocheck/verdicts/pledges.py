"""Claims of pledges held against their numbers, days, places and deadlines."""

import datetime as dt

from natocheck.model.claims import PledgeNumber, Promised
from natocheck.model.facts import Pledge, PledgePart, RuleBase
from natocheck.rulebase.lookup import periods, sources_of
from natocheck.verdicts import wording
from natocheck.verdicts.outcome import Outcome, silent
from natocheck.verdicts.times import agree

_UNITS = {
    "percent-of-gdp": "percent of GDP",
    "percent-of-defence": "percent of defence spending",
    "eur": "euros",
    "usd": "dollars",
    "count": "",
}


def judge_promised(claim: Promised, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge a claim over the pledges it may mean; one that agrees in all supports it."""
    outcomes = [_judge(claim, rulebase.pledges[p], rulebase) for p in claim.pledges]
    for verdict in ("supported", "disputed"):
        found = [o for o in outcomes if o.verdict == verdict]
        if found and (verdict == "supported" or len(found) == len(outcomes)):
            return found[0]
    return silent("no-fact", (wording.day(day),))


def _judge(claim: Promised, rule: Pledge, rulebase: RuleBase) -> Outcome:
    problem = (
        _wrong_number(claim, rule)
        or _wrong_year(claim.deadline, rule.deadline)
        or _wrong_year(claim.review, rule.review)
        or _wrong_setting(claim, rule)
    )
    if problem == "unclear":
        return silent("no-fact", (_words(rule),), rule.id)
    verdict = "supported" if problem is None else "disputed"
    return Outcome(
        verdict=verdict,  # type: ignore[arg-type]
        reason="agrees" if problem is None else problem,
        rule=rule.id,
        claimed=_claimed(claim),
        recorded=_words(rule),
        correction=None if problem is None else _words(rule),
        sources=sources_of(rulebase, rule),
    )


def _wrong_number(claim: Promised, rule: Pledge) -> str | None:
    """Each number must be that of the part its words speak of, or of some part at all."""
    problems = [_check(number, rule) for number in claim.numbers]
    if "wrong-value" in problems:
        return "wrong-value"
    return "unclear" if "unclear" in problems else None


def _check(number: PledgeNumber, rule: Pledge) -> str | None:
    parts = [part for part in rule.parts if _same_unit(number, part)]
    if not parts:
        return "unclear"
    meant = _meant(number, parts)
    fitting = [part for part in meant if number.interval.holds(part.value)]
    return None if fitting else "wrong-value"


def _same_unit(number: PledgeNumber, part: PledgePart) -> bool:
    if part.unit == "percent-of-defence":
        return number.unit == "percent-of-gdp" and bool(set(number.words) & set(part.words))
    return number.unit == part.unit


def _meant(number: PledgeNumber, parts: list[PledgePart]) -> list[PledgePart]:
    """The parts whose words stand by the number; all parts where none or several do."""
    scores = {id(part): len(set(number.words) & set(part.words)) for part in parts}
    best = max(scores.values(), default=0)
    told = [part for part in parts if scores[id(part)] == best]
    return told if best > 0 and len(told) == 1 else parts


def _wrong_year(claimed: object, recorded: int | None) -> str | None:
    from natocheck.model.values import Period

    if not isinstance(claimed, Period):
        return None
    if recorded is None:
        return "unclear"
    return None if claimed.start.year <= recorded <= claimed.end.year else "wrong-date"


def _wrong_setting(claim: Promised, rule: Pledge) -> str | None:
    if claim.when is not None and agree(claim.when, periods(rule.made)) == "no":
        return "wrong-date"
    if claim.places:
        known = {place.casefold() for place in rule.places}
        if not any(place.casefold() in known for place in claim.places):
            return "wrong-place"
    return None


def _claimed(claim: Promised) -> str:
    numbers = [f"{wording.number(n.value)} {_UNITS.get(n.unit, '')}" for n in claim.numbers]
    deadline = f"by {wording.period(claim.deadline)}" if claim.deadline else ""
    review = f"review in {wording.period(claim.review)}" if claim.review else ""
    parts = [" and ".join(numbers), deadline, review, " and ".join(claim.places)]
    return ", ".join(part for part in [*parts, wording.when(claim.when)] if part)


def _words(rule: Pledge) -> str:
    bounds = {"at-least": "at least ", "up-to": "up to ", "exact": ""}
    parts = "; ".join(
        f"{bounds[p.bound]}{wording.number(p.value)} {_UNITS[p.unit]}"
        + (" in all" if p.total else f" for {', '.join(p.words[:2])}" if p.words else "")
        for p in rule.parts
    )
    deadline = f", by {rule.deadline}" if rule.deadline else ""
    review = f", review in {rule.review}" if rule.review else ""
    made = wording.periods(periods(rule.made))
    place = f", {rule.places[0]}" if rule.places else ""
    return f"{rule.statement} ({made}{place}): {parts}{deadline}{review}"
