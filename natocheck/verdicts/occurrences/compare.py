"""One claim against one occurrence: each slot that the claim fills is answered."""

import math
from dataclasses import dataclass

from natocheck.model.claims import Figure, Happened, When
from natocheck.model.facts import Event, EventFigure, Occurrence, RuleBase
from natocheck.model.values import Answer
from natocheck.rulebase.lookup import earliest, has_members, latest, members_on, periods
from natocheck.verdicts.occurrences.rows import origins_of, places_of, span
from natocheck.verdicts.times import agree

_UNIT_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}


@dataclass(frozen=True)
class Candidate:
    """An occurrence that the claim may mean, and what is wrong if it means this one.

    ``wrong``: the slots that disagree; ``edges``: how many the record leaves open.
    """

    rule: Event
    row: Occurrence
    wrong: tuple[str, ...]
    edges: int


def compare(claim: Happened, rule: Event, row: Occurrence, rulebase: RuleBase) -> Candidate:
    """Hold every filled slot of the claim against the occurrence."""
    answers: dict[str, Answer] = {}
    if claim.when is not None:
        answers["date"] = time_answer(claim.when, row)
    if claim.ended is not None:
        answers["end"] = _end_answer(claim.ended, row)
    if claim.duration is not None:
        answers["duration"] = _duration_answer(claim, row)
    if set(claim.places) - (set() if row.places else identifying(rule)):
        answers["place"] = place_answer(claim, row, rulebase)
    if claim.origins:
        answers["origin"] = _origin_answer(claim, row, rulebase)
    if claim.order is not None:
        answers["order"] = _order_answer(claim, rule, row, rulebase)
    if claim.actors and not row.actors and not set(claim.actors) & identifying(rule):
        answers["doer"] = "edge"
    answers |= _party_answers(claim, row, rulebase)
    for position, figure in enumerate(claim.figures):
        answers[f"figure {position}"] = _figure_answer(figure, rule)
    wrong = tuple(slot for slot, answer in answers.items() if answer == "no")
    return Candidate(rule, row, wrong, sum(answer == "edge" for answer in answers.values()))


def identifying(rule: Event) -> set[str]:
    """All who may identify the rule's event."""
    return {i for each in rule.actors for i in ([each] if isinstance(each, str) else each)}


def time_answer(when: When, row: Occurrence) -> Answer:
    """Whether it took place, or began, at the claimed time."""
    if when.relation == "since":
        return agree(When(when.period, "in"), periods(row.date))
    if when.relation == "span" and (row.until is not None or row.ongoing_seen is not None):
        return _span_answer(when, row)
    if row.ongoing_seen is not None:
        begun = agree(when, periods(row.date))
        return "edge" if begun == "no" and agree(when, span(row)) == "yes" else begun
    return agree(when, span(row))


def _span_answer(when: When, row: Occurrence) -> Answer:
    """ "From 2003 to 2014": both ends must fit, as precisely as the words are."""
    whole = span(row)
    year = when.period.start.month == 1 and when.period.end.month == 12
    slack = 366 if year else 31
    fits = any(
        abs((each.start - when.period.start).days) <= slack
        and abs((each.end - when.period.end).days) <= slack
        for each in whole
    )
    return "yes" if fits and row.until is not None else "edge" if fits else "no"


def _end_answer(ended: When, row: Occurrence) -> Answer:
    if row.until is not None:
        return agree(ended, periods(row.until))
    if row.ongoing_seen is not None:
        return "no" if ended.period.end < latest(row.ongoing_seen) else "edge"
    return "edge"


def _duration_answer(claim: Happened, row: Occurrence) -> Answer:
    """ "Lasted eight days": from the first day to the last, the last counted or not.

    Longer units are told roughly: up to half of one is right, up to a whole one is open.
    """
    assert claim.duration is not None
    if row.until is None:
        return "edge"
    unit = _UNIT_DAYS[claim.duration_unit]
    shortest = (earliest(row.until) - latest(row.date)).days
    longest = (latest(row.until) - earliest(row.date)).days + 1
    low, high = claim.duration.low, claim.duration.high
    margin = 0.0 if unit == 1.0 else 0.5
    if shortest / unit <= high + margin and low - margin <= longest / unit:
        return "yes"
    near = shortest / unit <= high + 2 * margin and low - 2 * margin <= longest / unit
    return "edge" if near else "no"


def place_answer(claim: Happened, row: Occurrence, rulebase: RuleBase) -> Answer:
    """Whether the claimed places are the occurrence's, by city or by country.

    "edge" where only some are: the others may belong to something else.
    """
    return _among(claim.places, places_of(rulebase, row), rulebase)


def _origin_answer(claim: Happened, row: Occurrence, rulebase: RuleBase) -> Answer:
    """Whether it came from there: "moved from Paris"."""
    return _among(claim.origins, origins_of(rulebase, row), rulebase)


