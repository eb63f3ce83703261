""" "Poland spends 4.1 percent, against Germany's 2.1": the second figure said on its own.

So are "compared with 2.1 percent for Germany" and, of another time, "up from 1.9 in 2014".
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from natocheck.claims.kinds.measure.offsets import years_beside
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

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_SUBJECTS = {"nsubj", "nsubjpass"}
_VERBS = {"VERB", "AUX"}
_JOINTS = {"for", "in", "by", "from", "of"}
_AS_LATE = {("as", "recently", "as"), ("as", "late", "as"), ("back",), ()}
_OWNERS = {"'s", "’s", "'", "’"}


class _Other(NamedTuple):
    """Another's figure, or one of another time: from the token that opens it to its end."""

    start: int
    opened: int
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
    put = _put(scene, other.whose)
    figure_then = stretch(scene, other.opened, _span(scene, other.figure)[1])
    parts = [(*_own_span(scene, figure), [figure_then])]
    if whose is not None:
        parts.append((*_timed_span(scene, whose), put))
    parts += _in_the_past(scene, other)
    said = with_parts(scene, 0, other.start, parts)
    return said if whose is not None else [*said, *put]


def _in_the_past(scene: Scene, other: _Other) -> list[tuple[int, int, list[Piece]]]:
    """What is foreseen of now said of a time gone by: "are expected to meet" is "did meet"."""
    whose = other.whose
    gone = isinstance(whose, FoundPeriod) and whose.period.end < scene.context.date
    root = next((t for t in scene.doc[: other.start] if t.dep_ == "ROOT"), None)
    if not gone or root is None:
        return []
    done = _done(scene, root, other.start)
    first = min([root.i, *(c.i for c in root.children if c.dep_ in {"aux", "auxpass"})])
    if done is None or (done == root and first == root.i):
        return []
    past = Piece("were") if done.lemma_ == "be" else Piece(f"did {done.lemma_}")
    return [(first, done.i + 1, [past])]


def _done(scene: Scene, root: "Token", end: int) -> "Token | None":
    """What is foreseen: the last verb behind "to", or the main verb itself."""
    after = [t for t in scene.doc[root.i + 1 : end] if t.pos_ in _VERBS]
    inner = [t for t in after if any(c.lower_ == "to" and c.dep_ == "aux" for c in t.children)]
    own = [t for t in inner if root in t.ancestors]
    return own[0] if own else root if root.pos_ in _VERBS else None


def _own_span(scene: Scene, figure: FoundQuantity) -> tuple[int, int]:
    """Where the own figure stands; of "all 32 allies" with "all"."""
    first, end = _span(scene, figure)
    everybody = scene.lexicon.words("all determiners")
    return (first - 1 if first and scene.doc[first - 1].lower_ in everybody else first), end


def _put(scene: Scene, whose: Name | FoundPeriod) -> list[Piece]:
    """Whose the other figure is, or its time with a preposition: "in 2014", "a decade ago"."""
    first, end = _span(scene, whose)
    if isinstance(whose, FoundPeriod) and not whose.anchored and not _is_named(scene, whose):
        return [Piece(f"in {whose.period.start.year}", whose.start, whose.end)]
    joint = [] if isinstance(whose, Name) or _is_ago(whose) else [Piece("in")]
    return [*joint, stretch(scene, first, end)]


def _is_named(scene: Scene, whose: FoundPeriod) -> bool:
    """Whether a time is told by its year, not by how long before another it was."""
    return str(whose.period.start.year) in scene.text_between(whose.start, whose.end)


def _timed_span(scene: Scene, whose: Name | FoundPeriod) -> tuple[int, int]:
    """Where whose it is stands; of a time with the preposition before it."""
    first, end = _span(scene, whose)
    before = scene.doc[first - 1] if first and isinstance(whose, FoundPeriod) else None
    return (first - 1 if before is not None and before.pos_ == "ADP" else first), end


def _is_ago(whose: Name | FoundPeriod) -> bool:
    """ "Three a decade ago": a time that needs no preposition."""
    return isinstance(whose, FoundPeriod) and whose.anchored and whose.period.grain == "year"


def _others(scene: Scene, at: int) -> Iterator[_Other]:
    """What "against" and the like open at a token, if it is a figure and whose it is."""
    opened = _opened(scene, at)
    if opened is None:
        return
    start = at - 1 if at and scene.doc[at - 1].text in {",", "–", "—", ";"} else at
    owners: list[Name | FoundPeriod] = [*scene.names, *scene.periods, *_earlier(scene, at)]
    for whose in owners:
        first, last = _span(scene, whose)
        owner = last if last < len(scene.doc) and scene.doc[last].text in _OWNERS else None
        for figure in scene.quantities:
            begin, end = _span(scene, figure)
            if owner is not None and (first, owner + 1) == (opened, begin):
                yield _Other(start, begin, end, whose, figure)
            elif not opened <= begin or not _is_only(scene, opened, begin):
                continue
            elif _is_joined(scene, end, first) or (_is_past(scene, whose) and end == first):
                yield _Other(start, opened, last, whose, figure)


def _earlier(scene: Scene, at: int) -> list[FoundPeriod]:
    """The times behind a contrast that are told from one before it: "ten years earlier"."""
    named = [p for p in scene.periods if p.start < scene.doc[at].idx]
    return years_beside(scene, scene.doc[at:], named)


def _is_past(scene: Scene, whose: Name | FoundPeriod) -> bool:
    """A time that needs no preposition: "a decade ago", "ten years earlier"."""
    if not isinstance(whose, FoundPeriod):
        return False
    return _is_ago(whose) or (not whose.anchored and not _is_named(scene, whose))


def _is_only(scene: Scene, first: int, end: int) -> bool:
    """Whether nothing but "just" and the like stands before a figure."""
    only = scene.lexicon.words("only")
    return all(t.lower_ in only or t.lower_ in {"a", "mere"} for t in scene.doc[first:end])


def _is_joined(scene: Scene, end: int, first: int) -> bool:
    """Whether a figure and its owner stand together: "2.1 percent for Germany", "in the US"."""
    between = [t.lower_ for t in scene.doc[end:first]]
    at = next((n for n in (3, 1, 0) if tuple(between[:n]) in _AS_LATE), 0)
    between = between[at:]
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
