"""What stands between commas and could be left out: "Spain, by then a democracy, joined".

The parser often takes an insertion for the subject, or keeps the verb from it. So the sentence
is said again without it, and an insertion that tells what was done ("held in July 2022") on its
own. What restricts, lists, excepts, doubts or dates is none that could be left out.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    sentence,
    stretch,
    uncapitalised,
)
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_RELATIVES = {"who", "which", "whose", "where", "whom"}
_LISTING = {"and", "or", "nor", "but", "&"}


def less_insertions(scene: Scene) -> Iterator[Restatement]:
    """The sentence without an insertion."""
    end = end_of_sentence(scene)
    for first, second in _insertions(scene):
        if _tells_which(scene, first, second):
            continue
        plain = sentence([stretch(scene, 0, first), stretch(scene, second + 1, end)])
        yield replace(plain, roundabout=True)


def _tells_which(scene: Scene, first: int, second: int) -> bool:
    """ "The target, set in Wales, …", "the treaty, signed in 1951, …": which of several it is."""
    if scene.doc[first - 1].i in scene.name_at or not _is_participle(scene, first + 1):
        return False
    inside = range(first + 1, second)
    return any(i in scene.name_at or i in scene.period_at for i in inside)


def told_by_insertions(scene: Scene) -> Iterator[Restatement]:
    """ "The summit, held in July 2022, …" says "the summit was held in July 2022"."""
    for first, second in _insertions(scene):
        noun = _noun_before(scene, first)
        if noun is not None and _is_participle(scene, first + 1):
            subject = uncapitalised(scene, noun[0], noun[1])
            verb = "were" if scene.doc[first - 1].tag_ in {"NNS", "NNPS"} else "was"
            yield sentence([subject, Piece(verb), stretch(scene, first + 1, second)])


def _insertions(scene: Scene) -> Iterator[tuple[int, int]]:
    """The pairs of commas around what could be left out, with a finite verb outside them."""
    for first, second in pairwise(_commas(scene)):
        outside = [t for t in scene.doc if not first <= t.i <= second]
        if any(t.tag_ in _FINITE for t in outside) and _is_inserted(scene, first, second):
            yield first, second


def _commas(scene: Scene) -> list[int]:
    last = end_of_sentence(scene) - 1
    return [t.i for t in scene.doc[:last] if t.text == "," and t.i not in scene.period_at]


def _is_inserted(scene: Scene, first: int, second: int) -> bool:
    inside = scene.doc[first + 1 : second]
    if first == 0 or not len(inside) or scene.doc[second + 1].lower_ in _LISTING:
        return False
    keeping = scene.lexicon.words("words of insertions that restrict")
    if any(t.lower_ in keeping or t.lemma_.lower() in keeping for t in inside):
        return False
    if scene.doc[first - 1].lower_ in _LISTING or _is_in_list(scene, first, second):
        return False
    return _is_loose(scene, inside[0]) or _tells_release(scene, inside[0])


def _is_loose(scene: Scene, opener: "Token") -> bool:
    """Whether what begins so adds to what is before it: "which …", "held in …", "a member"."""
    if opener.i in scene.period_at or opener.i in scene.quantity_at:
        return False
    if opener.i in scene.name_at and opener.pos_ != "DET":
        return False
    openers = scene.lexicon.words("openers of insertions")
    words = {opener.lower_, scene.doc[opener.i : opener.i + 2].text.lower()}
    own = bool(words & (_RELATIVES | openers))
    return own or opener.pos_ == "DET" or _is_participle(scene, opener.i) or opener.tag_ == "VBG"


def _tells_release(scene: Scene, opener: "Token") -> bool:
    """ "On the alliance's own estimates", "by its latest figures"."""
    nouns = scene.lexicon.words("release nouns")
    things = [child.lemma_.lower() for child in opener.children if child.dep_ == "pobj"]
    return opener.pos_ == "ADP" and bool(set(things) & nouns)


def _is_participle(scene: Scene, at: int) -> bool:
    token = scene.doc[at]
    if token.tag_ in {"RB", "JJ"} and token.lower_ in scene.lexicon.words("adverbs of order"):
        token = token.nbor(1)
    return token.tag_ in {"VBN", "VBD"} and token.i not in scene.name_at


def _is_in_list(scene: Scene, first: int, second: int) -> bool:
    """Whether a part of a list stands there, or a list goes on behind it."""
    for token in scene.doc:
        if token.dep_ == "conj" and token.pos_ not in {"VERB", "AUX"}:
            inside = first < token.i < second
            if inside != (first < token.head.i < second):
                return True
    return False


def _noun_before(scene: Scene, comma: int) -> tuple[int, int] | None:
    """The noun phrase that ends at a comma and begins its clause."""
    for chunk in scene.doc.noun_chunks:
        if chunk.end == comma and (chunk.start == 0 or chunk.root.dep_.startswith("nsubj")):
            return chunk.start, chunk.end
    return None
