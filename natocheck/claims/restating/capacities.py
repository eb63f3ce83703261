""" "As secretary general, Rutte chairs the council": he is secretary general."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.restating.pieces import Piece, Restatement, sentence, stretch
from natocheck.claims.scene import Scene
from natocheck.claims.verbs import SUBJECTS

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_BEING = {"VBZ": "is", "VBP": "is", "VBD": "was"}


def capacities(scene: Scene) -> Iterator[Restatement]:
    """Who somebody is, or was, where "as" says in which office they act."""
    root = next((t for t in scene.doc if t.dep_ == "ROOT"), None)
    subject = next((c for c in root.children if c.dep_ in SUBJECTS), None) if root else None
    if root is None or subject is None or not _is_person(scene, subject):
        return
    being = _BEING.get(root.tag_)
    if being is None or any(c.dep_ in {"aux", "auxpass", "neg"} for c in root.children):
        return
    for prep in scene.doc:
        end = _title_after(scene, prep)
        if end is not None and prep.head in (root, subject):
            who = scene.name_at[subject.i]
            tokens = scene.tokens_of(who)
            person = stretch(scene, tokens[0].i, tokens[-1].i + 1)
            yield sentence([person, Piece(being), stretch(scene, prep.i + 1, end)])


def _is_person(scene: Scene, subject: "Token") -> bool:
    name = scene.name_at.get(subject.i)
    return name is not None and any(map(scene.lexicon.is_person, name.ids("name")))


def _title_after(scene: Scene, prep: "Token") -> int | None:
    """Where the title ends that "as" opens and a comma closes."""
    opens = prep.i == 0 or scene.doc[prep.i - 1].text == ","
    titles = [c for c in prep.children if c.dep_ == "pobj"]
    if prep.lower_ != "as" or not opens or len(titles) != 1:
        return None
    end = titles[0].right_edge.i + 1
    closed = end < len(scene.doc) and scene.doc[end].text == ","
    inside = scene.doc[titles[0].left_edge.i : end]
    named = any(t.i in scene.name_at and scene.name_at[t.i].ids("title") for t in inside)
    return end if closed and named else None
