"""How each form of statement is reckoned from one release, for one year or between years."""

import math
from collections.abc import Callable
from dataclasses import replace

from natocheck.model.claims import Measured, Operand
from natocheck.model.values import Answer, Interval
from natocheck.rulebase.lookup import has_members
from natocheck.verdicts import wording
from natocheck.verdicts.figures.answers import NOTHING, Reckoned, compare, every, negation, some
from natocheck.verdicts.figures.bench import UNITS, Bench, is_vague, single_actors, sum_of
from natocheck.verdicts.figures.places import rank
from natocheck.verdicts.figures.sets import members
from natocheck.verdicts.figures.tables import Figure

_LEVEL = 0.02
_STEP = 1e-6  # of the slack, for what floating point adds

Form = Callable[[Measured, Bench], Reckoned]


def value(claim: Measured, bench: Bench) -> Reckoned:
    """Whether each actor's figure lies in the claimed interval, or each does not."""
    assert claim.interval is not None
    actors = single_actors(bench, claim.operand)
    answers: list[Answer | None] = []
    shown: list[str] = []
    if claim.operand.way != "together" or len(actors) < 2:
        figures = [bench.figure(claim.operand, actor) for actor in actors]
        answers.append(every([_held(claim, figure) for figure in figures]))
        shown += [bench.show_of(claim.operand, actor) for actor in actors]
    if len(actors) > 1 and bench.measure.additive and claim.operand.way != "each":
        name, figure = sum_of(bench, claim.operand)
        answers.append(_held(claim, figure))
        shown.append(bench.put(name, figure))
    return Reckoned(some(answers), f"{', '.join(shown)} in {bench.year}")


def _held(claim: Measured, figure: Figure | None) -> Answer | None:
    assert claim.interval is not None
    answer = _told(claim.interval, figure)
    return negation(answer) if claim.negated else answer


def _told(interval: Interval, figure: Figure | None) -> Answer | None:
    """What a figure says of an interval; one known by its bounds alone says nothing between."""
    answer = compare(interval, figure)
    return None if answer == "edge" and figure is not None and is_vague(figure) else answer


def share(claim: Measured, bench: Bench) -> Reckoned:
    """Whether a part makes up the claimed percentage of a whole."""
    assert claim.interval is not None and claim.whole is not None
    group = claim.whole.actors[0]
    whole, label = _whole(claim.whole, bench, group)
    part, name = _part(claim, bench, group)
    if whole is None or part is None or not whole.value:
        return NOTHING
    percent = 100.0 * part.value / whole.value
    answer = claim.interval.compare(percent, 0.05)
    unit = UNITS[bench.measure.unit]
    working = (
        f"{name}: {wording.number(part.value)}{unit}",
        f"{label}: {wording.number(whole.value)}{unit}",
        f"{wording.number(part.value)} / {wording.number(whole.value)} = {percent:.1f} %",
    )
    return Reckoned(answer, f"{name}: {percent:.1f} % in {bench.year}", working)


def _whole(whole: Operand, bench: Bench, group: str) -> tuple[Figure | None, str]:
    """The whole that a part is of: a group, or a group less those left out."""
    return bench.figure(whole, group), bench.name(whole, group)


def _part(claim: Measured, bench: Bench, group: str) -> tuple[Figure | None, str]:
    part = claim.operand
    if not part.actors:
        rest = Operand(actors=(group,), without=part.without, total=True)
        return bench.figure(rest, group), bench.name(rest, group)
    if len(part.actors) == 1 and bench.edition.has_row(part.actors[0]):
        return bench.figure(part, part.actors[0]), bench.name(part, part.actors[0])
    if not all(has_members(bench.rulebase, actor) for actor in part.actors):
        return None, ""
    chosen = (bench.members(*part.actors) - bench.members(*part.without)) & bench.members(group)
    label = wording.names(bench.rulebase, part.actors)
    return (bench.edition.sum(chosen, bench.year) if chosen else None), label


