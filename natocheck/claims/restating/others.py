"""Smaller ways: "there was a summit", "X, whose term ended", "was not signed until"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.event.cues import noun_cues
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

_BEING = {"is", "was", "will"}


def existence(scene: Scene) -> Iterator[Restatement]:
    """ "There was a summit in Riga" is "a summit was held in Riga"."""
    doc, end = scene.doc, end_of_sentence(scene)
    for token in doc[: max(end - 3, 0)]:
        being = token.nbor(1)
        if token.dep_ != "expl" or being.lower_ not in _BEING or being.dep_ != "ROOT":
            continue
        noun = next((c for c in being.children if c.dep_ == "attr"), None)
        if noun is None or not _is_one(noun) or not _is_event(scene, noun):
            continue
        opening = [stretch(scene, 0, token.i)] if token.i else []
        parts = stretch(scene, noun.left_edge.i, noun.i + 1), Piece(f"{being.text} held")
        after = [stretch(scene, noun.i + 1, end)] if noun.i + 1 < end else []
        yield sentence([*opening, *parts, *after])


def _is_one(noun: "Token") -> bool:
    return noun.tag_ in {"NN", "NNP"} and noun.left_edge.lower_ in {"a", "an"}


def _is_event(scene: Scene, noun: "Token") -> bool:
    return scene.lexicon.event_cues.lists_noun(noun_cues(noun))


def owned(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Restatement]:
    """ "Rasmussen, whose term ended in 2014, …" is "Rasmussen's term ended in 2014"."""
    for clause in clauses:
        opener = clause.tokens[0]
        name = scene.name_at.get(clause.head.head.i)
        if opener.lower_ != "whose" or clause.head.dep_ != "relcl" or name is None:
            continue
        tokens = scene.tokens_of(name)
        owner = stretch(scene, tokens[0].i, tokens[-1].i + 1)
        own = [t.i for t in clause.head.subtree if t.i > opener.i]
        end = max(own) + 1
        while scene.doc[end - 1].is_punct:
            end -= 1
        yield sentence([owner, Piece("'s"), stretch(scene, opener.i + 1, end)])


def not_until(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Restatement]:
    """ "Did not take effect until August" is "did take effect in August"."""
    end = end_of_sentence(scene)
    for clause in clauses:
        denials = [c for verb in clause.chain for c in verb.children if c.dep_ == "neg"]
        if clause.head.dep_ != "ROOT" or len(denials) != 1:
            continue
        for period in scene.periods:
            until = scene.doc[scene.tokens_of(period)[0].i - 1]
            if until.lower_ == "until" and period.relation == "until" and until.i > denials[0].i:
                joint = Piece("on" if period.period.grain == "day" else "in")
                put = [(denials[0].i, denials[0].i + 1, ()), (until.i, until.i + 1, (joint,))]
                yield sentence(with_parts(scene, 0, end, put))
