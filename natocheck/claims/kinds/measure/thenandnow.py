"""One actor's figures of a year and of today: "1.2 percent in 2014, now 2"."""

from collections.abc import Iterator

from natocheck.claims.kinds.measure.bounds import interval_of, operator_of
from natocheck.claims.kinds.measure.reading import Reading, operand_of
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.model.claims import Measured

Mark = tuple[int, int | FoundQuantity | None]


def has_both(reading: Reading) -> bool:
    """Whether a clause with several figures speaks of a year and of the present as well."""
    several = len(reading.figures) > 1 and len(reading.years.years) == 1
    return several and not reading.years.span and bool(_now(reading))


def then_and_now(reading: Reading) -> Iterator[Measured]:
    """Each figure with its own time, where each stands beside its own; else nothing."""
    operand = operand_of(reading)
    years = [p for p in reading.scene.periods if p.period.start.year in reading.years.years]
    times: list[Mark] = [(p.start, p.period.start.year) for p in years]
    times += [(at, None) for at in _now(reading)]
    marks = sorted([*times, *((q.start, q) for q in reading.figures)], key=lambda mark: mark[0])
    if operand is None or len(reading.items) != 1 or not _are_paired(marks):
        return
    for first, second in _pairs(marks):
        found, time = (first[1], second[1]) if _is_figure(first) else (second[1], first[1])
        assert isinstance(found, FoundQuantity) and not isinstance(time, FoundQuantity)
        interval = interval_of(found, operator_of(reading.scene, reading.clause, found))
        at = (time,) if time is not None else ()
        yield reading.measured(
            form="value", operand=operand, interval=interval, years=at, current=time is None
        )


def _now(reading: Reading) -> list[int]:
    """Where the clause speaks of the present."""
    words = reading.scene.lexicon.words("present adverbs")
    return [t.idx for t in reading.clause.tokens if t.lower_ in words]


def _are_paired(marks: list[Mark]) -> bool:
    even = len(marks) % 2 == 0
    return even and all(_is_figure(a) != _is_figure(b) for a, b in _pairs(marks))


def _pairs(marks: list[Mark]) -> list[tuple[Mark, Mark]]:
    return list(zip(marks[::2], marks[1::2], strict=False))


def _is_figure(mark: Mark) -> bool:
    return isinstance(mark[1], FoundQuantity)
