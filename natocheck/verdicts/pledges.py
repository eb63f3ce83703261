"""Claims of pledges held against their numbers, days, places and deadlines."""

import datetime as dt
import math

from natocheck.model.claims import PledgeNumber, Promised
from natocheck.model.facts import Pledge, PledgePart, RuleBase
from natocheck.model.values import Period
from natocheck.rulebase.lookup import periods, sources_of
from natocheck.verdicts import wording
from natocheck.verdicts.outcome import Outcome, silent
from natocheck.verdicts.times import agree

_ROUNDING = 0.001
_UNITS = {
    "percent": "percent",
    "percent-of-gdp": "percent of GDP",
    "percent-of-defence": "percent of defence spending",
    "eur": "euros",
    "usd": "dollars",
    "count": "",
}


def judge_promised(claim: Promised, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge a claim over the pledges it may mean; one that agrees supports it.

    It is disputed only if every one of them is at odds with it; then the one that is
    least so is shown.
    """
    outcomes = [_judge(claim, rulebase.pledges[p], rulebase) for p in claim.pledges]
    for verdict in ("supported", "disputed"):
        found = [o for o in outcomes if o.verdict == verdict]
        if found and (verdict == "supported" or len(found) == len(outcomes)):
            return min(found, key=lambda outcome: len(outcome.working))
    return silent("no-fact", (wording.day(day),))


def _judge(claim: Promised, rule: Pledge, rulebase: RuleBase) -> Outcome:
    problems = [
        *_wrong_numbers(claim, rule, _older(rule, rulebase)),
        *_wrong_year(claim.deadline, rule.deadline),
        *_wrong_year(claim.review, rule.review),
        *_wrong_setting(claim, rule),
    ]
    wrong = [problem for problem in problems if problem != "unclear"]
    if problems and not wrong:
        return silent("no-fact", (_words(rule),), rule.id)
    return Outcome(
        verdict="disputed" if wrong else "supported",
        reason=wrong[0] if wrong else "agrees",
        rule=rule.id,
        claimed=_claimed(claim),
        recorded=_words(rule),
        working=tuple(wrong),
        correction=_words(rule) if wrong else None,
        sources=sources_of(rulebase, rule),
    )


def _older(rule: Pledge, rulebase: RuleBase) -> list[PledgePart]:
    """The parts of all earlier pledges, which a sentence may recall beside this one's."""
    first = min(period.start for period in periods(rule.made))
    earlier = [r for r in rulebase.pledges.values() if periods(r.made)[0].start < first]
    return [part for other in earlier for part in other.parts]


def _wrong_numbers(claim: Promised, rule: Pledge, older: list[PledgePart]) -> list[str]:
    """Each number must be that of the part its words speak of, or of some part at all."""
    found = [(number, _check(number, rule.parts)) for number in claim.numbers]
    right = any(problem is None for _, problem in found)
    return [
        problem
        for number, problem in found
        if problem is not None and not (right and _is_recalled(number, rule, older))
    ]


def _is_recalled(number: PledgeNumber, rule: Pledge, older: list[PledgePart]) -> bool:
    """Whether a number is an earlier pledge's and not one of this one's, put wrongly."""
    own = any(_is_number_of(number, part) for part in rule.parts)
    return not own and any(_is_number_of(number, part) for part in older)


def _check(number: PledgeNumber, parts: list[PledgePart]) -> str | None:
    """What is wrong with a number; "unclear" where its words leave open what it is for."""
    alike = [part for part in parts if _same_unit(number, part)]
    if not alike:
        return "unclear"
    if _is_of_the_whole(number, alike):
        return None
    meant, telling = _meant(number, alike)
    if any(_is_number_of(number, part) for part in meant):
        return None if any(_same_bound(number, part) for part in meant) else "unclear"
    elsewhere = any(_is_number_of(number, part) for part in alike)
    near = any(_may_round_to(number, part) for part in meant)
    return "unclear" if near or (elsewhere and not telling) else "wrong-value"


def _is_of_the_whole(number: PledgeNumber, parts: list[PledgePart]) -> bool:
    """Whether words of several parts stand by the number of them all together."""
    touched = [p for p in parts if not p.total and set(number.words) & set(p.words)]
    return len(touched) > 1 and any(p.total and _is_number_of(number, p) for p in parts)


def _same_unit(number: PledgeNumber, part: PledgePart) -> bool:
    """A bare percentage is of GDP unless its words are those of a part of the budget."""
    if number.unit == "percent":
        tells = bool(set(number.words) & set(part.words))
        return part.unit == "percent-of-gdp" or (part.unit == "percent-of-defence" and tells)
    if number.unit == "count" and not set(number.words) & set(part.words):
        return False
    return number.unit == part.unit


def _is_number_of(number: PledgeNumber, part: PledgePart) -> bool:
    """Whether the number is the part's: what is promised is a round number, not a rounded."""
    return math.isclose(number.value, part.value, rel_tol=_ROUNDING)


def _may_round_to(number: PledgeNumber, part: PledgePart) -> bool:
    """Whether loose words ("around 4") may mean the part's number."""
    interval = number.interval
    inside = interval.low < part.value < interval.high
    return inside and math.isfinite(interval.low) and math.isfinite(interval.high)


def _same_bound(number: PledgeNumber, part: PledgePart) -> bool:
    """Whether "up to" and "at least" are not turned into each other."""
    if number.interval.low == -math.inf:
        return part.bound != "at-least"
    return number.interval.high != math.inf or part.bound != "up-to"


def _meant(number: PledgeNumber, parts: list[PledgePart]) -> tuple[list[PledgePart], bool]:
    """The parts whose words stand by the number, and whether a word is theirs alone.

    A word that several parts share counts for each of them only in part.
    """
    scores = [_score(number, part, parts) for part in parts]
    best = max(scores)
    if best <= 0:
        return parts, False
    told = [part for part, score in zip(parts, scores, strict=True) if score == best]
    return told, best >= 1 and len(told) == 1


def _score(number: PledgeNumber, part: PledgePart, parts: list[PledgePart]) -> float:
    shared = set(number.words) & set(part.words)
    return sum(1 / sum(word in other.words for other in parts) for word in shared)


def _wrong_year(claimed: Period | None, recorded: int | None) -> list[str]:
    if claimed is None:
        return []
    if recorded is None:
        return ["unclear"]
    return [] if claimed.start.year <= recorded <= claimed.end.year else ["wrong-date"]


def _wrong_setting(claim: Promised, rule: Pledge) -> list[str]:
    problems = []
    if claim.places:
        known = {place.casefold() for place in rule.places}
        if not any(place.casefold() in known for place in claim.places):
            problems.append("wrong-place")
    if claim.when is not None and agree(claim.when, periods(rule.made)) == "no":
        # What was promised at another time may be a promise that is not on record.
        identified = (claim.places and not problems) or not claim.numbers
        problems.append("wrong-date" if identified else "unclear")
    return problems


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
