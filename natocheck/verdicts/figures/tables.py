"""The figures that were published by a day, and what is known of a missing one."""

import datetime as dt
from dataclasses import dataclass

from natocheck.model.claims import Release
from natocheck.model.facts import Measure, RuleBase, Table
from natocheck.model.values import period_of
from natocheck.rulebase.indexes import indexes_of
from natocheck.rulebase.lookup import has_members, members_on

# Releases in the rule base that can be compared differ by less than this part of a figure,
# but for the cells that the cross-checks list; one not yet read in a later release may too.
REVISION = 0.2


@dataclass(frozen=True)
class Figure:
    """A recorded value, and by how much it may differ from the true one either way.

    ``spread``: by how much others differ who count the same thing.
    """

    value: float
    slack: float
    spread: float = 0.0
    revised: bool = False


@dataclass(frozen=True)
class Edition:
    """All tables of one measure in one release, and the older ones that fill its gaps."""

    tables: tuple[Table, ...]
    older: tuple[Table, ...]
    rulebase: RuleBase

    @property
    def table(self) -> Table:
        """The release's main table, which speaks for it in the evidence."""
        return max(self.tables, key=lambda table: len(table.cells))

    def has_row(self, actor: str) -> bool:
        """Whether the release gives any figure of an actor."""
        return any(actor in table.cells for table in self.tables)

    def figure(self, actor: str, year: int) -> Figure | None:
        """An actor's figure of a year, or None if the release has none.

        A cell that the release has but the rule base has not read is taken from an older
        release of the same definition, with the slack of a revision.
        """
        for table in self.tables:
            value = table.cells.get(actor, {}).get(year)
            if value is not None:
                scaled = value * table.scale
                return Figure(scaled, table.slack * table.scale, abs(scaled) * table.spread)
        return self._from_older(actor, year) if self._may_have(year) else None

    def _may_have(self, year: int) -> bool:
        """Whether the release has figures of a year that the rule base may not have read."""
        return all(not table.complete for table in self.tables) and year in self.years()

    def _from_older(self, actor: str, year: int) -> Figure | None:
        for table in self.older:
            if not self._is_comparable(table):
                continue
            value = table.cells.get(actor, {}).get(year)
            if value is not None:
                scaled = value * table.scale
                return Figure(scaled, abs(scaled) * REVISION, revised=True)
        return None

    def _is_comparable(self, older: Table) -> bool:
        """Whether an older table counts the same thing in the same prices, and a level:
        a change is too small a difference to stand a revision."""
        is_change = self.rulebase.measures[older.measure].is_change
        return not is_change and older.definition == self.table.definition

    def is_unread(self, actor: str, year: int) -> bool:
        """Whether the release has the figure but the rule base has it nowhere."""
        covered = self.has_row(actor) or any(actor in table.cells for table in self.older)
        return covered and self._may_have(year) and self.figure(actor, year) is None

    def years(self) -> list[int]:
        """The years of the release, in order."""
        return sorted({y for table in self.tables for row in table.cells.values() for y in row})

    def total(self, group: str, year: int, day: dt.date, measure: Measure) -> Figure | None:
        """A group's figure: the release's own row, else the sum over its members.

        Members without any row (no armed forces) count nothing; a member whose cell is
        missing leaves the sum unknown.
        """
        if self.has_row(group):
            return self.figure(group, year)
        if not has_members(self.rulebase, group):
            return None
        return self.together(members_on(self.rulebase, group, day), year, day, measure)

    def together(
        self, members: frozenset[str], year: int, day: dt.date, measure: Measure
    ) -> Figure | None:
        """The figure of members taken as one: the row of a group that has just these on
        ``day``, else their sum if the measure can be summed."""
        row = self._row_of(members, day)
        if row is not None:
            return self.figure(row, year)
        return self.sum(members, year) if measure.additive else None

    def _row_of(self, members: frozenset[str], day: dt.date) -> str | None:
        rows = sorted({actor for table in self.tables for actor in table.cells})
        grouped = (row for row in rows if has_members(self.rulebase, row))
        return next((r for r in grouped if members_on(self.rulebase, r, day) == members), None)

    def sum(self, actors: frozenset[str], year: int) -> Figure | None:
        """The sum over actors, or None if a member's cell is missing or none has a row."""
        known = [a for a in sorted(actors) if self.has_row(a) or self.is_unread(a, year)]
        figures = [self.figure(a, year) for a in known]
        if not known or any(f is None for f in figures):
            return None
        found = [f for f in figures if f is not None]
        slack = sum(f.slack for f in found)
        revised = any(f.revised for f in found)
        return Figure(sum(f.value for f in found), slack, revised=revised)


def editions(rulebase: RuleBase, measure: str, asked: Release, day: dt.date) -> tuple[Edition, ...]:
    """The releases of a measure that were out on ``day`` and fit what the text says of them.

    Newest first. Empty if the text names a publisher or release that is not on record.
    """
    tables = [
        table
        for table in indexes_of(rulebase).tables.get(measure, ())
        if period_of(table.published).start <= day
    ]
    tables = _of_publisher(tables, rulebase, asked)
    if asked.published is not None:
        tables = [t for t in tables if asked.published.overlaps(period_of(t.published))]
    if asked.names:
        tables = _newest([t for t in tables if set(asked.names) & set(t.names)])
    groups: dict[tuple[str, str, str], list[Table]] = {}
    for table in sorted(tables, key=_newness, reverse=True):
        groups.setdefault((table.publisher, table.release, table.prices), []).append(table)
    return tuple(
        Edition(tuple(group), _older(group, tables), rulebase) for group in groups.values()
    )


def _newness(table: Table) -> tuple[dt.date, str]:
    return period_of(table.published).start, table.id


def _newest(tables: list[Table]) -> list[Table]:
    """Of releases of the same name ("June"), the last."""
    last = max((period_of(t.published).start for t in tables), default=None)
    return [t for t in tables if period_of(t.published).start == last]


def _older(group: list[Table], tables: list[Table]) -> tuple[Table, ...]:
    first = group[0]
    return tuple(
        table
        for table in sorted(tables, key=_newness, reverse=True)
        if (table.publisher, table.prices) == (first.publisher, first.prices)
        and _newness(table) < _newness(first)
        and table not in group
    )


def _of_publisher(tables: list[Table], rulebase: RuleBase, asked: Release) -> list[Table]:
    if not asked.publishers:
        return tables
    wanted = {rulebase.actors[p].name.casefold() for p in asked.publishers}
    wanted |= {a.casefold() for p in asked.publishers for a in rulebase.actors[p].aliases}
    named = [table for table in tables if table.publisher.casefold() in wanted]
    return named or ([] if _is_publisher(rulebase, wanted) else tables)


def _is_publisher(rulebase: RuleBase, names: set[str]) -> bool:
    return bool(indexes_of(rulebase).publishers & names)
