"""What becomes of a figure over the years: rises and falls, by how many times."""

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.kinds.measure.bounds import interval_of, operator_of
from natocheck.claims.kinds.measure.reading import Reading, operand_of
from natocheck.model.claims import Measured, Operand, Trend
from natocheck.model.values import Interval

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def change(reading: Reading) -> Iterator[Measured]:
    """A figure "rose from 2 percent in 2019 to 3 in 2024", "doubled since 2014", "fell"."""
    operand, trend = operand_of(reading), trend_of(reading)
    if operand is None or trend is None or reading.measure.is_change:
        return
    years = reading.years.years
    if len(reading.figures) >= 2:
        yield from _points(reading, operand)
    elif reading.figures:
        return
    if len(years) >= 2 or (reading.years.span and reading.years.current):
        yield from _changed(reading, operand, *trend)


def _points(reading: Reading, operand: Operand) -> Iterator[Measured]:
    """Each figure in its year; a stretch of years has one at either end."""
    ends = _ends(reading)
    if len(reading.figures) != len(ends):
        return
    for years, found in zip(ends, reading.figures, strict=True):
        operator = operator_of(reading.scene, reading.clause, found)
        interval = interval_of(found, operator)
        yield reading.measured(
            form="value", operand=operand, interval=interval, years=years, current=not years
        )


def _ends(reading: Reading) -> list[tuple[int, ...]]:
    """The year of each figure; none for one of now ("since 2014, from 1.2 percent to 2.3")."""
    years = reading.years.years
    if reading.years.span and reading.years.current and len(years) == 1:
        return [years, ()]
    if reading.years.span and len(years) > 1:
        return [(years[0],), (years[-1],)]
    return [(year,) for year in years]


def _changed(
    reading: Reading, operand: Operand, kind: Trend, factor: Interval | None
) -> Iterator[Measured]:
    steady = bool(set(reading.words) & reading.scene.lexicon.words("steady words"))
    yield reading.measured(
        form="change",
        operand=operand,
        trend=kind,
        factor=factor,
        every_year=steady and factor is None,
    )


def trend_of(reading: Reading) -> tuple[Trend, Interval | None] | None:
    """Whether a clause speaks of a rise or a fall, and by what factor."""
    table = reading.scene.lexicon.values("trend verbs")
    for token in reading.clause.tokens:
        number = table.get(token.lemma_.lower())
        if number is None or token.pos_ not in {"VERB", "NOUN", "ADJ"}:
            continue
        if isinstance(number, str):
            return ("fall" if number == "fall" else "rise"), None
        if isinstance(number, (int, float)):
            return ("rise" if number > 1 else "fall"), _about(reading, token, float(number))
    return None


def _about(reading: Reading, verb: "Token", factor: float) -> Interval:
    """A factor in one word allows a tenth either way; "more than doubled" has no end."""
    before = [t.lower_ for t in reading.scene.doc[max(0, verb.i - 3) : verb.i]]
    if "more" in before and "than" in before:
        return Interval(factor, math.inf)
    if set(before) & {"nearly", "almost"}:
        return Interval(factor * 0.85, factor)
    if reading.clause.negated:
        return Interval(factor, math.inf)
    return Interval(factor * 0.9, factor * 1.1)
