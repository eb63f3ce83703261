""" "NATO's founders included Norway", "among the founders were …": said of the country."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.restating.asides import is_list_of_countries
from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    sentence,
    stretch,
    uncapitalised,
)
from natocheck.claims.scene import Scene
from natocheck.claims.verbs import SUBJECTS

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_BEING = {"was", "were", "is", "are"}


def among(scene: Scene) -> Iterator[Restatement]:
    """The countries as the subject: "Norway was among NATO's founders"."""
    yield from _included(scene)
    yield from _fronted(scene)


def _included(scene: Scene) -> Iterator[Restatement]:
    """ "The founders included Norway", "the alliance counts Norway among its founders"."""
    end = end_of_sentence(scene)
    for verb in scene.doc[:end]:
        if verb.dep_ != "ROOT" or verb.lemma_.lower() not in scene.lexicon.words("including verbs"):
            continue
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if subject is None or subject.right_edge.i + 1 != verb.i or not _are(scene, subject):
            continue
        if is_list_of_countries(scene, verb.i + 1, end):
            being = Piece("were" if verb.tag_ == "VBD" else "are")
            group = uncapitalised(scene, subject.left_edge.i, verb.i)
            countries = stretch(scene, verb.i + 1, end)
            yield sentence([countries, being, Piece("among"), group])


def _fronted(scene: Scene) -> Iterator[Restatement]:
    """ "Among the founders were Norway and Denmark"."""
    end = end_of_sentence(scene)
    being = next((t for t in scene.doc[:end] if t.dep_ == "ROOT" and t.lower_ in _BEING), None)
    if scene.doc[0].lower_ not in {"among", "amongst"} or being is None:
        return
    nouns = [t for t in scene.doc[0].children if t.dep_ == "pobj"]
    plain = len(nouns) == 1 and nouns[0].right_edge.i + 1 == being.i and _are(scene, nouns[0])
    if plain and is_list_of_countries(scene, being.i + 1, end):
        group = stretch(scene, 1, being.i)
        yield sentence([stretch(scene, being.i + 1, end), Piece(being.text), Piece("among"), group])


def _are(scene: Scene, noun: "Token") -> bool:
    """Whether a noun is for members."""
    return noun.lemma_.lower() in scene.lexicon.words("member nouns")
