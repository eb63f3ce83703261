"""The words by which English speaks of a promise."""

from typing import TYPE_CHECKING

from natocheck.claims.scene import Scene
from natocheck.claims.verbs import lemma_of

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

VERBAL = {"VERB", "AUX"}


def is_pledge_noun(scene: Scene, token: "Token", weak: bool = False) -> bool:
    """Whether a noun names a promise; ``weak`` lets in those that mean much else too."""
    nouns = scene.lexicon.words("pledge nouns")
    if weak:
        nouns = nouns | scene.lexicon.words("weak pledge nouns")
    return token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in nouns


def promises(scene: Scene, verb: "Token") -> bool:
    """Whether a verb is one of promising or agreeing."""
    return verb.pos_ in VERBAL and bool(
        {lemma_of(verb), verb.lemma_.lower()} & scene.lexicon.words("pledge verbs")
    )
