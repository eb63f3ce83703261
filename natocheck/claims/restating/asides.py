"""What stands aside of a subject: "Latvia, she said, joined", "a member since 2004, Latvia …".

The parser often takes an aside for the subject, or the subject for a part of it. So what is
said around it is said without it, and a membership that opens the sentence on its own.
"""

from collections.abc import Iterator
from itertools import pairwise

from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    sentence,
    stretch,
    uncapitalised,
    with_parts,
)
from natocheck.claims.scene import Scene

_FINITE = {"VBD", "VBZ", "VBP"}
_PRESENT = {"VBZ", "VBP"}
_ARTICLES = {"a", "an"}
_RELATIVES = {"who", "which", "whose", "where"}
_OPENERS = {
    "and",
    "or",
    "nor",
    "but",
    "not",
    "rather",
    "instead",
    "unlike",
    "who",
    "which",
    "that",
    "whose",
    "if",
    "unless",
}


def interrupted(scene: Scene) -> Iterator[Restatement]:
    """ "North Macedonia, having changed its name, became a member": without what stands
    between the commas."""
    commas = _commas(scene)
    if len(commas) < 2:
        return
    first, second = commas[:2]
    opener = scene.doc[first + 1]
    if opener.lower_ in scene.lexicon.words("likeness words"):
        return
    listed = opener.i in scene.name_at or opener.lower_ in _OPENERS
    if listed and not _is_speaker(scene, first, second) and not _is_torn(scene, first, second):
        return
    if is_list_of_countries(scene, 0, first) and _is_verb(scene, second + 1):
        yield sentence(
            [stretch(scene, 0, first), stretch(scene, second + 1, end_of_sentence(scene))]
        )


def _is_torn(scene: Scene, first: int, second: int) -> bool:
    """Whether a relative clause between the commas kept the parser from joining the verb
    behind it to the name before it."""
    verb = scene.doc[second + 1]
    subjects = [c for c in verb.children if c.dep_.startswith("nsubj") and c.i < first]
    return scene.doc[first + 1].lower_ in _RELATIVES and verb.dep_ != "relcl" and not subjects


def included(scene: Scene) -> Iterator[Restatement]:
    """ "Five allies, Estonia and Poland included, …" is "five allies, including Estonia …"."""
    commas = _commas(scene)
    for first, second in pairwise(commas):
        last = scene.doc[second - 1]
        if last.lower_ == "included" and is_list_of_countries(scene, first + 1, last.i):
            names = stretch(scene, first + 1, last.i)
            parts = [(first + 1, second, (Piece("including"), names))]
            yield sentence(with_parts(scene, 0, end_of_sentence(scene), parts))


def _commas(scene: Scene) -> list[int]:
    last = end_of_sentence(scene) - 1
    return [t.i for t in scene.doc[:last] if t.text == "," and t.i not in scene.period_at]


def _is_speaker(scene: Scene, first: int, second: int) -> bool:
    """Whether a verb of saying stands between the commas: "Rutte said"."""
    saying = scene.lexicon.words("reporting verbs")
    return any(t.lemma_.lower() in saying for t in scene.doc[first:second])


def is_list_of_countries(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing but countries and "and" stand there."""
    tokens = scene.doc[start:end]
    names = {scene.name_at[t.i] for t in tokens if t.i in scene.name_at}
    known = all(t.i in scene.name_at or t.lower_ in {"and", "the"} for t in tokens)
    return known and bool(names) and all(map(scene.lexicon.names_country, names))


def _is_verb(scene: Scene, at: int) -> bool:
    return at < len(scene.doc) and scene.doc[at].tag_ in _FINITE


def fronted(scene: Scene) -> Iterator[Restatement]:
    """ "A member of NATO since 2004, Latvia …" is "Latvia is a member of NATO since 2004".

    Without "since" only of a sentence that tells of today: of what it was then is not said.
    """
    commas = _commas(scene)
    if not commas or scene.doc[0].lower_ not in _ARTICLES:
        return
    end = commas[0]
    verb = next((t.i for t in scene.doc[end + 1 :] if t.pos_ in {"VERB", "AUX"}), end)
    listed = any(t.lower_ == "and" for t in scene.doc[end + 1 : verb])
    if listed or not is_list_of_countries(scene, end + 1, verb) or not _is_member(scene, end):
        return
    since = [p for p in scene.periods if p.relation == "since" and p.end <= scene.doc[end].idx]
    if since or scene.doc[verb].tag_ in _PRESENT:
        yield sentence([stretch(scene, end + 1, verb), Piece("is"), uncapitalised(scene, 0, end)])


def _is_member(scene: Scene, end: int) -> bool:
    nouns = scene.lexicon.words("member nouns")
    return any(t.lemma_.lower() in nouns for t in scene.doc[:end])
