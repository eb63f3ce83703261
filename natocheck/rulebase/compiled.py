"""The compiled rule base as it is kept: every entry by itself, read when it is asked for.

A run needs few of the entries, or many of them but few at first. So only ids are read
at once, whatever the number of facts.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, cast

import msgspec

from natocheck.model.facts import AnyEntry, Entry, RuleBase

_Entry = TypeVar("_Entry", bound=Entry)
_HEAD = ("digest", "as_of", "facts", "replaced")
_FAMILIES = tuple(name for name in RuleBase.__struct_fields__ if name not in _HEAD)
_DECODER: msgspec.msgpack.Decoder[AnyEntry] = msgspec.msgpack.Decoder(AnyEntry)


class Compiled(msgspec.Struct, frozen=True, kw_only=True):
    """A rule base with its entries unread: those of each kind by id."""

    digest: str
    as_of: dt.date
    facts: int
    replaced: frozenset[str]
    families: dict[str, dict[str, msgspec.Raw]]


class Entries(Mapping[str, _Entry]):
    """Entries by id, each of which is read when it is first asked for."""

    def __init__(self, unread: Mapping[str, msgspec.Raw]) -> None:
        self._unread = unread
        self._read: dict[str, _Entry] = {}

    def __getitem__(self, id: str) -> _Entry:
        if id not in self._read:
            self._read[id] = cast(_Entry, _DECODER.decode(self._unread[id]))
        return self._read[id]

    def __contains__(self, id: object) -> bool:
        return id in self._unread  # without reading it

    def __iter__(self) -> Iterator[str]:
        return iter(self._unread)

    def __len__(self) -> int:
        return len(self._unread)


def packed(rulebase: RuleBase) -> bytes:
    """Return a rule base as bytes.

    Raises what msgspec does for an entry that would not come back: as entries are read
    late, whoever asks for one could do nothing about it.
    """
    families = {name: _packed(getattr(rulebase, name)) for name in _FAMILIES}
    head = {name: getattr(rulebase, name) for name in _HEAD}
    return msgspec.msgpack.encode(Compiled(families=families, **head))


def _packed(family: Mapping[str, AnyEntry]) -> dict[str, msgspec.Raw]:
    found = {id: msgspec.msgpack.encode(entry) for id, entry in family.items()}
    for body in found.values():
        _DECODER.decode(body)
    return {id: msgspec.Raw(body) for id, body in found.items()}


def unpacked(compiled: Compiled) -> RuleBase:
    """Return the rule base of which these are the bytes."""
    fields: dict[str, Any] = {name: getattr(compiled, name) for name in _HEAD}
    fields |= {name: Entries(compiled.families[name]) for name in _FAMILIES}
    return RuleBase(**fields)
