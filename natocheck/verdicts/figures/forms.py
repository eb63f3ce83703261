"""How each form of statement is reckoned from one release, for one year or between years."""

import datetime as dt
import math
from collections.abc import Callable
from dataclasses import dataclass

from natocheck.model.claims import Measured, Operand, SetExpression
from natocheck.model.facts import Measure, RuleBase
from natocheck.model.values import Answer, Interval
from natocheck.rulebase.indexes import indexes_of
from natocheck.rulebase.lookup import has_members, members_on
from natocheck.verdicts import wording
from natocheck.verdicts.figures.answers import NOTHING, Reckoned, compare, every, negation
from natocheck.verdicts.figures.tables import Edition, Figure

_UNITS = {"percent": " %", "usd": " US dollars", "count": "", "thousand-usd": " US dollars"}
_LEVEL = 0.02
_VAGUE = 0.05
_PRINTED = 0.02
_FEW = 6


@dataclass(frozen=True)
class Bench:
    """One release with the measure it is of, in the light of a day and a year."""

    edition: Edition
    rulebase: RuleBase
    measure: Measure
    day: dt.date
    year: int

    @property
    def moment(self) -> dt.date:
        """The day on which membership of a group counts: the year's end, or today."""
        return min(self.day, dt.date(self.year, 12, 31))

    def figure(self, operand: Operand, actor: str) -> Figure | None:
        """The figure of one actor of an operand, or of the operand as a whole."""
        if self.edition.has_row(actor) or not has_members(self.rulebase, actor):
            return self.edition.figure(actor, self.year)
        members = members_on(self.rulebase, actor, self.moment)
        if members == {actor}:
            return self.edition.figure(actor, self.year)
        return self.edition.total(actor, self.year, self.moment, self.measure)

    def show(self, actor: str, figure: Figure | None) -> str:
        """ "Poland 4.48 %"."""
        if figure is None:
            return f"{wording.name(self.rulebase, actor)} not given"
        about = " (older release)" if figure.revised else ""
        value = self.digits(figure)
        if _is_vague(figure):
            ends = (figure.value - figure.slack, figure.value + figure.slack)
            value = " to ".join(f"{end:.1f}" for end in ends)
        return f"{wording.name(self.rulebase, actor)} {value}{_UNITS[self.measure.unit]}{about}"

    def digits(self, figure: Figure) -> str:
        """A figure with the digits that its release prints: 4.00, not 4."""
        if self.measure.unit != "percent":
            return wording.number(round(figure.value, 2))
        return f"{figure.value:.{2 if figure.slack < _PRINTED else 1}f}"


Form = Callable[[Measured, Bench], Reckoned]


def single_actors(bench: Bench, operand: Operand) -> list[str]:
    """The countries that a statement about each of several is about."""
    found = []
    for actor in operand.actors:
        group = bench.rulebase.groups.get(actor)
        if group is not None and not operand.total:
            found += sorted(members_on(bench.rulebase, actor, bench.moment))
        else:
            found.append(actor)
    return found


def value(claim: Measured, bench: Bench) -> Reckoned:
    """Whether each actor's figure lies in the claimed interval, or each does not."""
    assert claim.interval is not None
    actors = single_actors(bench, claim.operand)
    figures = {actor: bench.figure(claim.operand, actor) for actor in actors}
    answers = [_told(claim.interval, figure) for figure in figures.values()]
    answer = every([negation(a) if claim.negated else a for a in answers])
    recorded = ", ".join(bench.show(actor, figure) for actor, figure in figures.items())
    return Reckoned(answer, f"{recorded} in {bench.year}")


def _told(interval: Interval, figure: Figure | None) -> Answer | None:
    """What a figure says of an interval; one known by its bounds alone says nothing between."""
    answer = compare(interval, figure)
    return None if answer == "edge" and figure is not None and _is_vague(figure) else answer


def _is_vague(figure: Figure) -> bool:
    """Whether a release gives bounds only, not a figure that it rounded."""
    return figure.slack > _VAGUE * abs(figure.value) and not figure.revised


