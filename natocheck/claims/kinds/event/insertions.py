"""What a noun governs across an insertion: "the withdrawal – a surprise – of a brigade".

The parser hangs such phrases on the insertion; here they are found by their order.
"""

from typing import TYPE_CHECKING

from natocheck.claims.phrases import Argument

if TYPE_CHECKING:
    from natocheck.language.tokens import Doc, Token

_CLOSING = {"—": "—", "–": "–", "-": "-", "--": "--", "(": ")", ",": ","}
_LONGEST = 15
_PHRASE = {"DET", "ADJ", "NUM", "NOUN", "PROPN", "PART", "PRON"}
_NOUNS = {"NOUN", "PROPN"}


def after_insertion(noun: "Token") -> tuple[tuple[Argument, ...], tuple["Token", ...]]:
    """The prepositional arguments after the noun's insertion, and all their tokens."""
    start = end_of_insertion(noun)
    if start is None:
        return (), ()
    found: list[Argument] = []
    at = start
    while at < len(noun.doc) and noun.doc[at].pos_ in {"ADP", "ADV"}:
        preposition = noun.doc[at]
        end = _end_of_phrase(noun.doc, at + 1)
        heads = [t for t in noun.doc[at + 1 : end] if t.pos_ in _NOUNS]
        if preposition.pos_ == "ADP" and heads:
            found.append(Argument(preposition.lower_, heads[-1]))
        at = max(end, at + 1)
    return tuple(found), tuple(noun.doc[start:at])


def end_of_insertion(noun: "Token") -> int | None:
    """Where the phrase goes on with a preposition; after commas only with "of"."""
    doc = noun.doc
    opening = doc[noun.i + 1].text if noun.i + 1 < len(doc) else ""
    closing = _CLOSING.get(opening)
    for token in doc[noun.i + 2 : noun.i + 2 + _LONGEST] if closing else ():
        if token.text == closing and token.i + 1 < len(doc):
            following = doc[token.i + 1]
            goes_on = following.pos_ == "ADP" if closing != "," else following.lower_ == "of"
            return following.i if goes_on else None
    return None


def _end_of_phrase(doc: "Doc", start: int) -> int:
    end = start
    while end < len(doc) and (doc[end].pos_ in _PHRASE or doc[end].text == "-"):
        end += 1
    return end
