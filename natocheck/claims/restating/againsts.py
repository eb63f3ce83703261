""" "Poland spends 4.1 percent, against Germany's 2.1": the second figure said on its own.

So are "compared with 2.1 percent for Germany" and, of another time, "up from 1.9 in 2014".
"""

from collections.abc import Iterator
from typing import NamedTuple

from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    sentence,
    stretch,
    with_parts,
)
from natocheck.claims.scene import Scene

_SUBJECTS = {"nsubj", "nsubjpass"}
_JOINTS = {"for", "in", "by", "from", "of"}
_OWNERS = {"'s", "’s", "'", "’"}


class _Other(NamedTuple):
    """Another's figure, or one of another time: from the token that opens it to its end."""

    start: int
    end: int
    whose: Name | FoundPeriod
    figure: FoundQuantity


_Own = tuple[FoundQuantity, Name | FoundPeriod | None]


def againsts(scene: Scene) -> Iterator[Restatement]:
    """The sentence without the other figure, and the same sentence with it."""
    other = next((o for t in scene.doc for o in _others(scene, t.i)), None)
    if other is None or other.end != end_of_sentence(scene):
        return
    own = _own(scene, other)
    if own is not None:
        yield sentence([stretch(scene, 0, other.start)])
        yield sentence(_about_other(scene, other, own))


def _about_other(scene: Scene, other: _Other, own: _Own) -> list[Piece]:
    """The sentence with the other figure in place of its own, and whose or when it was."""
    figure, whose = own
    put = [stretch(scene, *_span(scene, other.whose))]
    parts = [(*_span(scene, figure), [stretch(scene, *_span(scene, other.figure))])]
    if whose is not None:
        parts.append((*_span(scene, whose), put))
    said = with_parts(scene, 0, other.start, parts)
    joint = [] if _is_ago(other.whose) else [Piece("in")]
    return said if whose is not None else [*said, *joint, *put]


def _is_ago(whose: Name | FoundPeriod) -> bool:
    """ "Three a decade ago": a time that needs no preposition."""
    return isinstance(whose, FoundPeriod) and whose.anchored and whose.period.grain == "year"


def _others(scene: Scene, at: int) -> Iterator[_Other]:
    """What "against" and the like open at a token, if it is a figure and whose it is."""
    opened = _opened(scene, at)
    start = at - 1 if at and scene.doc[at - 1].text in {",", "–", "—", ";"} else at
    owners: list[Name | FoundPeriod] = [*scene.names, *scene.periods]
    for whose in owners if opened is not None else ():
        first, last = _span(scene, whose)
        owner = last if last < len(scene.doc) and scene.doc[last].text in _OWNERS else None
        for figure in scene.quantities:
            begin, end = _span(scene, figure)
            if owner is not None and (first, owner + 1) == (opened, begin):
                yield _Other(start, end, whose, figure)
            elif begin == opened and (
                _is_joined(scene, end, first) or (_is_ago(whose) and end == first)
            ):
                yield _Other(start, last, whose, figure)


def _is_joined(scene: Scene, end: int, first: int) -> bool:
    """Whether a figure and its owner stand together: "2.1 percent for Germany", "in the US"."""
    between = [t.lower_ for t in scene.doc[end:first]]
    return between[:1] != [] and between[0] in _JOINTS and between[1:] in ([], ["the"])


def _opened(scene: Scene, at: int) -> int | None:
    """Where the words behind "against" or "compared with" begin."""
    openers = scene.lexicon.words("contrasting openers")
    for length in (2, 1):
        words = " ".join(t.lower_ for t in scene.doc[at : at + length])
        if words in openers and (at + length) < len(scene.doc):
            return at + length
    return None


def _own(scene: Scene, other: _Other) -> _Own | None:
    """The one figure of that sort before the contrast, and the one country or time of it."""
    unit = other.figure.quantity.unit
    figures = [q for q in scene.quantities if _span(scene, q)[1] <= other.start]
    alike = [q for q in figures if q.quantity.unit == unit]
    names = _subjects(scene, other.start)
    counted = _counted(scene, alike)
    if isinstance(other.whose, FoundPeriod) and (counted or len(alike) == len(names) == 1):
        times = [p for p in scene.periods if _span(scene, p)[1] <= other.start]
        plain = other.whose.period.grain in {"year", "month"} and len(times) < 2
        return (counted or alike[0], times[0] if times else None) if plain else None
    if len(alike) != 1 or len(names) != 1 or isinstance(other.whose, FoundPeriod):
        return None
    return (alike[0], names[0]) if scene.lexicon.names_country(other.whose) else None


def _counted(scene: Scene, figures: list[FoundQuantity]) -> FoundQuantity | None:
    """The figure that the subject begins with, where it counts members: "23 of the 32 allies"."""
    subject = next((t for t in scene.doc if t.dep_ in _SUBJECTS), None)
    if subject is None or not figures:
        return None
    nouns = scene.lexicon.words("member nouns")
    inside = list(subject.subtree)
    member = any(t.lemma_.lower() in nouns for t in inside)
    first, _ = _span(scene, figures[0])
    return figures[0] if member and scene.doc[first] in inside else None


def _subjects(scene: Scene, end: int) -> list[Name]:
    """The countries that the subject names."""
    subjects = [t for t in scene.doc[:end] if t.dep_ in _SUBJECTS]
    inside = {t.i for subject in subjects[:1] for t in subject.subtree}
    return [
        n for n in scene.names if _span(scene, n)[0] in inside and scene.lexicon.names_country(n)
    ]


def _span(scene: Scene, found: Name | FoundQuantity | FoundPeriod) -> tuple[int, int]:
    tokens = scene.tokens_of(found)
    return tokens[0].i, tokens[-1].i + 1
