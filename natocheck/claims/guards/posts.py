"""Whose place somebody took: "took over from Y", which a claim of the term alone leaves out."""

from typing import TYPE_CHECKING

from natocheck.claims.phrases import persons_of
from natocheck.claims.scene import Scene
from natocheck.model.claims import Claim, Holds

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_BEGUN = {"starts", "sworn", "since"}


def predecessor(scene: Scene, claim: Claim, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """ "From Y" beside the begin of a term: whether Y was there before is another claim."""
    del claims
    if not isinstance(claim.statement, Holds) or claim.statement.mode not in _BEGUN:
        return ()
    first = claim.start - scene.sentence.start
    inside = scene.tokens_between(first, first + claim.end - claim.start)
    return tuple(
        f"from {token.text}"
        for token in inside
        if token.dep_ == "pobj" and token.head.lower_ == "from" and _is_somebody(scene, token)
    )


def _is_somebody(scene: Scene, token: "Token") -> bool:
    """Whether a noun names a person, known or not."""
    return bool(persons_of(scene, token)) or (
        token.pos_ == "PROPN" and token.i not in scene.name_at and token.i not in scene.period_at
    )
