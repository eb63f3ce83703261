"""Signs of a report in the author's own words: figures, a past event told, many names."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_MANY_NAMES = 5


def signs_of_report(own: Sequence["Token"], cued: frozenset[int], lexicon: Lexicon) -> int:
    """How strongly the author's own words speak for a report, in the units of a cue's weight.

    ``cued`` are the indices of words that judge: a verb that does tells no plain event.
    """
    names = sum(token.pos_ == "PROPN" for token in own) >= _MANY_NAMES
    return _figures(own) + _narrates(own, cued, lexicon) + names


def _figures(own: Sequence["Token"]) -> int:
    """One figure is a sign, several are two."""
    return min(2, sum("d" in token.shape_ for token in own))


def _narrates(own: Sequence["Token"], cued: frozenset[int], lexicon: Lexicon) -> bool:
    """Whether every main verb tells an event of the past, not what something was like."""
    verbs = [token for token in own if _is_main(token)]
    states = lexicon.words("state verbs")
    return bool(verbs) and all(
        _is_past(verb) and verb.i not in cued and verb.lemma_.lower() not in states
        for verb in verbs
    )


def _is_past(verb: "Token") -> bool:
    passive = verb.tag_ == "VBN" and any(
        child.dep_ == "auxpass" and child.tag_ == "VBD" for child in verb.children
    )
    return passive or verb.tag_ == "VBD"


def _is_main(token: "Token") -> bool:
    joined = token.dep_ == "conj" and token.head.dep_ == "ROOT" and token.pos_ in {"VERB", "AUX"}
    return token.dep_ == "ROOT" or joined
