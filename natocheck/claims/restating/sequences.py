""" "Finland was already an ally when Sweden joined": Finland joined before Sweden did."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.membership.bodies import body_at, is_member_noun
from natocheck.claims.kinds.membership.verbs import joining_verb
from natocheck.claims.restating.asides import is_list_of_countries
from natocheck.claims.restating.pieces import Piece, Restatement, sentence, stretch
from natocheck.claims.scene import Scene
from natocheck.claims.verbs import SUBJECTS

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_WHEN = {"when"}
_ALREADY = {"already", "long"}
_YET = {"yet", "still"}


def sequences(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Restatement]:
    """Who joined before whom, where one was a member already, or not yet, when another joined."""
    for clause in clauses:
        verb = joining_verb(scene, clause)
        state = clause.head.head
        if verb is None or verb.mode != "joined" or clause.head.dep_ != "advcl":
            continue
        if clause.tokens[0].lower_ in _WHEN and state.lemma_ == "be" and _is_member(scene, state):
            yield from _ordered(scene, state, clause.head)


def _ordered(scene: Scene, state: "Token", joining: "Token") -> Iterator[Restatement]:
    one, other = _subject(scene, state), _subject(scene, joining)
    adverbs = {c.lower_ for c in state.children if c.dep_ == "advmod"}
    denied = any(c.dep_ == "neg" for c in state.children)
    if one is None or other is None:
        return
    if not denied and adverbs & _ALREADY:
        yield _said(scene, one, other)
    elif denied and adverbs & _YET:
        yield _said(scene, other, one)


def _said(scene: Scene, first: Piece, second: Piece) -> Restatement:
    bodies = [t for t in scene.doc if body_at(scene, t) is not None]
    names = [scene.name_at[t.i] for t in bodies]
    tokens = scene.tokens_of(names[0]) if names else []
    body = [stretch(scene, tokens[0].i, tokens[-1].i + 1)] if tokens else []
    return sentence([first, Piece("joined"), *body, Piece("before"), second, Piece("did")])


def _is_member(scene: Scene, state: "Token") -> bool:
    """Whether a clause says no more than that somebody is a member."""
    nouns = [c for c in state.children if c.dep_ == "attr"]
    return len(nouns) == 1 and is_member_noun(scene, nouns[0])


def _subject(scene: Scene, verb: "Token") -> Piece | None:
    """The country that a clause is about."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
    if len(subjects) != 1:
        return None
    first, end = subjects[0].left_edge.i, subjects[0].right_edge.i + 1
    return stretch(scene, first, end) if is_list_of_countries(scene, first, end) else None
