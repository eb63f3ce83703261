"""How many of a set a subject speaks of: all, all but four, none, most, two thirds, 23."""

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.membership.lists import listed_between
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.phrases import is_restriction
from natocheck.claims.scene import Scene
from natocheck.model.values import Interval

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_NONE = Interval(0.0, 0.0)
_MOST = Interval(50.0, 100.0, low_open=True)
_FEW = Interval(0.0, 50.0, high_open=True)
_SOME = Interval(0.0, math.inf, low_open=True)
_PARTITIVES = {"of", "among"}
_QUALIFYING = {"ADV", "NOUN", "PART", "ADJ"}


@dataclass(frozen=True, eq=False)
class Part:
    """How many of a set: a number or a share, or those named; ``rest``: all but these.

    ``some``: of a set whose size is not said, so that there may be more of them.
    """

    number: Interval | None = None
    rest: bool = False
    percent: bool = False
    named: tuple[str, ...] = ()
    listed: bool = False
    some: bool = False


def part_of(scene: Scene, clause: Clause) -> Part | None:
    """How many of a set the words before the verb speak of; None if they say something else."""
    tokens = [t for t in clause.tokens if t.i < clause.head.i]
    words = {t.lower_ for t in tokens if t.i not in scene.quantity_at}
    lexicon = scene.lexicon
    named = _named(scene, tokens)
    exception = _exception(scene, clause)
    if exception is not None:
        return _excepted(scene, clause, tokens, exception)
    if any(is_restriction(t, lexicon.words("only")) for t in tokens) and named:
        return Part(named=named)
    if named:
        return _enumerated(scene, clause, tokens)
    share = _share(scene, tokens)
    if share is not None:
        return share
    if words & lexicon.words("softening adverbs"):
        return None  # "nearly all"
    if any(_is_none(t) for t in tokens if t.i not in scene.quantity_at):
        return Part(number=_NONE)
    if words & lexicon.words("majority words"):
        return Part(number=_MOST, percent=True)
    if words & lexicon.words("fewer than half"):
        return Part(number=_FEW, percent=True)
    if words & lexicon.words("whole quantifiers"):
        return _whole(scene, clause, tokens)
    return _counted(scene, numbers_in(scene, tokens))


def _whole(scene: Scene, clause: Clause, tokens: "list[Token]") -> Part | None:
    """All of them, or with "not" before it not all; "by no means all" and "all are not" say
    something else."""
    wholes = scene.lexicon.words("whole quantifiers")
    first = next(t for t in tokens if t.lower_ in wholes)
    before = first.nbor(-1) if first.i else None
    if before is not None and before.lower_ == "not":
        return Part(number=_SOME, rest=True)
    modified = before is not None and _qualifies(scene, before)
    return None if modified or clause.negated else Part(number=_NONE, rest=True)


def _is_none(token: "Token") -> bool:
    """ "No ally", "none of them", but not "by no means"."""
    if token.lower_ not in {"none", "no", "neither"}:
        return False
    return any(t.dep_ in {"nsubj", "nsubjpass"} for t in (token, token.head))


def _qualifies(scene: Scene, before: "Token") -> bool:
    """Whether a word may change the "all" behind it: "nearly", but not "today"."""
    timely = before.i in scene.period_at or before.lower_ in scene.lexicon.words("words of today")
    return before.pos_ in _QUALIFYING and not timely


def numbers_in(scene: Scene, tokens: "list[Token]") -> list[FoundQuantity]:
    """The counts among these tokens."""
    inside = {t.i for t in tokens}
    return [
        found
        for found in scene.quantities
        if found.quantity.unit == "count" and scene.root_of(found).i in inside
    ]


def _share(scene: Scene, tokens: "list[Token]") -> Part | None:
    """ "Fewer than half of", "more than two thirds of"."""
    inside = {t.i for t in tokens}
    shares = [
        found
        for found in scene.quantities
        if found.quantity.unit == "percent" and scene.root_of(found).i in inside
    ]
    if len(shares) != 1:
        return None
    interval = shares[0].quantity.interval
    low, high = max(interval.low, 0.0), min(interval.high, 100.0)
    whole = Interval(low, high, interval.low_open, interval.high_open)
    return Part(number=whole, percent=True)


def _exception(scene: Scene, clause: Clause) -> int | None:
    """Where the words of an exception end: "but" in "all but four", "apart from" before Malta."""
    pattern = "|".join(sorted(scene.lexicon.words("exceptive words"), key=len, reverse=True))
    text = scene.doc.text[: clause.head.idx]
    found = list(re.finditer(rf"(?i)\b(?:{pattern})\b", text))
    inside = {t.idx for t in clause.tokens}
    ends = [m.end() for m in found if m.start() in inside]
    return ends[0] if len(ends) == 1 else None


def _excepted(scene: Scene, clause: Clause, tokens: "list[Token]", end: int) -> Part | None:
    """All but the number or the countries that follow an exceptive word."""
    words = {t.lower_ for t in tokens}
    whole = words & {"all", "every", "each"}
    if not whole:
        return None
    after = [t for t in tokens if t.idx >= end]
    named = _named(scene, after)
    if named:
        return Part(named=named, rest=True) if named == _named(scene, tokens) else None
    numbers = numbers_in(scene, after[:3])
    return Part(number=numbers[0].quantity.interval, rest=True) if numbers else None


def _named(scene: Scene, tokens: "list[Token]") -> tuple[str, ...]:
    found: list[str] = []
    for token in tokens:
        name = scene.name_at.get(token.i)
        if name is not None:
            found += [i for i in name.ids("name") if scene.lexicon.is_country(i)]
    return tuple(dict.fromkeys(found))


def _enumerated(scene: Scene, clause: Clause, tokens: "list[Token]") -> Part | None:
    """ "Four EU states, Austria, Cyprus, Ireland and Malta,": as many as are named."""
    for subject in (t for t in clause.head.children if t.dep_ == "nsubj"):
        listed = listed_between(scene, subject, clause.head)
        counted = _counted(scene, numbers_in(scene, tokens))
        if listed and counted is not None and counted.number is not None:
            same = counted.number.low == counted.number.high == len(listed)
            return Part(number=counted.number, listed=True) if same else None
    return None


def _counted(scene: Scene, numbers: list[FoundQuantity]) -> Part | None:
    indefinite = [found for found in numbers if not _is_definite(scene, found)]
    if not indefinite:
        return None
    some = _is_open(scene, indefinite[0]) and len(numbers) == 1
    return Part(number=indefinite[0].quantity.interval, some=some)


def _is_open(scene: Scene, found: FoundQuantity) -> bool:
    """ "Two of the Baltic states": with no "only" before it, there may be more."""
    tokens = scene.tokens_of(found)
    before = tokens[0].nbor(-1) if tokens[0].i else None
    closed = before is not None and is_restriction(before, scene.lexicon.words("only"))
    after = tokens[-1].nbor(1).lower_ if tokens[-1].i + 1 < len(scene.doc) else ""
    exact = found.quantity.text.lower() != found.quantity.text.lower().split()[-1]
    return after in _PARTITIVES and not closed and not exact


def _is_definite(scene: Scene, found: FoundQuantity) -> bool:
    """Whether the number is the size of the set ("the EU's 27") and not of the part."""
    first = scene.tokens_of(found)[0]
    before = first.nbor(-1).lower_ if first.i else ""
    determiners = scene.lexicon.words("definite determiners") | {"'s", "’s", "its", "their"}
    return before in determiners or first.nbor(-1).i in scene.name_at if first.i else False
