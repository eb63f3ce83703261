""" "What the allies spend on defence" said as "the defence spending of the allies".

So is "two of every three dollars that they spend on it": a share of the same sum.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    sentence,
    stretch,
    with_parts,
)
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_RELATIVES = {"that", "which"}
_DEFINITE = "the"
Part = tuple[int, int, tuple[Piece, ...]]


def outlays(scene: Scene) -> Iterator[Restatement]:
    """The sentence with a noun for the clause that says what somebody spends."""
    parts = [part for token in scene.doc for part in _parts(scene, token)]
    if parts:
        yield sentence(with_parts(scene, 0, end_of_sentence(scene), parts))


def _parts(scene: Scene, verb: "Token") -> Iterator[Part]:
    payer, end = _payer(verb), _end(scene, verb)
    if payer is None or end is None or verb.lemma_.lower() not in scene.lexicon.words("outlays"):
        return
    first, last = payer.left_edge.i, payer.right_edge.i + 1
    if verb.tag_ not in {"VBP", "VBZ"} or last != verb.i or first < 1:
        return
    noun = (*(Piece(word) for word in _noun(scene)), stretch(scene, first, last))
    opener = scene.doc[first - 1]
    everything = opener.lower_ in _RELATIVES and opener.i > 0 and opener.nbor(-1).lower_ == "all"
    if opener.lower_ == "what" or everything:
        yield opener.i - everything, end, noun
    elif verb.dep_ == "relcl" and (coin := _coin(scene, first)) is not None:
        start = opener.i if opener.lower_ in _RELATIVES else first
        yield coin.i, coin.i + 1, ()
        yield start, end, (Piece("of"), *noun)


def _payer(verb: "Token") -> "Token | None":
    return next((child for child in verb.children if child.dep_ == "nsubj"), None)


def _end(scene: Scene, verb: "Token") -> int | None:
    """Behind "on defence", where nothing else hangs on the verb after it."""
    purposes = scene.lexicon.words("outlay purposes")
    after = [child for child in verb.children if child.i > verb.i]
    if len(after) != 1 or after[0].dep_ != "prep":
        return None
    last = after[0].right_edge
    return last.i + 1 if last.lemma_.lower() in purposes else None


def _coin(scene: Scene, before: int) -> "Token | None":
    """The dollars of "two of every three dollars": within a share, or right behind it."""
    coins = scene.lexicon.words("coins")
    shares = [q for q in scene.quantities if q.quantity.unit == "percent"]
    for token in scene.doc[:before]:
        held = any(q.start <= token.idx <= q.end + 1 for q in shares)
        if held and token.lemma_.lower() in coins:
            return token
    return None


def _noun(scene: Scene) -> tuple[str, ...]:
    """How the sum is named: "the defence spending of"."""
    return (_DEFINITE, str(scene.lexicon.values("outlay nouns")["spending"]), "of")
