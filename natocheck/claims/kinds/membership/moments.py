"""When a membership began: the clause's own time, a cleft's, a gap's, or a time counted back."""

import datetime as dt
import itertools
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.claims.times import one_time, periods_in
from natocheck.model.claims import When
from natocheck.model.values import Interval, Period

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_SEPARATORS = {",", "and", "while", ";", "but", "with", "then"}
# "Before or in 2004" leaves it open.
_ALTERNATIVE = re.compile(r"\b(?:before|after|since|in|on|by) or (?:\w+ )?$")
UNITS = {"year": 365.25, "month": 30.44, "week": 7.0, "day": 1.0}


@dataclass(frozen=True, eq=False)
class Gap:
    """Words that say again what a clause said, of another and of another time, with no
    verb: "…, and Sweden in March 2024"."""

    tokens: tuple["Token", ...]
    time: FoundPeriod


def find_gaps(scene: Scene, clause: Clause) -> tuple[Gap, ...]:
    """The gapped parts of a clause that has a time of its own before them."""
    periods = periods_in(scene, clause)
    found: list[Gap] = []
    for before, after in itertools.pairwise(periods):
        gap = _gap(scene, clause, before, after)
        if gap is not None:
            found.append(gap)
    return tuple(found)


def _gap(scene: Scene, clause: Clause, before: FoundPeriod, after: FoundPeriod) -> Gap | None:
    time = scene.tokens_of(after)
    if time[0].i < clause.head.i:
        return None
    start = scene.tokens_of(before)[-1].i + 1
    between = scene.doc[start : time[0].i]
    part = _last_part(scene, list(between))
    if start > clause.head.i and _is_part(scene, part):
        return Gap((*part, *time), after)
    opening = _preposition_before(time[0])
    rest = _up_to_separator(time[-1])
    if opening.i > 0 and opening.nbor(-1).lower_ in _SEPARATORS and _has_content(scene, rest):
        return Gap((opening, *time, *rest), after)
    return None


def _last_part(scene: Scene, tokens: "list[Token]") -> "list[Token]":
    """What stands behind a time without a date: ", and Spain" in "Germany three years later,
    and Spain in 1982"."""
    turns = [
        n
        for n, t in enumerate(tokens)
        if t.lower_ in scene.lexicon.words("vague times") or _is_length(scene, t)
    ]
    return tokens[turns[-1] + 1 :] if turns else tokens


def _is_length(scene: Scene, token: "Token") -> bool:
    found = scene.quantity_at.get(token.i)
    return found is not None and found.quantity.unit in UNITS


def _is_part(scene: Scene, tokens: "list[Token]") -> bool:
    return (
        bool(tokens)
        and tokens[0].lower_ in _SEPARATORS
        and not any(t.pos_ in {"VERB", "AUX"} for t in tokens)
        and _has_content(scene, tokens)
    )


def _has_content(scene: Scene, tokens: "list[Token]") -> bool:
    return any(t.i in scene.name_at or t.i in scene.quantity_at for t in tokens)


def _preposition_before(token: "Token") -> "Token":
    before = token.nbor(-1) if token.i > 0 else token
    return before if before.pos_ in {"ADP", "SCONJ"} else token


def _up_to_separator(token: "Token") -> "list[Token]":
    rest: list[Token] = []
    for following in token.doc[token.i + 1 :]:
        if following.pos_ in {"VERB", "AUX"} or following.text in {";", "."}:
            break
        rest.append(following)
    return rest


def cleft_of(clause: Clause, clauses: tuple[Clause, ...]) -> Clause | None:
    """The "it was in 2017" before a clause with "that", or None."""
    for other in clauses:
        related = other is clause.parent or clause is other.parent
        if related and other.head.lemma_ == "be" and other.head.i < clause.head.i:
            children = list(other.head.children)
            dated = any(t.dep_ == "prep" for t in children)
            tells_more = not dated and any(_is_predicate(t) for t in children)
            if any(t.lower_ == "it" and t.dep_ == "nsubj" for t in children) and not tells_more:
                return other
    return None


def _is_predicate(child: "Token") -> bool:
    """ "It is true that", "it is not the case that", "it is a mistake to think that"."""
    named = child.dep_ == "attr" and child.pos_ == "NOUN"
    return named or child.dep_ in {"acomp", "oprd", "xcomp"}


def time_of(
    scene: Scene, clause: Clause, clauses: tuple[Clause, ...], gaps: tuple[Gap, ...] = ()
) -> tuple[When | None, bool]:
    """The clause's time and whether it is clear; a cleft's time is its clause's."""
    skip = {t.i for gap in gaps for t in gap.tokens}
    cleft = cleft_of(clause, clauses)
    found = [*periods_in(scene, clause), *(periods_in(scene, cleft) if cleft else ())]
    kept = [
        each
        for each in dict.fromkeys(found)
        if scene.tokens_of(each)[0].i not in skip and not _is_aside(scene, clause, each)
    ]
    when, clear = one_time(tuple(kept))
    if any(_ALTERNATIVE.search(scene.doc.text[: each.start]) for each in kept):
        return None, False
    if when is None and clear:
        when = _lasting(scene, clause)
    return when, clear


def _is_aside(scene: Scene, clause: Clause, found: FoundPeriod) -> bool:
    """ "Finland, neutral until 2022, was admitted": the time of what stands beside a noun."""
    above = [scene.root_of(found), *scene.root_of(found).ancestors]
    inside = above[: above.index(clause.head)] if clause.head in above else []
    return any(t.dep_ in {"amod", "appos"} and t.pos_ == "ADJ" and t.i > t.head.i for t in inside)


def _lasting(scene: Scene, clause: Clause) -> When | None:
    """ "Has been in NATO for 25 years": begun so long ago."""
    for found in scene.quantities:
        root = scene.root_of(found)
        head = root.head if root.dep_ == "nummod" else root
        lasts = head.dep_ == "pobj" and head.head.lower_ == "for" and root in clause.tokens
        if found.quantity.unit == "year" and lasts:
            return ago(found, scene.context.date)
    return None


def ago(found: FoundQuantity, day: dt.date) -> When:
    """The days that lie as far back as a duration says: 25 years may be nearly 26."""
    unit = UNITS[found.quantity.unit]
    interval = found.quantity.interval
    high = interval.high if math.isinf(interval.high) else math.floor(interval.high) + 1
    return When(Period(_back(day, high * unit), _back(day, interval.low * unit), "range"))


def _back(day: dt.date, days: float) -> dt.date:
    reachable = (day - dt.date.min).days
    return day - dt.timedelta(days=min(days, reachable))


def apart(found: FoundQuantity) -> Interval:
    """How many days lie between two events that are so far apart, as ``length_of`` has it."""
    quantity = found.quantity
    return length_of(quantity.interval, quantity.unit, quantity.bound)


def length_of(interval: Interval, unit: str, bound: str) -> Interval:
    """A length of time in days.

    A number of months or years is rounded, so one unit more or less is no contradiction
    for years and half a unit for shorter ones.
    """
    days = UNITS[unit]
    slack = 0.4 * days if bound == "exact" and unit == "year" else 0.0
    return Interval(max(0.0, interval.low * days - slack), interval.high * days + slack)
