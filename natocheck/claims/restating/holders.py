"""Who was the first to hold an office, and which in a row, said in fewer words.

"The first man to hold the office of secretary general" is "the first secretary general", "the
fourth Dutchman to hold the post of …" "the fourth Dutchman in the post of …", "the eleventh in
the alliance's history" "the eleventh of the alliance"; a rank set beside a name is said of it.
"""

import re
from collections.abc import Iterator

from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    sentence,
    stretch,
)
from natocheck.claims.scene import Scene

_HOLDING = (
    r"to\s+(?:(?P<held>(?:hold|occupy|fill|take\s+up|assume)\s+the\s+(?:office|post|position|job|role)"
    r"\s+of)|be\s+(?:appointed|named|chosen|elected|made|picked|selected)(?:\s+as)?"
    r"|(?:become|serve\s+as|act\s+as|work\s+as))\s+(?:the\s+)?"
)
_HISTORY = re.compile(
    r"\bin\s+(?:the\s+history\s+of\s+|(?P<owner>(?:the\s+)?[A-Z]?\w+)['’]s\s+history\b)"
)
_SUBJECTS = {"nsubj", "nsubjpass"}


def holders(scene: Scene) -> Iterator[Restatement]:
    """The plain sentences that these ways of telling a holder's rank amount to."""
    for pieces in (_first_to_hold(scene), _of_history(scene), _beside_name(scene)):
        if pieces is not None:
            yield sentence(pieces)


def _first_to_hold(scene: Scene) -> list[Piece] | None:
    persons = "|".join(sorted(scene.lexicon.words("described persons")))
    match = re.search(rf"\b(?P<who>{persons}|[A-Z]\w+)\s+{_HOLDING}", scene.doc.text)
    if match is None or not _is_ranked(scene, match.start("who")):
        return None
    described = match["who"].lower() in scene.lexicon.words("described persons")
    first = _token_at(scene, match.start("who"))
    last = _token_at(scene, match.end())
    if first is None or last is None:
        return None
    if described:
        return [stretch(scene, 0, first), stretch(scene, last, end_of_sentence(scene))]
    rest = stretch(scene, last, end_of_sentence(scene))
    return [stretch(scene, 0, first + 1), Piece("in the post of"), rest]


def _is_ranked(scene: Scene, start: int) -> bool:
    """Whether an ordinal stands right before the one who held it."""
    return any(q.quantity.unit == "ordinal" and 0 <= start - q.end <= 1 for q in scene.quantities)


def _of_history(scene: Scene) -> list[Piece] | None:
    """ "In the alliance's history" behind a rank: whose holder it is."""
    match = _HISTORY.search(scene.doc.text)
    ranks = [q for q in scene.quantities if q.quantity.unit == "ordinal"]
    if match is None or len(ranks) != 1 or ranks[0].end > match.start():
        return None
    first, last = _token_at(scene, match.start()), _token_at(scene, match.end())
    end = end_of_sentence(scene)
    if first is None or not first:
        return None
    if match["owner"] is None and last is not None:
        body = scene.name_at.get(last) or scene.name_at.get(last + 1)
        after = scene.tokens_of(body)[-1].i + 1 if body is not None else last
        if body is None or (after < end and not scene.doc[after].is_punct):
            return None  # "the first in the history of the bank to resign"
        return [stretch(scene, 0, first), Piece("of"), stretch(scene, last, end)]
    if last is not None and last < end and not scene.doc[last].is_punct:
        return None
    rest = [stretch(scene, last, end)] if last is not None and last < end else []
    return [stretch(scene, 0, first), Piece(f"of {match['owner']}"), *rest]


def _beside_name(scene: Scene) -> list[Piece] | None:
    """ "Rutte, the fourth Dutchman to lead it, …": Rutte is the fourth Dutchman to lead it."""
    for token in scene.doc:
        ordinal = any(
            c.i in scene.quantity_at and scene.quantity_at[c.i].quantity.unit == "ordinal"
            for c in token.children
        )
        named = token.dep_ == "appos" and token.head.i in scene.name_at
        people = token.i in scene.name_at and bool(scene.name_at[token.i].ids("demonym"))
        if named and ordinal and token.head.dep_ in _SUBJECTS and people:
            name = scene.tokens_of(scene.name_at[token.head.i])
            who = stretch(scene, name[0].i, name[-1].i + 1)
            end = token.right_edge.i + 1
            return [who, Piece("is"), stretch(scene, token.left_edge.i, end)]
    return None


def _token_at(scene: Scene, offset: int) -> int | None:
    """The token that begins at an offset, or the next one."""
    return next((t.i for t in scene.doc if t.idx >= offset), None)
