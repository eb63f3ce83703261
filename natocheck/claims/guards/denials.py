"""What a denial leaves standing: "did not join by accident" denies the accident alone."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.scene import Scene
from natocheck.claims.verbs import VERBAL, phrase_text
from natocheck.model.claims import Belongs, Claim, GroupSize, Holds, Related

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_MODIFIERS = {"prep", "advmod", "npadvmod"}


def denied_manner(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "Hardly joined in 2024 by chance", "is not secretary general for fun": the manner."""
    del claims
    if "negated" not in claim.stance or not isinstance(claim.statement, _DENIABLE):
        return ()
    return tuple(phrase_text(each) for each in _manners(scene, claim))


_DENIABLE = (Belongs, GroupSize, Holds, Related)


def _manners(scene: Scene, claim: Claim) -> "Iterator[Token]":
    """What stands behind the denied verbs of a claim and neither names, dates nor counts."""
    first, last = claim.start - scene.sentence.start, claim.end - scene.sentence.start
    for verb in scene.doc:
        if verb.pos_ not in VERBAL or not first <= verb.idx < last or not _is_denied(verb, scene):
            continue
        for child in verb.rights:
            if child.dep_ in _MODIFIERS and not _is_plain(child, scene):
                yield child


def _is_denied(verb: "Token", scene: Scene) -> bool:
    negations = scene.lexicon.words("negations")
    return any(child.dep_ == "neg" or child.lower_ in negations for child in verb.children)


def _is_plain(modifier: "Token", scene: Scene) -> bool:
    """Whether a modifier is a slot, or only tells that it is denied: "not at all", "yet"."""
    lexicon = scene.lexicon
    plain = ("plain adverbs", "plain in denials", "negations")
    if any(modifier.lower_ in lexicon.words(use) for use in plain):
        return True
    if modifier.dep_ == "prep" and modifier.lower_ not in lexicon.words("manner prepositions"):
        return True
    taken = {*scene.name_at, *scene.period_at, *scene.quantity_at}
    return any(token.i in taken for token in modifier.subtree)
