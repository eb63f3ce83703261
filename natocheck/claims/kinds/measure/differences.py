"""Numbers that say by how much a figure changed or differs, not what it is."""

from typing import TYPE_CHECKING

from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def is_difference(scene: Scene, found: FoundQuantity) -> bool:
    """Whether a number is a change or a gap: "rose by 12 percent", "a 12 percent rise",
    "12 percent more than", "up 12 percent"."""
    before, after = _around(scene, found)
    trends = scene.lexicon.values("trend verbs")
    if after is not None and _is_gap(scene, after):
        return True
    if before is None:
        return False
    if before.lower_ == "by":
        return not _is_agent(scene, before)
    if before.lower_ in {"up", "down"}:
        return before.dep_ != "prt"  # "makes up 12 percent" is no change
    if before.lower_ == "of":
        return before.head.lemma_.lower() in trends and before.head.pos_ == "NOUN"
    moves = before.lemma_.lower() in trends and before.pos_ == "VERB"
    return moves and _is_motion(before) and not _names_a_level(scene, found)


def _around(scene: Scene, found: FoundQuantity) -> "tuple[Token | None, Token | None]":
    left = [t for t in scene.doc if t.idx + len(t) <= found.start]
    right = [t for t in scene.doc if t.idx >= found.end]
    return (left[-1] if left else None), (right[0] if right else None)


def _is_gap(scene: Scene, token: "Token") -> bool:
    if token.lower_ in scene.lexicon.values("comparatives"):
        return True
    if token.lower_ in {"up", "down"}:
        return True
    return token.lemma_.lower() in scene.lexicon.values("trend verbs") and token.pos_ == "NOUN"


def _is_agent(scene: Scene, by: "Token") -> bool:
    """ "financed by 2 percent of GDP": the doer of a passive verb, not a difference."""
    trends = scene.lexicon.values("trend verbs")
    return by.dep_ == "agent" and by.head.lemma_.lower() not in trends


def _names_a_level(scene: Scene, found: FoundQuantity) -> bool:
    """ "climbed above 2 percent": the number's own first word is a level's."""
    return found.quantity.text.split()[0].lower() in scene.lexicon.words("level prepositions")


def _is_motion(verb: "Token") -> bool:
    """ "rose 12 percent" moves by it, "raised 2 percent" too; "increased to" has a goal."""
    return not any(child.lower_ in {"to", "from"} for child in verb.children)