def comparison(claim: Measured, bench: Bench) -> Reckoned:
    """Whether each actor's figure stands to the other's as claimed."""
    assert claim.other is not None
    answers: list[Answer | None] = []
    shown = []
    if claim.operand.way == "together":
        sides = [(claim.other, *sum_of(bench, claim.operand))]
    else:
        sides = [
            (_rest(claim.other, actor, bench), bench.name(claim.operand, actor), figure)
            for actor in single_actors(bench, claim.operand)
            for figure in [bench.figure(claim.operand, actor)]
        ]
    for other, label, figure in sides:
        for name, reference in _others(other, bench).items():
            answers.append(_relation(claim, _widened(bench, figure), _widened(bench, reference)))
            shown.append(f"{bench.put(label, figure)}; {bench.put(name, reference)}")
    return Reckoned(every(answers), f"{'; '.join(shown)} in {bench.year}")


def _rest(other: Operand, actor: str, bench: Bench) -> Operand:
    """What one is compared with: a group that it belongs to means the others of it."""
    own = bench.members(actor)
    inside = other.total and own and own < bench.members(*other.actors)
    return Operand(actors=other.actors, total=True, without=(actor,)) if inside else other


def _others(other: Operand, bench: Bench) -> dict[str, Figure | None]:
    """The figures that one is held against, by name; several actors may be taken together."""
    actors = single_actors(bench, other)
    if other.total and len(actors) > 1:
        return dict([sum_of(bench, other)])
    return {bench.name(other, actor): bench.figure(other, actor) for actor in actors}


def _widened(bench: Bench, figure: Figure | None) -> Figure | None:
    """A figure with the bench's margin."""
    if figure is None or not bench.margin:
        return figure
    return replace(figure, slack=bench.width(figure))


def _relation(claim: Measured, left: Figure | None, right: Figure | None) -> Answer | None:
    if left is None or right is None or not right.value:
        return None
    if claim.factor is not None:
        ratio = left.value / right.value
        slack = ratio * (left.slack / max(left.value, 1e-9) + right.slack / right.value)
        wanted = claim.factor
        if claim.operator == "more-than" and not math.isinf(wanted.high):
            wanted = Interval(wanted.low, math.inf) if wanted.low > 1 else wanted
        return wanted.compare(ratio, slack)
    gap, slack = left.value - right.value, left.slack + right.slack
    if claim.operator == "equal":
        near = max(slack, _LEVEL * abs(right.value))
        return "yes" if abs(gap) <= near else "no"
    if not gap:
        return "yes" if claim.operator in {"at-least", "at-most"} else "no"
    return _directed(gap, slack, claim.operator in {"more-than", "at-least"})


def _directed(gap: float, slack: float, wants_more: bool) -> Answer:
    """Whether a difference has the direction that is claimed of it.

    Figures that are printed one step apart stand in that order or are the same.
    """
    right = (gap > 0) == wants_more
    step = slack * (1 - _STEP if right else 1 + _STEP)
    return "edge" if abs(gap) < step else "yes" if right else "no"


def change(claim: Measured, bench: Bench, first: int) -> Reckoned:
    """Whether the figure changed from ``first`` to the bench's year as claimed."""
    answers: list[Answer | None] = []
    shown = []
    if claim.operand.way == "together":
        return NOTHING
    for actor in single_actors(bench, claim.operand):
        earlier = Bench(bench.edition, bench.rulebase, bench.measure, bench.day, first)
        before, after = earlier.figure(claim.operand, actor), bench.figure(claim.operand, actor)
        answers.append(_changed(claim, before, after))
        shown.append(
            f"{bench.show(actor, before)} in {first}, {bench.show(actor, after)} in {bench.year}"
        )
    return Reckoned(every(answers), "; ".join(shown))


def _changed(claim: Measured, before: Figure | None, after: Figure | None) -> Answer | None:
    if before is None or after is None or not before.value:
        return None
    if claim.factor is not None:
        ratio = after.value / before.value
        return claim.factor.compare(
            ratio, ratio * (before.slack / before.value + after.slack / max(after.value, 1e-9))
        )
    gap, slack = after.value - before.value, before.slack + after.slack
    return _directed(gap, slack, claim.trend == "rise") if gap else "edge"


FORMS: dict[str, Form] = {
    "value": value,
    "set": members,
    "share": share,
    "compare": comparison,
    "rank": rank,
}
