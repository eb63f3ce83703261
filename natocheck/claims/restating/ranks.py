"""Ranks told by a number behind the noun: "as member number 29" is "as the 29th member"."""

from collections.abc import Iterator

from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    sentence,
    with_parts,
)
from natocheck.claims.scene import Scene

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


def numbered(scene: Scene) -> Iterator[Restatement]:
    """The sentence with the rank before its noun."""
    nouns = scene.lexicon.words("member nouns")
    for token in scene.doc[: max(len(scene.doc) - 2, 0)]:
        word, number = token.nbor(1), token.nbor(2)
        if token.lemma_.lower() not in nouns or word.lower_ != "number":
            continue
        if not number.text.isdigit():
            continue
        start = token.i
        while start and scene.doc[start - 1].dep_ in {"compound", "nmod"}:
            start -= 1
        owned = start > 0 and scene.doc[start - 1].tag_ in {"POS", "PRP$"}
        noun = scene.doc[start : token.i + 1].text
        rank = Piece(f"{'' if owned else 'the '}{ordinal(int(number.text))} {noun}")
        put = [(start, number.i + 1, (rank,))]
        yield sentence(with_parts(scene, 0, end_of_sentence(scene), put))


def ordinal(number: int) -> str:
    """ "29th", "31st", "112th"."""
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"
