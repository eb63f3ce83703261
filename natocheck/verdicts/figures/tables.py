"""The figures that were published by a day, and what is known of a missing one."""

import datetime as dt
from dataclasses import dataclass

from natocheck.model.claims import Release
from natocheck.model.facts import Measure, RuleBase, Table
from natocheck.model.values import period_of
from natocheck.rulebase.lookup import has_members, members_on

# The largest revision of a figure between two releases in the rule base is 16 percent of
# it (see the test of revisions); a figure not yet read in a later release may differ so.
REVISION = 0.2


@dataclass(frozen=True)
class Figure:
    """A recorded value, and by how much it may differ from the true one either way."""

    value: float
    slack: float
    revised: bool = False


@dataclass(frozen=True)
class Release_:
    """One table as a source of figures, with the older ones that fill its gaps."""

    table: Table
    older: tuple[Table, ...]
    rulebase: RuleBase

    def figure(self, actor: str, year: int) -> Figure | None:
        """An actor's figure of a year, or None if the release has none.

        A cell that the release has but the rule base has not read is taken from an older
        release, with the slack of a revision.
        """
        table = self.table
        value = table.cells.get(actor, {}).get(year)
        if value is not None:
            return Figure(value * table.scale, table.slack * table.scale)
        if table.complete or not self._covers(year):
            return None
        return self._from_older(actor, year)

    def _covers(self, year: int) -> bool:
        years = [y for row in self.table.cells.values() for y in row]
        return bool(years) and min(years) <= year <= max(years)

    def _from_older(self, actor: str, year: int) -> Figure | None:
        for table in self.older:
            value = table.cells.get(actor, {}).get(year)
            if value is not None:
                scaled = value * table.scale
                return Figure(scaled, abs(scaled) * REVISION, revised=True)
        return None

    def is_unread(self, actor: str, year: int) -> bool:
        """Whether the release has the figure but the rule base has it nowhere."""
        if self.table.complete or not self._covers(year):
            return False
        covered = any(actor in table.cells for table in (self.table, *self.older))
        return covered and self.figure(actor, year) is None

    def years(self) -> list[int]:
        """The years of the release, in order."""
        return sorted({year for row in self.table.cells.values() for year in row})

    def total(self, group: str, year: int, day: dt.date, measure: Measure) -> Figure | None:
        """A group's figure: the table's own row, else the sum over its members.

        Members without any row (no armed forces) count nothing; a member whose cell is
        missing leaves the sum unknown.
        """
        if group in self.table.cells:
            return self.figure(group, year)
        if not has_members(self.rulebase, group) or not measure.additive:
            return None
        return self.sum(members_on(self.rulebase, group, day), year)

    def sum(self, actors: frozenset[str], year: int) -> Figure | None:
        """The sum over actors, or None if a member's cell is missing or none has a row."""
        known = [a for a in sorted(actors) if a in self.table.cells]
        figures = [self.figure(a, year) for a in known]
        if not known or any(f is None for f in figures):
            return None
        found = [f for f in figures if f is not None]
        return Figure(
            sum(f.value for f in found),
            sum(f.slack for f in found),
            any(f.revised for f in found),
        )


def releases(
    rulebase: RuleBase, measure: str, asked: Release, day: dt.date
) -> tuple[Release_, ...]:
    """The tables of a measure that were out on ``day`` and fit what the text says of them.

    Newest first. Empty if the text names a publisher or release that is not on record.
    """
    tables = [
        table
        for table in rulebase.tables.values()
        if table.measure == measure and period_of(table.published).start <= day
    ]
    if asked.publishers:
        wanted = {rulebase.actors[p].name.casefold() for p in asked.publishers}
        wanted |= {a.casefold() for p in asked.publishers for a in rulebase.actors[p].aliases}
        named = [table for table in tables if table.publisher.casefold() in wanted]
        tables = named or ([] if _is_publisher(rulebase, wanted) else tables)
    if asked.published is not None:
        tables = [t for t in tables if asked.published.overlaps(period_of(t.published))]
    tables.sort(key=lambda table: (period_of(table.published).start, table.id), reverse=True)
    return tuple(
        Release_(
            table,
            tuple(
                t
                for t in tables[i + 1 :]
                if t.publisher == table.publisher and t.prices == table.prices
            ),
            rulebase,
        )
        for i, table in enumerate(tables)
    )


def _is_publisher(rulebase: RuleBase, names: set[str]) -> bool:
    return bool({table.publisher.casefold() for table in rulebase.tables.values()} & names)