def _among(claimed: tuple[str, ...], known: set[str], rulebase: RuleBase) -> Answer:
    """Whether the claimed places are all recorded; "edge" where nothing or only some are."""
    if not known:
        return "edge"
    if not set(claimed) & known:
        return "edge" if _may_lie_there(claimed, known, rulebase) else "no"
    return "yes" if set(claimed) <= known else "edge"


def _may_lie_there(claimed: tuple[str, ...], known: set[str], rulebase: RuleBase) -> bool:
    """Whether a city may be in a country of which the record names none, or a region or sea
    may reach there."""
    places = {i: rulebase.actors[i] for i in {*claimed, *known} if i in rulebase.actors}
    cities = any(places[i].type == "place" for i in known if i in places)
    said = [places[i] for i in claimed if i in places]
    regions = any(place.type == "place" and place.located is None for place in said)
    return regions or (not cities and any(place.located in known for place in said))


def shares_place(claim: Happened, row: Occurrence, rulebase: RuleBase) -> bool:
    """Whether one of the claimed places is one of the occurrence's."""
    return bool(set(claim.places) & places_of(rulebase, row))


def _order_answer(claim: Happened, rule: Event, row: Occurrence, rulebase: RuleBase) -> Answer:
    """ "The second summit in Türkiye" counts among the occurrences at that place."""
    if row.number is not None and not claim.places:
        return "yes" if row.number == claim.order else "no"
    if row.number is not None and row.number == claim.order:
        return "yes"
    if not claim.places and rule.countable and rule.closed:
        own = [r for r in rule.rows if set(claim.actors) <= {*r.actors, *identifying(rule)}]
        return "yes" if _is_ranked(claim, own, row) else "no"
    if not claim.places or not row.places or not rule.closed:
        return "edge"
    there = _is_ranked(claim, [r for r in rule.rows if shares_place(claim, r, rulebase)], row)
    if claim.order_there or there == _is_ranked(claim, rule.rows, row):
        return "yes" if there else "no"
    return "edge"


def _is_ranked(claim: Happened, rows: list[Occurrence], row: Occurrence) -> bool:
    """Whether an occurrence is the n-th of some."""
    ordered = sorted(rows, key=lambda each: earliest(each.date))
    return row in ordered and claim.order == ordered.index(row) + 1


def _party_answers(claim: Happened, row: Occurrence, rulebase: RuleBase) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    if claim.actors and row.actors:
        same = same_parties(claim.actors, row.actors, row, rulebase)
        complete = not claim.exhaustive or _all_named(claim, row, rulebase)
        answers["actor"] = "yes" if same and complete else "no"
    if claim.targets and row.targets:
        same = same_parties(claim.targets, row.targets, row, rulebase)
        answers["target"] = "yes" if same else "no"
    if claim.number is not None and (row.actors or row.targets):
        counts = {len(parties) for parties in (row.actors, row.targets) if parties}
        answers["number"] = "yes" if any(claim.number.holds(c) for c in counts) else "no"
    return answers


def same_parties(
    claimed: tuple[str, ...], recorded: list[str], row: Occurrence, rulebase: RuleBase
) -> bool:
    """Whether every claimed party is recorded, itself or through its members."""
    return all(
        actor in recorded or _members(actor, row, rulebase) <= set(recorded) for actor in claimed
    )


def _members(actor: str, row: Occurrence, rulebase: RuleBase) -> set[str]:
    """The countries of a group; a group of the recorded body's members is that body."""
    group = rulebase.groups.get(actor)
    if group is not None and group.all_of and set(group.all_of) <= {*row.actors, *row.targets}:
        return set(group.all_of)
    if has_members(rulebase, actor):
        return set(members_on(rulebase, actor, earliest(row.date)))
    return {actor}


def _all_named(claim: Happened, row: Occurrence, rulebase: RuleBase) -> bool:
    named = {m for actor in claim.actors for m in _members(actor, row, rulebase)}
    return set(row.actors) <= named


def _figure_answer(claimed: Figure, rule: Event) -> Answer:
    fitting = [figure for figure in rule.figures if _is_meant(claimed, figure)]
    if not fitting:
        return "edge"
    found = {claimed.interval.compare(each.value, each.slack) for each in fitting}
    if len(found) > 1 and _is_upper_bound(claimed):
        return "edge"  # "fewer than": one of several figures says nothing of the others
    return "yes" if "yes" in found else "edge" if "edge" in found else "no"


def _is_upper_bound(claimed: Figure) -> bool:
    return math.isinf(claimed.interval.low)


def _is_meant(claimed: Figure, figure: EventFigure) -> bool:
    if claimed.unit != figure.unit:
        return False
    return not figure.words or bool(set(claimed.words) & set(figure.words))
