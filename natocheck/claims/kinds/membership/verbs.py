"""Verbs of joining, leaving and applying, with the words that belong to them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


@dataclass(frozen=True, eq=False)
class JoiningVerb:
    """A verb found in the table of membership verbs.

    ``joiner`` is the argument that names the country; ``explicit``: only with the
    organisation beside it does the verb speak of membership; ``thing`` is the noun that
    is part of the expression ("handed in its application").
    """

    token: "Token"
    mode: str
    joiner: str
    explicit: bool
    follows: bool
    thing: "Token | None"


def verb_at(scene: Scene, token: "Token") -> JoiningVerb | None:
    """The entry for a verb: the longest expression that it forms with its companions."""
    table = scene.lexicon.values("membership verbs")
    if any(c.dep_ == "ccomp" and c.pos_ in {"VERB", "AUX"} for c in token.children):
        return None  # "admitted that stocks were low": said, not let in
    for phrase, thing in _expressions(scene, token):
        if phrase in table:
            mode, joiner, *flags = str(table[phrase]).split()
            return JoiningVerb(token, mode, joiner, "explicit" in flags, "follows" in flags, thing)
    return None


def _expressions(scene: Scene, token: "Token") -> list[tuple[str, "Token | None"]]:
    """The verb with its particle and object, with its particle, with a preposition, alone.

    With a particle it is another verb: to "take over in" a country is not to take it in.
    """
    lemma = token.lemma_.lower()
    phrasal = [c.lower_ for c in token.children if c.dep_ == "prt"]
    particles = phrasal or [c.lower_ for c in token.children if c.dep_ == "advmod"]
    prepositions = [
        c.lower_
        for c in token.children
        if c.dep_ == "prep"
        and not phrasal
        and not any(t.i in scene.period_at for t in c.children)
        and not (c.lower_ == "in" and any(o.dep_ == "dobj" for o in token.children))
    ]
    stems = [
        *(f"{lemma} {each}" for each in [*particles, *prepositions]),
        *([] if phrasal else [lemma]),
    ]
    objects = [c for c in token.children if c.dep_ in {"dobj", "nsubjpass"}]
    with_object: list[tuple[str, Token | None]] = [
        (f"{stem} {thing.lemma_.lower()}", thing) for stem in stems for thing in objects
    ]
    return [*with_object, *((stem, None) for stem in stems)]


def joining_verb(scene: Scene, clause: Clause) -> JoiningVerb | None:
    """The membership verb of a clause: the last of its chain, "joined" in "managed to join"."""
    for token in reversed(clause.chain):
        verb = verb_at(scene, token)
        if verb is not None:
            return verb
    return None
