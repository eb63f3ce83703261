"""One figure held against another: more, less, as much, so many times as much."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.kinds.measure.items import run_from
from natocheck.claims.kinds.measure.reading import (
    Reading,
    operand_of,
    operand_of_items,
    subject_items,
)
from natocheck.claims.kinds.measure.regions import within_region
from natocheck.claims.kinds.measure.sets import less, read_set, subject_heads
from natocheck.claims.kinds.measure.subject_matter import is_loose
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.model.claims import Measured, Operand, Operator, SetExpression, Trend
from natocheck.model.values import Interval

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


@dataclass(frozen=True)
class Cue:
    """Comparing words: what they say, where they stand, and how many times."""

    operator: Operator
    start: int
    end: int
    factor: Interval | None


def compare(reading: Reading) -> Iterator[Measured]:
    """Poland "spends more than" France, "twice as much as", is "ahead of", "level with"."""
    if _is_by_points(reading):
        return
    for cue in _cues(reading):
        yield from _compared(reading, cue)


def _is_by_points(reading: Reading) -> bool:
    """Whether it is said by how many points figures differ, which no statement holds yet."""
    return any(
        reading.scene.root_of(q) in reading.clause.tokens
        and (q.quantity.unit == "percentage-point" or _counts_points(reading, q))
        for q in reading.scene.quantities
    )


def _counts_points(reading: Reading, found: FoundQuantity) -> bool:
    after = [t for t in reading.scene.doc if t.idx >= found.end][:1]
    return found.quantity.unit == "count" and any(t.lower_ == "points" for t in after)


def _compared(reading: Reading, cue: Cue) -> Iterator[Measured]:
    if _is_any_other(reading, cue):
        yield from _first_of_all(reading, cue)
        return
    operand = operand_of(reading, cue.start) or operand_of(reading)
    other = _other(reading, cue.end)
    if other is None:
        if operand is not None:
            yield from _between_years(reading, operand, cue.operator, cue.factor)
        return
    expression = _members(reading)
    if expression is not None and cue.factor is None:
        yield reading.measured(
            form="set",
            members=expression,
            other=other,
            operator=cue.operator,
            loose=_is_loose(reading),
        )
    elif operand is not None and not set(operand.actors) & set(other.actors):
        yield reading.measured(
            form="compare",
            operand=operand,
            other=other,
            operator=cue.operator,
            factor=cue.factor,
            loose=_is_loose(reading),
        )


def _is_loose(reading: Reading) -> bool:
    return is_loose(reading.scene, reading.clause, reading.measure, reading.release)


def _is_any_other(reading: Reading, cue: Cue) -> bool:
    """ "than any other ally": a comparison with all the others."""
    after = [t.lower_ for t in reading.scene.doc if t.idx >= cue.end][:4]
    return "any" in after and bool({"other", "else"} & {*after})


def _first_of_all(reading: Reading, cue: Cue) -> Iterator[Measured]:
    items = subject_items(reading, cue.start)
    if len(items) == 1 and not items[0].is_group and cue.factor is None:
        groups = [i.id for i in reading.items if i.is_group and i.start >= cue.end]
        yield reading.measured(
            form="rank",
            operand=Operand(actors=(items[0].id,)),
            rank=1,
            bottom=cue.operator == "less-than",
            whole=Operand(actors=tuple(groups[:1])) if groups else within_region(reading),
        )


def _members(reading: Reading) -> SetExpression | None:
    """The members that compare so: "no ally", "only Poland", "three allies"."""
    heads = subject_heads(reading.clause)
    found = [read_set(reading.scene, head, reading.clause) for head in heads]
    told = [less(f, reading.without) for f in found if f is not None]
    return next((f for f in told if f.kind != "all"), None)


def _other(reading: Reading, end: int) -> Operand | None:
    """The actors named after the comparing words, as far as "and" joins them."""
    after = tuple(item for item in reading.items if item.start >= end)
    if not after:
        return None
    run = run_from(reading.scene, after, after[0])
    joint = bool(set(reading.words) & reading.scene.lexicon.words("joint words"))
    return operand_of_items(run, total=True if joint else None)


def _between_years(
    reading: Reading, operand: Operand, operator: Operator, factor: Interval | None
) -> Iterator[Measured]:
    """ "less in 2024 than in 2020": the same actor's figures of two years."""
    years = reading.years.years
    if len(years) == 1 and factor is None and reading.scene.context.date.year > years[0]:
        rises = operator == "more-than"
        if operator in {"more-than", "less-than"} and _is_after_than(reading):
            trend: Trend = "rise" if rises else "fall"
            yield reading.measured(form="change", operand=operand, trend=trend, current=True)
        return
    if len(years) != 2 or operator not in {"more-than", "less-than", "equal"}:
        return
    if operator == "equal" and factor is None:
        return
    later_first = years[0] > years[1]
    rises = (operator != "less-than") == later_first
    ordered = tuple(sorted(years))
    if factor is not None and not later_first:
        return
    yield reading.measured(
        form="change",
        operand=operand,
        years=ordered,
        trend="rise" if rises else "fall",
        factor=_open(factor, operator),
    )