def members(claim: Measured, bench: Bench) -> Reckoned:
    """Whether the right members have a figure in the claimed interval."""
    assert claim.members is not None
    interval = claim.interval or _relative(claim, bench)
    if interval is None:
        return NOTHING
    universe = [a for a in _universe(claim.members, bench) if a not in _reference(claim)]
    answers: dict[str, Answer | None] = {}
    for actor in universe:
        figure = bench.edition.figure(actor, bench.year)
        if figure is not None:
            answers[actor] = compare(interval, figure)
        elif bench.edition.is_unread(actor, bench.year):
            answers[actor] = None
    if len([a for a in answers.values() if a is not None]) < 2:
        return NOTHING
    answer = _hold(claim.members, answers, len(universe), bench)
    return _set_reckoned(interval, bench, answers, answer, len(universe))


def _reference(claim: Measured) -> tuple[str, ...]:
    return claim.other.actors if claim.other is not None else ()


def _relative(claim: Measured, bench: Bench) -> Interval | None:
    """ "Only Poland outspends the United States": the figures beyond the other's own."""
    if claim.other is None or len(claim.other.actors) != 1:
        return None
    figure = bench.figure(claim.other, claim.other.actors[0])
    if figure is None:
        return None
    above = claim.operator in {"more-than", "at-least"}
    low, high = (figure.value, math.inf) if above else (-math.inf, figure.value)
    return Interval(low, high, low_open=True, high_open=True)


def _universe(expression: SetExpression, bench: Bench) -> list[str]:
    """The countries of all the groups at once; of the alliance whose table it is by default."""
    groups = expression.groups or _default_groups(bench)
    sets = [
        members_on(bench.rulebase, g, bench.moment)
        for g in groups
        if has_members(bench.rulebase, g)
    ]
    return sorted(frozenset.intersection(*sets)) if sets else []


def _default_groups(bench: Bench) -> tuple[str, ...]:
    publisher = bench.edition.table.publisher.casefold()
    return tuple(
        rule.group
        for rule in indexes_of(bench.rulebase).memberships.values()
        if bench.rulebase.actors[rule.group].name.casefold() == publisher
    )


def _hold(
    expression: SetExpression, answers: dict[str, Answer | None], size: int, bench: Bench
) -> Answer | None:
    yes = {a for a, answer in answers.items() if answer == "yes"}
    maybe = {a for a, answer in answers.items() if answer in {"edge", None}}
    unknown = {a for a, answer in answers.items() if answer is None}
    named = {
        country
        for actor in expression.named
        for country in members_on(bench.rulebase, actor, bench.moment)
    }
    if expression.kind == "only":
        return _exactly(named, yes, maybe, unknown)
    if expression.kind == "but" and named:
        return _exactly(set(answers) - named, yes, maybe, unknown)
    low, high = len(yes), len(yes) + len(maybe)
    if expression.kind in {"all", "each"}:
        return _of_count(Interval(len(answers), math.inf), low, high, bool(unknown))
    if expression.kind == "none":
        return _of_count(Interval(0, 0), low, high, bool(unknown))
    assert expression.number is not None
    if expression.kind == "but":
        rest = Interval(len(answers) - expression.number.high, len(answers) - expression.number.low)
        return _of_count(rest, low, high, bool(unknown))
    if expression.kind == "share":
        return _of_share(expression.number, low, high, (size, len(answers)), bool(unknown))
    return _of_count(expression.number, low, high, bool(unknown))


def _exactly(named: set[str], yes: set[str], maybe: set[str], unknown: set[str]) -> Answer | None:
    if not named <= yes | maybe or yes - named:
        return "no"
    if named <= yes and not maybe - named:
        return "yes"
    return None if unknown else "edge"


def _of_count(number: Interval, low: int, high: int, unknown: bool) -> Answer | None:
    held = {number.holds(count) for count in range(low, high + 1)}
    if held == {True}:
        return "yes"
    if held == {False}:
        return "no"
    return None if unknown else "edge"


