"""What a shortened clause still says: names, times and ordinals, and of what sort each is.

In "Stoltenberg took over in 2014, Rutte in 2024" the remnants "Rutte" and "in 2024" stand
for the person and the time of the clause before. Each takes the place of the one of its
sort: same type, same preposition.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.restating.pieces import Piece, stretch
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.claims.mentions.quantities import FoundQuantity

_GRAINS = {"day": "on", "month": "in", "year": "in"}


@dataclass(frozen=True)
class Remnant:
    """A run of tokens ``first`` up to ``end``, its sort, and what stands for it elsewhere."""

    first: int
    end: int
    sort: tuple[str, str]
    pieces: tuple[Piece, ...]


def remnants(scene: Scene, first: int, end: int) -> list[Remnant]:
    """All names, times and ordinals among the tokens from ``first`` up to ``end``."""
    found = [*_names(scene), *_times(scene), *_ordinals(scene)]
    inside = [r for r in found if first <= r.first and r.end <= end]
    return sorted(inside, key=lambda remnant: remnant.first)


def _names(scene: Scene) -> Iterator[Remnant]:
    for name in scene.names:
        tokens = scene.tokens_of(name)
        sort = sort_of(scene, name)
        if sort is not None and not any(t.i in scene.period_at for t in tokens):
            first, end = tokens[0].i, tokens[-1].i + 1
            yield Remnant(first, end, (sort, before(scene, first)), (stretch(scene, first, end),))


def sort_of(scene: Scene, name: Name) -> str | None:
    """What sort of thing a name is of: a person, a place, an operation, a title, …"""
    if name.ids("title"):
        return "title"
    types = {actor.type for i in name.ids("name") if (actor := scene.lexicon.actor(i))}
    types = {"place" if each == "country" else each for each in types}
    if len(types) == 1:
        return str(types.pop())
    return "people" if not types and name.ids("adjective", "demonym") else None


def before(scene: Scene, first: int) -> str:
    """The preposition before a noun phrase that begins at ``first``, its article left out."""
    at = first - 1
    while at > 0 and scene.doc[at].dep_ == "det":
        at -= 1
    token = scene.doc[at] if at >= 0 else None
    return token.lower_ if token is not None and token.pos_ == "ADP" else ""


def _times(scene: Scene) -> Iterator[Remnant]:
    for period in scene.periods:
        tokens = scene.tokens_of(period)
        first, end = tokens[0].i, tokens[-1].i + 1
        if first > 0 and scene.doc[first - 1].pos_ in {"ADP", "SCONJ"}:
            first -= 1
        pieces = _said(scene, period, first, end)
        if pieces:
            yield Remnant(first, end, ("time", period.relation), pieces)


def _said(scene: Scene, period: FoundPeriod, first: int, end: int) -> tuple[Piece, ...]:
    """A time in words that tell it alone: "that June" is "in June 2025"."""
    apart = scene.doc[first].pos_ in {"ADP", "SCONJ"}
    if not period.anchored and apart and not scene.doc[end - 1].is_alpha:
        return (stretch(scene, first, end),)
    grain, start = period.period.grain, period.period.start
    if grain not in _GRAINS:
        return ()
    joint = _GRAINS[grain] if period.relation == "in" else period.relation
    words = {"day": f"{start.day} {start:%B %Y}", "month": f"{start:%B %Y}", "year": f"{start:%Y}"}
    return Piece(joint), Piece(words[grain], period.start, period.end)


def _ordinals(scene: Scene) -> Iterator[Remnant]:
    for found in scene.quantities:
        if found.quantity.unit == "ordinal":
            first, end = _run(scene, found)
            yield Remnant(first, end, ("ordinal", ""), (stretch(scene, first, end),))


def _run(scene: Scene, found: "FoundQuantity") -> tuple[int, int]:
    tokens = scene.tokens_of(found)
    return tokens[0].i, tokens[-1].i + 1
