"""Each figure against the same figure of the release before: alike, or the difference is listed.

A figure that is not yet read in a later release is taken from an older one, with the slack
``REVISION``: what was revised by more must be known.
"""

from collections import defaultdict
from typing import Any, NamedTuple

from natocheck.model.facts import RuleBase, Table
from natocheck.model.values import period_of
from natocheck.verdicts.figures.tables import REVISION

from .listed import listed
from .releases import Cell, cells_of

NOTES: dict[str, Any] = listed("revisions")


class Revision(NamedTuple):
    """A cell of a table, as an earlier table had it and as it is."""

    before: Table
    table: Table
    actor: str
    year: int
    was: Cell
    now: Cell

    @property
    def key(self) -> tuple[str, str, int, float, float]:
        """The cell and both figures as printed, as the YAML lists them."""
        was, now = (each.cells[self.actor][self.year] for each in (self.before, self.table))
        return (self.table.id, self.actor, self.year, was, now)

    def is_large(self, change: bool) -> bool:
        """Whether the figure was revised by more than the slack, rounding aside.

        Of a change (percent over the year before) the growth is compared.
        """
        was = 1 + self.was.value / 100 if change else self.was.value
        by = abs(self.now.value - self.was.value) - self.now.slack - self.was.slack
        return (by / 100 if change else by) > REVISION * abs(was)


def series(rules: RuleBase) -> list[list[Table]]:
    """Return the tables of each measure, publisher and kind of prices, the oldest first.

    A file that stands under two measures is taken once, under that of constant prices. Only
    amounts have prices.
    """
    found: dict[tuple[str, ...], list[Table]] = defaultdict(list)
    files: set[str] = set()
    tables = sorted(rules.tables.values(), key=lambda each: (each.measure, each.id), reverse=True)
    for table in tables:
        if table.file not in files:
            is_amount = rules.measures[table.measure].unit in {"usd", "thousand-usd"}
            prices = table.prices if is_amount else ""
            found[table.measure, table.publisher, prices].append(table)
        files.add(table.file)
    return [
        sorted(each, key=lambda table: (period_of(table.published).start, table.id))
        for each in found.values()
    ]


def revisions(rules: RuleBase) -> list[Revision]:
    found = []
    for tables in series(rules):
        last: dict[tuple[str, int], tuple[Table, Cell]] = {}
        for table in tables:
            for key, now in cells_of(table).items():
                if key in last and last[key][0].release != table.release:
                    before, was = last[key]
                    found.append(Revision(before, table, *key, was, now))
                last[key] = (table, now)
    return found


def is_another(one: Table, other: Table) -> bool:
    """Whether the YAML says that two releases of a measure cannot be compared."""
    return any(
        one.measure in note["measures"]
        and one.publisher == note["publisher"]
        and one.release in note["from"]
        and other.release in note["to"]
        for note in NOTES["another"]
    )


def test_releases_agree_or_the_difference_is_listed(rules: RuleBase) -> None:
    found = [each for each in revisions(rules) if not is_another(each.before, each.table)]
    assert len(found) > 4000
    large = {
        each.key for each in found if each.is_large(rules.measures[each.table.measure].is_change)
    }
    known = {tuple(cell) for note in NOTES["revised"] for cell in note["cells"]}
    assert (sorted(large - known), sorted(known - large)) == ([], [])


def test_releases_that_are_said_to_be_of_another_kind_are(rules: RuleBase) -> None:
    pairs = {
        (each.before.definition, each.table.definition)
        for each in revisions(rules)
        if is_another(each.before, each.table)
    }
    assert pairs
    assert [one for one, other in pairs if one == other] == []


def test_every_note_on_releases_has_a_reason_and_is_of_use(rules: RuleBase) -> None:
    assert all(note["reason"] for note in NOTES["another"] + NOTES["revised"])
    met = {(each.before.release, each.table.release) for each in revisions(rules)}
    assert all(
        any(one in note["from"] and other in note["to"] for one, other in met)
        for note in NOTES["another"]
    )