def _of_share(
    number: Interval, low: int, high: int, sizes: tuple[int, int], unknown: bool
) -> Answer | None:
    """A share counts either all members or only those that have a figure."""
    held = {number.holds(100.0 * count / size) for count in range(low, high + 1) for size in sizes}
    if held == {True}:
        return "yes"
    if held == {False}:
        return "no"
    return None if unknown else "edge"


def _set_reckoned(
    interval: Interval,
    bench: Bench,
    answers: dict[str, Answer | None],
    answer: Answer | None,
    size: int,
) -> Reckoned:
    yes = [a for a, each in answers.items() if each == "yes"]
    edge = [a for a, each in answers.items() if each == "edge"]
    figures = {a: bench.edition.figure(a, bench.year) for a in answers}

    def listed(actors: list[str]) -> str:
        ordered = sorted(actors, key=lambda a: -_sort_value(figures[a]))
        return ", ".join(bench.show(a, figures[a]) for a in ordered)

    ranked = yes + edge
    rest = sorted(
        (a for a in answers if a not in ranked and figures[a] is not None),
        key=lambda a: -figures[a].value,  # type: ignore[union-attr]
    )
    reading = f"{wording.interval(interval)}{_UNITS[bench.measure.unit]}"
    working = [f"{len(yes)} of {size} in {bench.year} with {reading}: {listed(yes) or 'none'}"]
    if edge:
        working.append(f"at the threshold: {listed(edge)}")
    if rest:
        working.append("next: " + ", ".join(bench.show(a, figures[a]) for a in rest[:3]))
    caveat = None
    if edge:
        caveat = f"{listed(edge)}: at the threshold, neither clearly above nor below it"
    shown = working[: 2 if edge else 1]
    shown += [f"next {bench.show(rest[0], figures[rest[0]])}"] if rest and len(yes) < _FEW else []
    return Reckoned(answer, "; ".join(shown), tuple(working), caveat)


def _sort_value(figure: Figure | None) -> float:
    return figure.value if figure is not None else 0.0


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
    unit = _UNITS[bench.measure.unit]
    working = (
        f"{name}: {wording.number(part.value)}{unit}",
        f"{label}: {wording.number(whole.value)}{unit}",
        f"{wording.number(part.value)} / {wording.number(whole.value)} = {percent:.1f} %",
    )
    return Reckoned(answer, f"{name}: {percent:.1f} % in {bench.year}", working)


def _whole(whole: Operand, bench: Bench, group: str) -> tuple[Figure | None, str]:
    """The whole that a part is of: a group, or a group less those left out."""
    if not whole.without:
        return bench.figure(whole, group), wording.name(bench.rulebase, group)
    inside = members_on(bench.rulebase, group, bench.moment)
    outside = frozenset[str]().union(
        *(members_on(bench.rulebase, g, bench.moment) for g in whole.without)
    )
    names = " and ".join(wording.name(bench.rulebase, g) for g in whole.without)
    label = f"{wording.name(bench.rulebase, group)} outside {names}"
    return bench.edition.sum(inside - outside, bench.year), label


def _part(claim: Measured, bench: Bench, group: str) -> tuple[Figure | None, str]:
    inside = members_on(bench.rulebase, group, bench.moment)
    if claim.operand.without:
        left_out = frozenset[str]().union(
            *(members_on(bench.rulebase, g, bench.moment) for g in claim.operand.without)
        )
        names = " and ".join(wording.name(bench.rulebase, g) for g in claim.operand.without)
        label = f"{wording.name(bench.rulebase, group)} outside {names}"
        return bench.edition.sum(inside - left_out, bench.year), label
    chosen: frozenset[str] = frozenset()
    for actor in claim.operand.actors:
        if bench.edition.has_row(actor) and len(claim.operand.actors) == 1:
            return bench.figure(claim.operand, actor), wording.name(bench.rulebase, actor)
        if not has_members(bench.rulebase, actor):
            return None, ""
        chosen |= members_on(bench.rulebase, actor, bench.moment) & inside
    label = wording.names(bench.rulebase, claim.operand.actors)
    return (bench.edition.sum(chosen, bench.year) if chosen else None), label


