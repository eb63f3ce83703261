""" "Is due to open" said as "is set to open": the parser reads "due to" as a reason."""

from collections.abc import Iterator

from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    sentence,
    with_parts,
)
from natocheck.claims.scene import Scene

_PLAIN = "set"
_BEING = {"be"}
_BETWEEN = {"next", "now", "also"}


def dues(scene: Scene) -> Iterator[Restatement]:
    """The sentence with "set to" for each "due to" that a verb follows."""
    doc, end = scene.doc, end_of_sentence(scene)
    for token in doc[1 : max(end - 2, 1)]:
        if token.lower_ != "due" or token.nbor(1).lower_ != "to" or token.nbor(2).tag_ != "VB":
            continue
        first = token.i
        while first > 1 and doc[first - 1].lower_ in _BETWEEN:
            first -= 1
        if doc[first - 1].lemma_ in _BEING:
            parts = [(first, token.i + 1, (Piece(_PLAIN),))]
            yield sentence(with_parts(scene, 0, end, parts))
