"""Lint: every id that an entry names must be there, and be of the right sort."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from rapidfuzz import process

from natocheck.model.facts import RuleBase, kind_of
from natocheck.rulebase.faults import Fault
from natocheck.rulebase.lookup import all_entries, has_members

# Of each kind, the fields that hold ids, and the sort of thing these must name; a dot
# reaches into rows. Things, places, titles and contexts are free words.
_FIELDS: dict[str, dict[str, str]] = {
    "actor": {"capital": "actor", "located": "actor", "nationality": "actor"},
    "group": {"members": "country", "all_of": "set of countries", "without": "set of countries"},
    "membership": {"group": "actor or group", "rows.member": "actor", "candidates": "actor"},
    "office": {"of": "actor or group", "rows.person": "person"},
    "event": {
        "actors": "actor or group",
        "birth_of": "actor or group",
        "rows.actors": "actor or group",
        "rows.targets": "actor or group",
    },
    "pledge": {"by": "actor or group"},
    "count": {"of": "actor or group"},
    "relation": {
        "rows.subject": "actor or group",
        "rows.object": "actor or group",
        "complete_for": "actor",
    },
    "table": {"measure": "measure", "source": "source", "cells": "actor or group"},
}
_SOURCES = {"sources": "source", "rows.sources": "source"}
_NEAR = 75.0


def reference_faults(rulebase: RuleBase) -> Iterator[Fault]:
    """Yield a fault for each id that does not exist or names something of another sort."""
    known = _known(rulebase)
    for entry in all_entries(rulebase):
        fields = _FIELDS.get(kind_of(entry), {}) | _SOURCES
        for field, sort in fields.items():
            for id in dict.fromkeys(_ids(entry, field.split("."))):
                if id not in known[sort]:
                    message = f"{field}: there is no {sort} {id!r}: {_advice(id, known[sort])}"
                    yield Fault(message, id=entry.id)
    yield from _circles(rulebase)


def _known(rulebase: RuleBase) -> dict[str, set[str]]:
    """Return the ids of each sort."""
    actors = rulebase.actors.values()
    parties = {*rulebase.actors, *rulebase.groups}
    return {
        "source": set(rulebase.sources),
        "measure": set(rulebase.measures),
        "actor": set(rulebase.actors),
        "person": {actor.id for actor in actors if actor.type == "person"},
        "country": {actor.id for actor in actors if actor.type == "country"},
        "actor or group": parties,
        "set of countries": {id for id in parties if has_members(rulebase, id)},
    }


def _ids(value: Any, path: list[str]) -> Iterator[str]:
    """Yield the ids that stand where ``path`` leads; the keys of a mapping are ids."""
    if isinstance(value, list):
        for item in value:
            yield from _ids(item, path)
    elif path and isinstance(value, msgspec.Struct):
        yield from _ids(getattr(value, path[0], None), path[1:])
    elif isinstance(value, dict):
        yield from value
    elif isinstance(value, str):
        yield value


def _advice(id: str, known: Iterable[str]) -> str:
    near = process.extractOne(id, sorted(known), score_cutoff=_NEAR)
    return f"did you mean {near[0]!r}?" if near else "correct the id or add the entry"


def _circles(rulebase: RuleBase) -> Iterator[Fault]:
    for id in rulebase.groups:
        if _reaches(rulebase, id, id, set()):
            yield Fault("the group is made of itself: mend its all_of or without", id=id)


def _reaches(rulebase: RuleBase, start: str, goal: str, seen: set[str]) -> bool:
    """Whether a way over all_of and without leads from one group to another."""
    group = rulebase.groups.get(start)
    for part in [*group.all_of, *group.without] if group else []:
        if part == goal:
            return True
        if part not in seen:
            seen.add(part)
            if _reaches(rulebase, part, goal, seen):
                return True
    return False
