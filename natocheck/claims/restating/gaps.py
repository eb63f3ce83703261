"""Clauses that leave out what the one before has said.

"Stoltenberg took over in 2014, Rutte in 2024", "in Madrid in 2022 and in Vilnius in 2023".
Each shortened part must be made of remnants alone, two at least, and every one of them must
have its one counterpart in the clause before.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    has_verb,
    sentence,
    with_parts,
)
from natocheck.claims.restating.remnants import Remnant, remnants
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_PARTITIVE = {"of", "among"}
_MODIFIERS = {"amod", "compound"}
_SEPARATING = {",", ";", "and", "while", "then"}


def gaps(scene: Scene) -> Iterator[Restatement]:
    """The full clause and each shortened one, said in full."""
    parts = _parts(scene)
    start, meant = _partitive(scene)
    base_end, short = _shortened(scene, parts)
    if not short or start >= base_end:
        return
    ones = [t.i for t in scene.doc[start:base_end] if _is_one(t)]
    named = [(i, i + 1, [meant]) for i in ones] if meant else []
    if meant and len(named) != 1:
        return
    full = remnants(scene, start, base_end)
    matched = [_counterparts(full, remnants(scene, *part)) for part in short]
    if any(not each for each in matched):
        return
    yield sentence(with_parts(scene, start, base_end, named))
    for pairs in matched:
        put = [(old.first, old.end, new.pieces) for old, new in pairs]
        yield sentence(with_parts(scene, start, base_end, [*put, *named]))


def _partitive(scene: Scene) -> tuple[int, Piece | None]:
    """ "Of the battlegroups in the Baltic states, Germany leads the one …": where the clause
    begins, and what "one" is."""
    opener = scene.doc[0]
    heads = [c for c in opener.children if c.dep_ == "pobj"] if opener.lower_ in _PARTITIVE else []
    comma = next((t.i for t in scene.doc if t.text == ","), 0)
    if not heads or not 0 < heads[0].i < comma or heads[0].tag_ != "NNS":
        return 0, None
    plain = [c.text for c in heads[0].children if c.dep_ in _MODIFIERS and c.i < heads[0].i]
    return comma + 1, Piece(" ".join([*plain, heads[0].lemma_]))


def _is_one(token: "Token") -> bool:
    return token.lower_ == "one" and token.i > 0 and token.nbor(-1).lower_ == "the"


def _parts(scene: Scene) -> list[tuple[int, int]]:
    """The runs of tokens between commas, semicolons and the like."""
    found: list[tuple[int, int]] = []
    start = 0
    end = end_of_sentence(scene)
    for token in scene.doc[:end]:
        if token.lower_ in _SEPARATING and token.i not in scene.period_at:
            found.append((start, token.i))
            start = token.i + 1
    found.append((start, end))
    return [part for part in found if part[0] < part[1]]


def _shortened(scene: Scene, parts: list[tuple[int, int]]) -> tuple[int, list[tuple[int, int]]]:
    """Where the full clause ends, and the shortened ones up to the end of the sentence."""
    short: list[tuple[int, int]] = []
    for part in reversed(parts):
        if not _is_short(scene, *part):
            break
        short.insert(0, part)
    before = parts[: len(parts) - len(short)]
    if not short or not before or not has_verb(scene, scene.doc[: before[-1][1]]):
        return 0, []
    return before[-1][1], short


def _is_short(scene: Scene, first: int, end: int) -> bool:
    """Whether two remnants or more and words that only join them make up a part."""
    found = remnants(scene, first, end)
    taken = {i for each in found for i in range(each.first, each.end)}
    small = scene.lexicon.words("joining words")
    rest = [t for t in scene.doc[first:end] if t.i not in taken]
    return len(found) > 1 and all(t.lower_ in small or _follows(scene, t, found) for t in rest)


def _follows(scene: Scene, token: "Token", found: list[Remnant]) -> bool:
    """ "Sweden followed in 2024": did the same later, as nobody is named behind the verb."""
    verbs = scene.lexicon.words("verbs of following")
    behind = [r for r in found if r.first > token.i and r.sort[0] != "time"]
    acted = any(child.dep_ == "dobj" for child in token.children)
    return token.lemma_.lower() in verbs and token.i > found[0].first and not behind and not acted


def _counterparts(full: list[Remnant], short: list[Remnant]) -> list[tuple[Remnant, Remnant]]:
    """Each remnant with the one of its sort in the full clause; empty if that is not clear."""
    found = []
    for remnant in short:
        same = [each for each in full if each.sort == remnant.sort]
        if len(same) != 1 or sum(each.sort == remnant.sort for each in short) > 1:
            return []
        found.append((same[0], remnant))
    return found
