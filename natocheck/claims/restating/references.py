"""What a later verb only points back to: "left the command and rejoined it", "and returned"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    sentence,
    stretch,
    with_parts,
)
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_OBJECTS = {"dobj", "pobj", "nsubjpass"}
_BEINGS = {"person", "country", "place"}


def references(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Restatement]:
    """The sentence with the thing named again: in place of "it", or after a bare verb."""
    for clause in clauses:
        pronoun = _pronoun(clause)
        place = (pronoun.i, pronoun.i + 1, "") if pronoun else _bare(scene, clause)
        if place is None:
            continue
        start, end, joint = place
        thing = _last_thing(scene, clause, start)
        if thing is not None:
            put = [Piece(joint), stretch(scene, *thing)]
            yield sentence(
                with_parts(
                    scene, 0, end_of_sentence(scene), [(start, end, [p for p in put if p.text])]
                )
            )


def _pronoun(clause: Clause) -> "Token | None":
    """The "it" that a clause's verb acts on."""
    found = [c for verb in clause.chain for c in verb.children if c.dep_ == "dobj"]
    return next((c for c in found if c.lower_ == "it"), None)


def _bare(scene: Scene, clause: Clause) -> tuple[int, int, str] | None:
    """Where the thing is left out: after a coordinated "returned" without a complement."""
    joints = scene.lexicon.values("verbs of coming back")
    verb = clause.head
    if verb.dep_ != "conj" or verb.lemma_.lower() not in joints:
        return None
    children = [c for c in verb.children if c.i > verb.i]
    if any(c.dep_ in {"dobj", "advcl"} for c in children):
        return None
    own = [t for c in children if c.dep_ == "prep" for t in c.children]
    if any(t.i not in scene.period_at for t in own):
        return None
    return verb.i + 1, verb.i + 1, str(joints[verb.lemma_.lower()])


def _last_thing(scene: Scene, clause: Clause, before: int) -> tuple[int, int] | None:
    """The last noun phrase of the clauses before that is acted on and no time or being."""
    own = {t.i for t in clause.tokens if t.i >= clause.head.i}
    for noun in reversed(scene.doc[:before]):
        if noun.i not in own and noun.dep_ in _OBJECTS and _is_thing(scene, noun):
            return noun.left_edge.i, noun.i + 1
    return None


def _is_thing(scene: Scene, noun: "Token") -> bool:
    name = scene.name_at.get(noun.i)
    types = {a.type for i in name.ids("name") if (a := scene.lexicon.actor(i))} if name else set()
    single = noun.tag_ in {"NN", "NNP"} and noun.i not in scene.period_at
    return single and not types & _BEINGS and not (name and name.ids("title"))
