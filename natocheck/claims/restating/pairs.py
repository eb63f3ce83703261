"""Lists that belong together one by one: "in Madrid and Vilnius in 2022 and 2023 respectively"."""

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    sentence,
    with_parts,
)
from natocheck.claims.restating.remnants import Remnant, remnants
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_BETWEEN = {",", "and", "in", "on", "by", "the"}
Row = tuple[Remnant, ...]


def respective(scene: Scene) -> Iterator[Restatement]:
    """One sentence for each place in the lists."""
    marks = [t for t in scene.doc if t.lower_ in scene.lexicon.words("pairing adverbs")]
    end = end_of_sentence(scene)
    rows = [row for row in _rows(scene, end) if len(row) > 1] if len(marks) == 1 else []
    if len(rows) < 2 or len({len(row) for row in rows}) != 1:
        return
    dropped = _with_comma(marks[0])
    for position in range(len(rows[0])):
        put: list[tuple[int, int, tuple[Piece, ...]]] = [
            (row[0].first, row[-1].end, row[position].pieces) for row in rows
        ]
        verb = _verb_after(scene, rows[0][-1].end) if rows[0][0].sort[1] == "" else None
        if verb is not None:
            put.append((verb.i, verb.i + 1, (_singular(verb),)))
        yield sentence(with_parts(scene, 0, end, [*put, dropped]))


def _with_comma(mark: "Token") -> tuple[int, int, tuple[Piece, ...]]:
    comma = mark.i > 0 and mark.nbor(-1).text == ","
    return mark.i - comma, mark.i + 1, ()


def _rows(scene: Scene, end: int) -> list[Row]:
    """Remnants of one type that stand in a list."""
    found: list[Row] = []
    for remnant in remnants(scene, 0, end):
        if found and _goes_on(scene, found[-1][-1], remnant):
            found[-1] = (*found[-1], remnant)
        else:
            found.append((remnant,))
    return found


def _goes_on(scene: Scene, last: Remnant, following: Remnant) -> bool:
    between = {t.lower_ for t in scene.doc[last.end : following.first]}
    same = last.sort[0] == following.sort[0]
    return same and between <= _BETWEEN and bool(between & {",", "and"})


def _verb_after(scene: Scene, i: int) -> "Token | None":
    """The plural verb in the present that follows a list of subjects."""
    following = itertools.takewhile(lambda t: t.pos_ == "ADV", scene.doc[i:])
    at = i + len(list(following))
    verb = scene.doc[at] if at < len(scene.doc) else None
    return verb if verb is not None and verb.tag_ == "VBP" else None


def _singular(verb: "Token") -> Piece:
    irregular = {"are": "is", "have": "has", "do": "does", "go": "goes"}
    text = irregular.get(verb.lower_, f"{verb.text}s")
    return Piece(text, verb.idx, verb.idx + len(verb))
