"""What the people who keep the rules ask: what is due for review, what hangs on a source."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator

import msgspec

from natocheck.model.facts import AnyRule, Entry, RuleBase, Source, Stamp
from natocheck.model.values import period_of
from natocheck.rulebase.lookup import all_rules

_WHO = ("person", "member", "subject", "object", "value", "date")


class StaleFact(msgspec.Struct, frozen=True):
    """A rule, or the row of it that ``row`` names, that was due for review on ``due``."""

    rule: str
    row: str
    due: dt.date
    seen: Stamp | None
    statement: str


class SourceUse(msgspec.Struct, frozen=True):
    """A source, how many facts name it, and how many days ago it was last known to hold.

    ``age`` counts from the day it was retrieved, else published; None where neither is
    recorded.
    """

    source: Source
    facts: int
    age: int | None


def stale_facts(rulebase: RuleBase, on: dt.date) -> list[StaleFact]:
    """Return the facts whose ``review_by`` lies before ``on``, the longest due first."""
    found = [fact for rule in all_rules(rulebase) for fact in _due(rule) if fact.due < on]
    return sorted(found, key=lambda fact: (fact.due, fact.rule, fact.row))


def _due(rule: AnyRule) -> Iterator[StaleFact]:
    """Every fact of a rule that carries a day of review."""
    if rule.review_by is not None:
        seen = getattr(rule, "seen", None)
        yield StaleFact(rule.id, "", _last(rule.review_by), seen, rule.statement)
    for row in getattr(rule, "rows", ()):
        if (due := getattr(row, "review_by", None)) is not None:
            seen = getattr(row, "seen", None) or getattr(row, "ongoing_seen", None)
            yield StaleFact(rule.id, _row_name(row), _last(due), seen, rule.statement)


def _last(stamp: Stamp) -> dt.date:
    return period_of(stamp).end


def _row_name(row: object) -> str:
    """How a row is told from the others of its rule."""
    told = [getattr(row, field, None) for field in _WHO]
    return " – ".join(str(value) for value in told if value is not None)


def source_uses(rulebase: RuleBase, on: dt.date) -> list[SourceUse]:
    """Return every source with the number of facts that name it, the most used first.

    A row that names sources hangs on these, any other on those of its rule; each cell of
    a table is a fact of the table's source.
    """
    facts = Counter(id for ids in _facts(rulebase) for id in ids)
    uses = [
        SourceUse(source, facts[source.id], _age(source, on))
        for source in rulebase.sources.values()
    ]
    return sorted(uses, key=lambda use: (-use.facts, use.source.id))


def _facts(rulebase: RuleBase) -> Iterator[list[str]]:
    """The sources of each fact; a rule that has no rows is one fact."""
    for rule in all_rules(rulebase):
        rows = getattr(rule, "rows", None) or getattr(rule, "parts", None) or [rule]
        yield from (_named(row) or rule.sources for row in rows)
    for group in rulebase.groups.values():
        yield from (group.sources for _ in group.members)
    for table in rulebase.tables.values():
        yield from ([table.source] for row in table.cells.values() for _ in row)


def _named(row: Entry | object) -> list[str]:
    named: list[str] = getattr(row, "sources", [])
    return named


def _age(source: Source, on: dt.date) -> int | None:
    read = source.retrieved or source.published
    return None if read is None else max((on - period_of(read).end).days, 0)