def _is_after_than(reading: Reading) -> bool:
    """Whether the only year stands after "than": "bigger than it was in 2014"."""
    than = [t.idx for t in reading.clause.tokens if t.lower_ == "than"]
    inside = [p for p in reading.scene.periods if reading.scene.root_of(p) in reading.clause.tokens]
    return bool(than) and all(p.start > than[-1] for p in inside)


def _open(factor: Interval | None, operator: Operator) -> Interval | None:
    if factor is None or operator != "more-than" or math.isinf(factor.high):
        return factor
    return Interval(factor.low, math.inf)


def _cues(reading: Reading) -> list[Cue]:
    """The comparing words of a clause, each with its own ends; at most one with "than"."""
    factor = _factor(reading)
    interval = _ratio(factor) if factor is not None else None
    table = reading.scene.lexicon.values("comparison words")
    tokens = reading.clause.tokens
    found: list[Cue] = []
    for size in (3, 2, 1):
        for i in range(len(tokens) - size + 1):
            window = tokens[i : i + size]
            operator = table.get(" ".join(t.lower_ for t in window)) or table.get(
                " ".join(t.lemma_.lower() for t in window)
            )
            start, end = window[0].idx, window[-1].idx + len(window[-1])
            taken = any(start < cue.end and cue.start < end for cue in found)
            if operator is not None and not taken and not _bears_on_figure(reading, window[-1]):
                found.append(Cue(str(operator), start, end, interval))  # type: ignore[arg-type]
    if found:
        return found
    comparative = _comparative(reading, factor)
    return [comparative] if comparative is not None else []


def _bears_on_figure(reading: Reading, token: "Token") -> bool:
    """Whether a comparing word compares with the figure that follows it."""
    following = [item.start for item in reading.items if item.start > token.idx]
    nearest = min(following, default=math.inf)
    return any(token.idx <= found.start < nearest for found in reading.figures)


def _factor(reading: Reading) -> FoundQuantity | None:
    inside = [
        q for q in reading.scene.quantities if reading.scene.root_of(q) in reading.clause.tokens
    ]
    times = [q for q in inside if q.quantity.unit == "times"]
    return times[0] if times else next((q for q in inside if _is_multiple(reading, q)), None)


def _is_multiple(reading: Reading, found: FoundQuantity) -> bool:
    """ "half the size of", "a third as much as": a fraction that compares two figures."""
    if found.quantity.unit != "percent" or any(c.isdigit() for c in found.quantity.text):
        return False
    after = f" {' '.join(t.lower_ for t in reading.scene.doc if t.idx >= found.end)} "
    phrases = reading.scene.lexicon.words("multiple phrases")
    return any(after.startswith(f" {phrase} ") for phrase in phrases)


def _ratio(found: FoundQuantity) -> Interval:
    """The interval of a multiple; a fraction counts in hundredths."""
    interval = found.quantity.interval
    if found.quantity.unit == "times":
        return interval
    return Interval(interval.low / 100, interval.high / 100, interval.low_open, interval.high_open)


def _comparative(reading: Reading, factor: FoundQuantity | None) -> Cue | None:
    """ "a bigger share than", "less … than", "three times as much … as", "half of what"."""
    words = reading.scene.lexicon.values("comparatives")
    interval = _ratio(factor) if factor is not None else None
    for than in (t for t in reading.clause.tokens if t.lower_ == "than"):
        if any(q.start <= than.idx < q.end for q in reading.scene.quantities):
            continue
        before = [t for t in reading.clause.tokens if t.i < than.i]
        cue = next((t for t in reversed(before) if t.lower_ in words), None)
        if cue is not None:
            return Cue(str(words[cue.lower_]), cue.idx, than.idx + 4, interval)  # type: ignore[arg-type]
    if factor is None:
        return None
    last = [t for t in reading.clause.tokens if t.lower_ == "as" and t.idx >= factor.end]
    end = last[-1].idx + 2 if last else factor.end
    return Cue("equal", factor.start, end, interval)
