""" "It was not Turkey but Hungary", "Turkey, not Hungary, was the last": what holds, said alone."""

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    sentence,
    stretch,
)
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_DENIALS = {"not", "n't", "n’t"}
_UNIQUE = {"last", "first", "only", "final"}
_SMALL = {"not", "the", "in", "'s", "’s", "rather", "than", "instead", "of"}
_APART = ({"not"}, {"rather", "than"}, {"instead", "of"})
_LATER = {"relcl", "acl", "advcl", "appos"}


def corrections(scene: Scene) -> Iterator[Restatement]:
    """ "The last was not Turkey but Hungary" is "the last was Hungary"."""
    for being in scene.doc:
        if being.dep_ != "ROOT" or being.lemma_ != "be":
            continue
        denied = [c for c in being.children if c.dep_ == "attr" and c.i > being.i]
        no = [c for c in being.children if c.lower_ in _DENIALS and c.i > being.i]
        for one in denied:
            right = _right(one)
            if right is not None and [t.i for t in no] == [being.i + 1]:
                last = _end_of(right)
                said = [stretch(scene, 0, being.i + 1), stretch(scene, right.left_edge.i, last)]
                # What is denied may be wrong as well, but of the last there is only one.
                whole = stretch(scene, being.i, end_of_sentence(scene)).text
                yield sentence(said, partial=() if _is_unique(being) else (whole,))


def _is_unique(being: "Token") -> bool:
    subjects = [c for c in being.children if c.dep_ in {"nsubj", "csubj"}]
    return any(c.lower_ in _UNIQUE for subject in subjects for c in subject.children)


def _right(denied: "Token") -> "Token | None":
    """What "but" sets against it."""
    but = any(c.dep_ == "cc" and c.lower_ == "but" for c in denied.children)
    others = [c for c in denied.children if c.dep_ == "conj"]
    return others[0] if but and len(others) == 1 else None


def _end_of(noun: "Token") -> int:
    """Where a noun phrase ends, without what is only added to it."""
    added = [c for c in noun.children if c.dep_ in _LATER and c.i > noun.i]
    end = min((c.left_edge.i for c in added), default=noun.right_edge.i + 1)
    return end - 1 if noun.doc[end - 1].is_punct else end


def set_apart(scene: Scene) -> Iterator[Restatement]:
    """ "Turkey, not Hungary, was the last": Turkey was. That Hungary was not is more, so that
    this makes nothing right."""
    doc = scene.doc
    commas = [t.i for t in doc if t.text == ","]
    end = end_of_sentence(scene)
    for first, last in itertools.pairwise(commas):
        inner = doc[first + 1 : last]
        words = {t.lower_ for t in inner}
        named = [t for t in inner if t.i in scene.name_at]
        small = all(t.i in scene.name_at or t.lower_ in _SMALL for t in inner)
        denies = any(apart <= words for apart in _APART)
        if named and small and denies and first and first - 1 in scene.name_at and last + 1 < end:
            pieces: list[Piece] = [stretch(scene, 0, first), stretch(scene, last + 1, end)]
            yield sentence(pieces, partial=(inner.text,))
