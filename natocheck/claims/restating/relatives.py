""" "NATO, which Rutte has led since 2024, …" says "Rutte has led NATO since 2024": a relative
clause whose verb acts on the noun before it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.restating.pieces import Piece, Restatement, sentence, stretch, uncapitalised
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_FINITE = {"VBD", "VBZ", "VBP", "VBN"}
_RELATIVES = {"which", "that", "whom"}
_SUBJECTS = {"nsubj"}
_OBJECTS = {"dobj", "pobj"}


def relatives(scene: Scene) -> Iterator[Restatement]:
    """The relative clause on its own, with the noun in place of "which"."""
    for verb in scene.doc:
        if verb.dep_ != "relcl" or verb.tag_ not in _FINITE or (gap := _gap(verb)) is None:
            continue
        subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        noun = verb.head
        end = verb.right_edge.i + 1
        if subject is None or subject.pos_ == "PRON" or not gap.i < subject.i < verb.i:
            continue
        if _has_title(scene, subject):
            continue  # "the package that President Biden approved": the title is of then
        if noun.i >= gap.i or any(t.is_punct for t in scene.doc[verb.i : end]):
            continue
        pieces = [stretch(scene, gap.i + 1, verb.i + 1), _noun_phrase(scene, noun)]
        yield sentence(pieces + ([stretch(scene, verb.i + 1, end)] if verb.i + 1 < end else []))


def _gap(verb: "Token") -> "Token | None":
    """The "which" that a verb acts on, at the head of its clause."""
    found = [c for c in verb.children if c.lower_ in _RELATIVES and c.dep_ in _OBJECTS]
    others = [c for c in verb.children if c.dep_ in {"dobj", "dative"} and c not in found]
    return found[0] if len(found) == 1 and not others else None


def _has_title(scene: Scene, subject: "Token") -> bool:
    names = [scene.name_at[t.i] for t in subject.subtree if t.i in scene.name_at]
    return any(name.ids("title") for name in names)


def _noun_phrase(scene: Scene, noun: "Token") -> Piece:
    return uncapitalised(scene, noun.left_edge.i, noun.i + 1)
