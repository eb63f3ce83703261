"""The rule base by what is asked of it, so that a question costs the same whatever it holds.

Each index is built when it is first needed and kept for as long as its rule base is used.
"""

from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import chain
from typing import TypeVar

from natocheck.model.facts import (
    Count,
    Group,
    Measure,
    Membership,
    Occurrence,
    Office,
    Relation,
    RuleBase,
    Table,
)

_Entry = TypeVar("_Entry")


def _named(actors: list[str | list[str]]) -> Iterable[str]:
    return chain.from_iterable([each] if isinstance(each, str) else each for each in actors)


class Indexes:
    """The indexes of one rule base."""

    def __init__(self, rulebase: RuleBase) -> None:
        self._rulebase = rulebase

    @cached_property
    def memberships(self) -> dict[str, Membership]:
        """The membership rule of each organisation or group."""
        return {rule.group: rule for rule in reversed([*self._rulebase.memberships.values()])}

    @cached_property
    def offices_held(self) -> dict[str, tuple[Office, ...]]:
        """The offices that each person has ever held."""
        offices = self._rulebase.offices.values()
        return _by((row.person, office) for office in offices for row in office.rows)

    @cached_property
    def offices_of(self) -> dict[str, tuple[Office, ...]]:
        """The offices of each organisation or country."""
        return _by((office.of, office) for office in self._rulebase.offices.values())

    @cached_property
    def offices_titled(self) -> dict[str, tuple[Office, ...]]:
        """The offices that each title may name beside their owner."""
        offices = self._rulebase.offices.values()
        return _by((title, office) for office in offices for title in office.titles)

    @cached_property
    def births(self) -> dict[str, tuple[str, ...]]:
        """The events that each actor's birthday is of."""
        events = self._rulebase.events.values()
        return _by((event.birth_of, event.id) for event in events if event.birth_of is not None)

    @cached_property
    def happened(self) -> dict[str, tuple[Occurrence, ...]]:
        """What took place at each place, by its name, and with each actor."""
        return _by(
            (name, row)
            for event in self._rulebase.events.values()
            for row in event.rows
            for name in (*row.places, *row.actors, *_named(event.actors))
        )

    @cached_property
    def groups_within(self) -> dict[str, tuple[Group, ...]]:
        """The groups that each organisation or group is an ``all_of`` of."""
        groups = self._rulebase.groups.values()
        return _by((whole, group) for group in groups for whole in group.all_of)

    @cached_property
    def groups_called(self) -> dict[str, tuple[Group, ...]]:
        """The groups with members of their own that each adjective tells."""
        groups = self._rulebase.groups.values()
        return _by((word, group) for group in groups if group.members for word in group.adjectives)

    @cached_property
    def counts(self) -> dict[str, tuple[Count, ...]]:
        """The counts by the last word of each thing that they count."""
        counts = self._rulebase.counts.values()
        return _by((thing.split()[-1], count) for count in counts for thing in count.things)

    @cached_property
    def relations(self) -> dict[str, tuple[Relation, ...]]:
        """The relations by a word of each phrase that states them, and by each subject."""
        relations = self._rulebase.relations.values()
        verbs = ((v.split()[0], r) for r in relations for said in r.said for v in said.verbs)
        nouns = ((n.split()[-1], r) for r in relations for said in r.said for n in said.nouns)
        subjects = ((row.subject, r) for r in relations for row in r.rows)
        return _by(chain(verbs, nouns, subjects))

    @cached_property
    def measures(self) -> dict[str, tuple[Measure, ...]]:
        """The measures by the first word of each noun and verb that names them."""
        measures = self._rulebase.measures.values()
        return _by(
            (phrase.replace("-", " ").split()[0].lower(), measure)
            for measure in measures
            for phrase in (*measure.nouns, *measure.verbs)
        )

    @cached_property
    def implied_measures(self) -> tuple[Measure, ...]:
        """The measures that a sentence may mean without a noun or verb for them."""
        measures = self._rulebase.measures.values()
        return tuple(m for m in measures if m.of or m.thresholds or m.assumed_of)

    @cached_property
    def tables(self) -> dict[str, tuple[Table, ...]]:
        """The tables of each measure."""
        return _by((table.measure, table) for table in self._rulebase.tables.values())

    @cached_property
    def publishers(self) -> frozenset[str]:
        """The publishers of tables, casefolded."""
        return frozenset(t.publisher.casefold() for t in self._rulebase.tables.values())

    @cached_property
    def release_names(self) -> frozenset[str]:
        """What releases are called."""
        return frozenset(name for t in self._rulebase.tables.values() for name in t.names)

    @cached_property
    def tabled(self) -> frozenset[str]:
        """The actors and groups that have a row in some table."""
        return frozenset(row for table in self._rulebase.tables.values() for row in table.cells)

    @cached_property
    def pledging(self) -> frozenset[str]:
        """The bodies whose pledges are known."""
        return frozenset(body for pledge in self._rulebase.pledges.values() for body in pledge.by)


def indexes_of(rulebase: RuleBase) -> Indexes:
    """Return the indexes of a rule base."""
    return _indexes(Same(rulebase))


class Same:
    """A rule base as a cache key: equal only to itself, since its dicts have no hash."""

    __slots__ = ("rulebase",)

    def __init__(self, rulebase: RuleBase) -> None:
        self.rulebase = rulebase

    def __hash__(self) -> int:
        return id(self.rulebase)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.rulebase is other.rulebase


@lru_cache(maxsize=8)
def _indexes(key: Same) -> Indexes:
    return Indexes(key.rulebase)


def _by(pairs: Iterable[tuple[str, _Entry]]) -> dict[str, tuple[_Entry, ...]]:
    """Gather the second of each pair under the first, each once, in their order."""
    found: dict[str, dict[int, _Entry]] = {}
    for key, entry in pairs:
        found.setdefault(key, {})[id(entry)] = entry
    return {key: tuple(entries.values()) for key, entries in found.items()}
