""" "America's share of NATO's spending is two-thirds": America accounts for two-thirds of it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.restating.pieces import Piece, Restatement, sentence, stretch
from natocheck.claims.scene import Scene
from natocheck.claims.verbs import SUBJECTS

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def portions(scene: Scene) -> Iterator[Restatement]:
    """The sentence with the country as its subject, where a share of others' is told."""
    for noun in scene.doc:
        if noun.lemma_.lower() not in scene.lexicon.words("share nouns"):
            continue
        if noun.dep_ not in SUBJECTS or noun.head.lemma_.lower() not in _verbs(scene):
            continue
        owner, whole = _owner(scene, noun), _whole(noun)
        part = next((q for q in scene.quantities if _is_told(scene, q, noun.head)), None)
        if owner is None or whole is None or part is None or part.quantity.unit != "percent":
            continue
        tokens = scene.tokens_of(part)
        figure = stretch(scene, tokens[0].i, tokens[-1].i + 1)
        of = stretch(scene, whole.i, noun.right_edge.i + 1)
        yield sentence([owner, Piece("accounts for"), figure, of])


def _verbs(scene: Scene) -> frozenset[str]:
    return scene.lexicon.words("verbs of amounting")


def _whole(noun: "Token") -> "Token | None":
    """The "of" that the whole stands behind, right after the share."""
    preps = [c for c in noun.rights if c.dep_ == "prep"]
    return preps[0] if preps and preps[0].lower_ == "of" and preps[0].i == noun.i + 1 else None


def _owner(scene: Scene, noun: "Token") -> Piece | None:
    """The country whose share it is, by its name: "America's", "the American"."""
    names = [scene.name_at[c.i] for c in noun.lefts if c.i in scene.name_at]
    if len(names) != 1 or any(c.dep_ == "amod" and c.i not in scene.name_at for c in noun.lefts):
        return None
    country = _country(scene, names[0])
    tokens = scene.tokens_of(names[0])
    place = stretch(scene, tokens[0].i, tokens[-1].i + 1)
    return Piece(country, place.start, place.end) if country else None


def _country(scene: Scene, name: Name) -> str:
    found = [i for i in name.ids("name", "adjective", "demonym") if scene.lexicon.is_country(i)]
    actor = scene.lexicon.actor(found[0]) if len(set(found)) == 1 else None
    return actor.name if actor is not None else ""


def _is_told(scene: Scene, found: FoundQuantity, verb: "Token") -> bool:
    """Whether a figure stands behind the verb: "is two-thirds", "comes to two-thirds"."""
    root = scene.root_of(found)
    above = root.head.head if root.head.dep_ == "prep" else root.head
    return root.i > verb.i and above == verb