def comparison(claim: Measured, bench: Bench) -> Reckoned:
    """Whether each actor's figure stands to the other's as claimed."""
    assert claim.other is not None
    others = _others(claim.other, bench)
    if others is None:
        return NOTHING
    answers: list[Answer | None] = []
    shown = []
    for actor in single_actors(bench, claim.operand):
        figure = bench.figure(claim.operand, actor)
        for other, reference in others.items():
            answers.append(_relation(claim, figure, reference))
            shown.append(f"{bench.show(actor, figure)}; {_label(bench, other, reference)}")
    return Reckoned(every(answers), f"{'; '.join(shown)} in {bench.year}")


def _label(bench: Bench, other: str, figure: Figure | None) -> str:
    return bench.show(other, figure)


def _others(other: Operand, bench: Bench) -> dict[str, Figure | None] | None:
    actors = single_actors(bench, other)
    if other.total and len(actors) > 1:
        total = bench.edition.sum(frozenset(actors), bench.year)
        return {" and ".join(actors): total}
    return {actor: bench.figure(other, actor) for actor in actors}


def _relation(claim: Measured, left: Figure | None, right: Figure | None) -> Answer | None:
    if left is None or right is None or not right.value:
        return None
    if claim.factor is not None:
        ratio = left.value / right.value
        slack = ratio * (left.slack / left.value + right.slack / right.value)
        wanted = claim.factor
        if claim.operator == "more-than" and not math.isinf(wanted.high):
            wanted = Interval(wanted.low, math.inf) if wanted.low > 1 else wanted
        return wanted.compare(ratio, slack)
    gap, slack = left.value - right.value, left.slack + right.slack
    if claim.operator == "equal":
        near = max(slack, _LEVEL * abs(right.value))
        return "yes" if abs(gap) <= near else "no"
    if abs(gap) <= slack:
        return "edge" if claim.operator in {"at-least", "at-most"} or gap else "no"
    wants_more = claim.operator in {"more-than", "at-least"}
    return "yes" if (gap > 0) == wants_more else "no"


def rank(claim: Measured, bench: Bench) -> Reckoned:
    """Whether an actor's place among the members of a group is the claimed one."""
    assert claim.rank is not None
    expression = SetExpression(kind="all", groups=claim.whole.actors if claim.whole else ())
    actor = claim.operand.actors[0]
    figures = {
        a: figure
        for a in {*_universe(expression, bench), actor}
        if (figure := bench.edition.figure(a, bench.year)) is not None
    }
    unread = [a for a in _universe(expression, bench) if bench.edition.is_unread(a, bench.year)]
    if actor not in figures or len(figures) < 3:
        return NOTHING
    sign = 1 if claim.bottom else -1
    ranked = sorted(figures, key=lambda a: (sign * figures[a].value, a))
    own = figures[actor]
    better = sum(
        1 for a in figures if sign * (figures[a].value - own.value) < -_slack(own, figures[a])
    )
    equal = sum(1 for a in figures if abs(figures[a].value - own.value) <= _slack(own, figures[a]))
    first, last = better + 1, better + equal + len(unread)
    answer: Answer | None = "no"
    if first <= claim.rank <= last:
        answer = "yes" if first == last else None if unread else "edge"
    listed = ", ".join(
        f"{i}. {bench.show(a, figures[a])}" for i, a in enumerate(ranked[: max(3, claim.rank)], 1)
    )
    end = "from the bottom" if claim.bottom else "from the top"
    place = f"{bench.show(actor, own)}: number {first} {end} of {len(figures)} in {bench.year}"
    return Reckoned(answer, place, (f"{end}: {listed}",))


def _slack(left: Figure, right: Figure) -> float:
    return (left.slack + right.slack) * (1.0 if left.revised or right.revised else 0.99)


def change(claim: Measured, bench: Bench, first: int) -> Reckoned:
    """Whether the figure changed from ``first`` to the bench's year as claimed."""
    answers: list[Answer | None] = []
    shown = []
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
    if abs(gap) <= slack:
        return "edge"
    return "yes" if (gap > 0) == (claim.trend == "rise") else "no"


FORMS: dict[str, Form] = {
    "value": value,
    "set": members,
    "share": share,
    "compare": comparison,
    "rank": rank,
}
