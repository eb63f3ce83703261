"""Whether an event that a noun names is only thought of: "the planned accession"."""

from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.verbs import lemma_of

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_OBJECTS = {"dobj", "nsubjpass"}
_MODIFIERS = {"amod", "compound", "nmod"}


def is_only_thought_of(noun: "Token", lexicon: Lexicon) -> bool:
    """Whether the words around an event noun tell that it did not take place, or not yet.

    "A failed accession", "instead of the accession", "blocked the accession".
    """
    near = {child.lower_ for child in noun.children if child.dep_ in _MODIFIERS}
    if near & lexicon.words("unreal modifiers"):
        return True
    return _is_kept_away(noun, lexicon) or (
        noun.dep_ in _OBJECTS and lemma_of(noun.head) in lexicon.words("thwarting verbs")
    )


def _is_kept_away(noun: "Token", lexicon: Lexicon) -> bool:
    if noun.dep_ != "pobj":
        return False
    preposition = noun.head
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    phrases = {preposition.lower_, f"{before} {preposition.lower_}"}
    return bool(phrases & lexicon.words("denying prepositions"))
