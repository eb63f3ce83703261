"""Whether a predicate holds for the members of a group that a statement names or counts."""

import math

from natocheck.model.claims import Measured, SetExpression
from natocheck.model.values import Answer, Interval
from natocheck.rulebase.indexes import indexes_of
from natocheck.rulebase.lookup import has_members
from natocheck.verdicts import wording
from natocheck.verdicts.figures.answers import NOTHING, Reckoned
from natocheck.verdicts.figures.bench import UNITS, Bench
from natocheck.verdicts.figures.tables import Figure

_FEW = 6


def members(claim: Measured, bench: Bench) -> Reckoned:
    """Whether the right members have a figure in the claimed interval."""
    assert claim.members is not None
    interval = claim.interval or _relative(claim, bench)
    if interval is None:
        return NOTHING
    beside = 0.0 if claim.interval is not None else _reference_width(claim, bench)
    countries = [a for a in universe(claim.members, bench) if a not in _reference(claim)]
    answers: dict[str, Answer | None] = {}
    for actor in countries:
        figure = bench.edition.figure(actor, bench.year)
        if figure is not None:
            width = bench.width(figure) + beside
            answers[actor] = interval.compare(figure.value, width)
        elif bench.edition.is_unread(actor, bench.year) or _is_tabled(bench, actor):
            answers[actor] = None
    if len([a for a in answers.values() if a is not None]) < 2:
        return NOTHING
    answer = _hold(claim.members, answers, len(countries), bench)
    return _set_reckoned(interval, bench, answers, answer, len(countries))


def _is_tabled(bench: Bench, actor: str) -> bool:
    """Whether others than the release have figures of a country: it has what is measured."""
    tables = indexes_of(bench.rulebase).tables.get(bench.measure.id, ())
    return any(actor in table.cells for table in tables)


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


def _reference_width(claim: Measured, bench: Bench) -> float:
    """By how much the figure that others are held against may be off."""
    figure = bench.figure(claim.other, claim.other.actors[0]) if claim.other else None
    return bench.width(figure) if figure is not None else 0.0


def universe(expression: SetExpression, bench: Bench) -> list[str]:
    """The countries of all the groups at once; of the alliance whose table it is by default."""
    groups = expression.groups or _default_groups(bench)
    sets = [bench.members(g) for g in groups if has_members(bench.rulebase, g)]
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
    named = set(bench.members(*expression.named))
    known = set(universe(expression, bench))
    if named - known:
        return None  # others than the members are spoken of
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
        # Who has no figure may be counted among those that do not reach it.
        rests = [
            Interval(whole - expression.number.high, whole - expression.number.low)
            for whole in (size, len(answers))
        ]
        held = {rest.holds(count) for count in range(low, high + 1) for rest in rests}
        return _agreed(held, bool(unknown))
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
    return _agreed({number.holds(count) for count in range(low, high + 1)}, unknown)


def _of_share(
    number: Interval, low: int, high: int, sizes: tuple[int, int], unknown: bool
) -> Answer | None:
    """A share counts either all members or only those that have a figure."""
    shares = [100.0 * count / size for count in range(low, high + 1) for size in sizes]
    return _agreed({number.holds(share) for share in shares}, unknown)


def _agreed(held: set[bool], unknown: bool) -> Answer | None:
    """What every possible count or share says alike."""
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
    reading = f"{wording.interval(interval)}{UNITS[bench.measure.unit]}"
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
