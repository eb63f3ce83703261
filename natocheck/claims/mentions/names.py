"""Names in a text: actors, groups and office titles, found through one alias index.

The index is a dictionary from the first word of an alias to all aliases that begin
with it, so that a look-up costs the same however many aliases there are. Matching is
exact up to accents and typographic apostrophes; the longest alias wins.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from natocheck.claims.mentions.numberwords import gather_words
from natocheck.model.facts import RuleBase

ReadingKind = Literal["name", "adjective", "demonym", "metonym", "group", "title", "lookalike"]
_WORD = re.compile(r"[^\W_]+")


class Reading(msgspec.Struct, frozen=True):
    """One thing that a name may stand for: how it names it, and the entry's id."""

    kind: ReadingKind
    id: str


class Name(msgspec.Struct, frozen=True):
    """A name found at ``start`` to ``end``; ``meant`` is the right spelling if misspelt."""

    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]
    meant: str | None = None

    def ids(self, *kinds: ReadingKind) -> tuple[str, ...]:
        """The ids of its readings of these kinds."""
        return tuple(reading.id for reading in self.readings if reading.kind in kinds)


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    if character in "’‘ʼ`":
        return "'"
    if character in "‐‑‒–":
        return "-"
    if character in "\u00a0\u202f\u2009":
        return " "
    base = unicodedata.normalize("NFD", character)[0]
    return {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d"}.get(base, base)


def fold(text: str) -> str:
    """The text without accents and with plain apostrophes, of the same length."""
    return text if text.isascii() else "".join(map(_fold_character, text))


class AliasIndex:
    """All aliases of a rule base, ready to be looked for in texts."""

    def __init__(self, rulebase: RuleBase) -> None:
        self._exact: dict[str, dict[str, list[Reading]]] = {}
        self._loose: dict[str, dict[str, list[Reading]]] = {}
        for alias, reading in _aliases(rulebase):
            self._add(fold(alias), reading)
        self._sorted_exact = {word: _longest_first(found) for word, found in self._exact.items()}
        self._sorted_loose = {word: _longest_first(found) for word, found in self._loose.items()}

    def _add(self, alias: str, reading: Reading) -> None:
        first = _WORD.search(alias)
        if first is None:
            return
        index = self._loose if alias.islower() else self._exact
        word = first.group().lower() if alias.islower() else first.group()
        readings = index.setdefault(word, {}).setdefault(alias, [])
        if reading not in readings:
            readings.append(reading)

    def find(self, text: str) -> tuple[Name, ...]:
        """All names in ``text``, leftmost and longest first, without overlaps."""
        return tuple(self._scan(text, fold(text)))

    def _scan(self, text: str, folded: str) -> Iterator[Name]:
        lowered = folded.lower() if len(folded.lower()) == len(folded) else folded
        position = 0
        for word in _WORD.finditer(folded):
            start = word.start()
            if start < position:
                continue
            found = self._longest(folded, lowered, start, word.group())
            if found is not None:
                end, readings = found
                position = end
                yield Name(start, end, text[start:end], tuple(readings))

    def _longest(
        self, folded: str, lowered: str, start: int, word: str
    ) -> tuple[int, list[Reading]] | None:
        exact = _first_match(self._sorted_exact.get(word, ()), folded, start)
        loose = _first_match(self._sorted_loose.get(word.lower(), ()), lowered, start)
        if exact and loose and exact[0] == loose[0]:
            return exact[0], [*exact[1], *(r for r in loose[1] if r not in exact[1])]
        return max((found for found in (exact, loose) if found), default=None, key=lambda f: f[0])


def _longest_first(found: dict[str, list[Reading]]) -> list[tuple[str, list[Reading]]]:
    return sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))


def _first_match(
    candidates: list[tuple[str, list[Reading]]] | tuple[()], text: str, start: int
) -> tuple[int, list[Reading]] | None:
    for alias, readings in candidates:
        end = start + len(alias)
        if text.startswith(alias, start) and not text[end : end + 1].isalnum():
            return end, readings
    return None


def _aliases(rulebase: RuleBase) -> Iterator[tuple[str, Reading]]:
    small = gather_words(rulebase.words, "small nouns of documents")
    for actor in rulebase.actors.values():
        for alias in [actor.name, *actor.aliases]:
            yield alias, Reading("name", actor.id)
            if actor.type == "document" and (plain := _with_small(alias, small)) is not None:
                yield plain, Reading("name", actor.id)
        for alias in actor.adjectives:
            yield alias, Reading("adjective", actor.id)
        for alias in actor.demonyms:
            yield alias, Reading("demonym", actor.id)
        for alias in actor.metonyms:
            yield alias, Reading("metonym", actor.id)
        for alias in actor.lookalikes:
            yield alias, Reading("lookalike", actor.id)
    for group in rulebase.groups.values():
        for alias in [group.name, *group.aliases]:
            yield alias, Reading("group", group.id)
    for office in rulebase.offices.values():
        for title in [*office.titles, *office.full_titles]:
            yield title, Reading("title", office.id)


def _with_small(alias: str, nouns: tuple[str, ...]) -> str | None:
    """The name of a document as much of the press writes it: "the Lisbon treaty".

    None where nothing is made small, or nothing else is left to know it by.
    """
    words = [word.lower() if word.lower() in nouns else word for word in alias.split()]
    plain = " ".join(words)
    return plain if plain != alias and not plain.islower() else None
