""" "Joined both NATO and the EU in 2004": two organisations that one verb joins at once."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.membership.bodies import body_at
from natocheck.claims.kinds.membership.verbs import joining_verb
from natocheck.claims.restating.pieces import (
    Restatement,
    end_of_sentence,
    sentence,
    stretch,
    with_parts,
)
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def jointly(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Restatement]:
    """The sentence once for each of the organisations."""
    if not any(joining_verb(scene, clause) for clause in clauses):
        return
    for second in scene.doc:
        if second.dep_ == "conj" and _are_joint(scene, second.head, second):
            yield from _each(scene, second.head, second)


def _are_joint(scene: Scene, first: "Token", second: "Token") -> bool:
    """Whether nothing but "and" stands between two organisations, and a third is not named."""
    name = scene.name_at.get(second.i)
    start = scene.tokens_of(name)[0].i if name is not None else second.i
    between = {t.lower_ for t in scene.doc[first.i + 1 : start]}
    plain = between <= {"and", "the", "as", "well", ","} and bool(between & {"and", "well"})
    more = any(c.dep_ == "conj" for c in second.children)
    return plain and not more and all(body_at(scene, token) for token in (first, second))


def _each(scene: Scene, first: "Token", second: "Token") -> Iterator[Restatement]:
    start, end = first.left_edge.i, second.i + 1
    own = start + 1 if scene.doc[start].lower_ == "both" else start
    names = (own, first.i + 1), (second.left_edge.i, end)
    for name in names:
        put = [(start, end, (stretch(scene, *name),))]
        yield sentence(with_parts(scene, 0, end_of_sentence(scene), put))
