""" "The richest country in the EU", "the only island among the allies": a member, first of all.

Whether it is the richest is not read; so the plain sentence can be wrong, but makes nothing right.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.kinds.membership.bodies import is_of_body
from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    sentence,
    with_parts,
)
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_TAGS = {"JJS", "RBS"}


def superlatives(scene: Scene) -> Iterator[Restatement]:
    """The sentence with "a country" for "the richest country"."""
    for noun in scene.doc:
        first = noun.left_edge.i
        if scene.doc[first].lower_ == "the" and _is_of_body(scene, noun) and _is_ranked(noun):
            put = [(first, noun.i, (Piece("a"),))]
            said = scene.doc[first : noun.i + 1].text
            yield sentence(with_parts(scene, 0, end_of_sentence(scene), put), (said,))


def _is_of_body(scene: Scene, noun: "Token") -> bool:
    """Whether a noun for a state or member has the organisation right behind it."""
    nouns = scene.lexicon.words("member nouns")
    preps = [c for c in noun.rights if c.dep_ == "prep"]
    plain = noun.lemma_.lower() in nouns and noun.tag_ == "NN" and len(preps) == 1
    return plain and is_of_body(scene, noun)


def _is_ranked(noun: "Token") -> bool:
    between = noun.doc[noun.left_edge.i + 1 : noun.i]
    return any(t.tag_ in _TAGS or t.lower_ == "only" for t in between)
