"""The cells of a release, in the unit of their measure, and how far rounding may be off."""

from collections import defaultdict
from typing import NamedTuple

from natocheck.model.facts import RuleBase, Table


class Cell(NamedTuple):
    """A figure and half its last printed digit."""

    value: float
    slack: float

    @property
    def low(self) -> float:
        return self.value - self.slack

    @property
    def high(self) -> float:
        return self.value + self.slack


Cells = dict[tuple[str, int], Cell]
Release = tuple[str, str, str, str]


def cells_of(table: Table) -> Cells:
    """Return the cells of a table by actor and year."""
    return {
        (actor, year): Cell(value * table.scale, table.slack * table.scale)
        for actor, row in table.cells.items()
        for year, value in row.items()
    }


def releases(rules: RuleBase) -> dict[Release, Cells]:
    """Return the cells of all tables, by measure, publisher, release and prices."""
    found: dict[Release, Cells] = defaultdict(dict)
    for table in rules.tables.values():
        found[table.measure, table.publisher, table.release, table.prices].update(cells_of(table))
    return found


def quotient(part: Cell, whole: Cell) -> Cell:
    """Return a quotient with the widest error that the rounding of both leaves."""
    low, high = part.low / whole.high, part.high / whole.low
    return Cell((low + high) / 2, (high - low) / 2)


def agree(one: Cell, other: Cell) -> bool:
    """Whether two figures may be roundings of the same."""
    return one.low <= other.high and other.low <= one.high
