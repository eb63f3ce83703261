""" "The treaty says in its fifth article that …" is "Article 5 of the treaty says that …"."""

import re
from collections.abc import Iterator

from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    sentence,
    stretch,
    uncapitalised,
)
from natocheck.claims.scene import Scene

_SUBJECTS = {"nsubj", "nsubjpass"}
_IN_ITS = re.compile(r"\bin\s+its\s+(?P<which>[a-z]+)(?:\s+(?:article|clause))?(?=\s+that\b|,)")


def articles(scene: Scene) -> Iterator[Restatement]:
    """An article told by its place in a treaty, by its number."""
    match = _IN_ITS.search(scene.doc.text)
    number = scene.lexicon.time_words.numbers.ordinals.get(match["which"]) if match else None
    if match is None or number is None:
        return
    first = next(t.i for t in scene.doc if t.idx >= match.start())
    last = next(t.i for t in scene.doc if t.idx >= match.end())
    verb = scene.doc[first].head
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if subject is None or subject.i not in scene.name_at or not 0 < verb.i < first:
        return
    name = scene.tokens_of(scene.name_at[subject.i])
    treaty = uncapitalised(scene, min(name[0].i, _article(scene, name[0].i)), name[-1].i + 1)
    opening = [Piece(f"Article {int(number)} of"), treaty, stretch(scene, verb.i, first)]
    yield sentence([*opening, stretch(scene, last, end_of_sentence(scene))])


def _article(scene: Scene, i: int) -> int:
    """Where the "the" before a name stands, else the name."""
    return i - 1 if i and scene.doc[i - 1].pos_ == "DET" else i
