"""What only frames a sentence: that it is so makes the sentence no truer.

"Until Finland joined, no ally had …" takes for granted that Finland joined, and "joined before
Russia invaded" says more than that.
"""

from typing import TYPE_CHECKING

from natocheck.claims.guards.anchors import verb_of
from natocheck.claims.scene import Scene
from natocheck.model.claims import Belongs, Claim

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def framing(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """The conjunction that ties an entry without date or rank to another clause."""
    del claims
    verb = verb_of(scene, claim) if _is_bare(claim) else None
    if verb is None:
        return ()
    marks = (_mark(scene, clause) for clause in (verb, *verb.children))
    return tuple(mark.text + " …" for mark in marks if mark is not None)


def _is_bare(claim: Claim) -> bool:
    said = claim.statement
    if not isinstance(said, Belongs) or said.mode == "is" or said.negated or said.founder:
        return False
    return said.when is None and said.order is None and not said.newest


def _mark(scene: Scene, verb: "Token") -> "Token | None":
    """The word that ties a clause of time to its sentence."""
    if verb.dep_ != "advcl":
        return None
    marks = scene.lexicon.words("framing conjunctions")
    return next((child for child in verb.children if child.lower_ in marks), None)
