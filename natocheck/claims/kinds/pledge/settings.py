"""Where a pledge was made, and which pledges of the rule base a sentence can mean.

A name, a place or a day settles which; without them the numbers and the deadline do;
without those it is the pledge in force, where the sentence speaks of the allies.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.kinds.pledge.links import link_of
from natocheck.claims.kinds.pledge.parties import pledging_bodies
from natocheck.claims.kinds.pledge.years import is_occasion
from natocheck.claims.mentions.names import Name, fold
from natocheck.claims.scene import Scene
from natocheck.model.claims import PledgeNumber
from natocheck.model.facts import Pledge
from natocheck.model.values import Period, period_of

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_WITHIN = {"in", "at", "from", "of"}
_ORIGINS = {"from", "back", "to", "in", "at"}
_MODIFIERS = {"compound", "amod", "nmod", "poss"}
# A name settles by itself which pledge is meant; other things need one another.
_NEEDED, _NAME = 2, 3
_TOLERANCE = 0.001


@dataclass(frozen=True)
class Hints:
    """What a sentence says of a pledge, before it is known which pledge it is."""

    numbers: tuple[PledgeNumber, ...]
    made: Period | None
    deadline: Period | None
    review: Period | None
    places: tuple[Name, ...]


def places_of(scene: Scene) -> tuple[Name, ...]:
    """The places at which the sentence says that a pledge was made."""
    return tuple(name for name in scene.names if _is_place(scene, name))


def _is_place(scene: Scene, name: Name) -> bool:
    token = scene.root_of(name)
    if not _is_setting(token):
        return False
    known = any(_at(rule, name) for rule in scene.lexicon.rulebase.pledges.values())
    actors = scene.lexicon.rulebase.actors
    types = {actors[i].type for i in name.ids("name") if i in actors}
    if "place" not in types and not (known and token.dep_ == "pobj" and token.head.lower_ != "of"):
        return False
    return is_occasion(scene, token) or link_of(scene, token) is not None


def _is_setting(token: "Token") -> bool:
    """Whether a place is where something is decided, not who decides."""
    if token.dep_ == "pobj":
        return token.head.lower_ in _WITHIN
    return token.dep_ in _MODIFIERS


def candidates(scene: Scene, hints: Hints) -> tuple[str, ...]:
    """The pledges that the sentence may mean; none where that is not clear enough."""
    rules = scene.lexicon.rulebase.pledges.values()
    pool = [rule for rule in rules if _first_day(rule) <= scene.context.date]
    settled = _settled(scene, hints, pool)
    if settled is None:
        return ()
    allied = speaks_of_allies(scene)
    clear = [rule for rule in settled if allied or _agreeing(scene, hints, rule) >= _needed(scene)]
    return tuple(rule.id for rule in clear)


def _needed(scene: Scene) -> int:
    """How many things must agree where no ally is named: more without a word of defence."""
    words = scene.lexicon.words("defence words")
    return _NEEDED if any(t.lemma_.lower() in words for t in scene.doc) else _NEEDED + 1


def _settled(scene: Scene, hints: Hints, pool: list[Pledge]) -> list[Pledge] | None:
    named = [rule for rule in pool if _is_named(scene, rule)]
    placed = [rule for rule in pool if any(_at(rule, name) for name in hints.places)]
    dated = [rule for rule in pool if _is_dated(hints, rule)]
    fitting = _fitting(hints, pool)
    if not named and not placed and _speaks_of_two(hints, pool):
        return None
    if named:
        return named
    if placed:
        return _narrowed(placed, dated)
    if hints.places:
        return _misplaced(scene, hints, fitting)
    if dated and (fitting or not hints.numbers):
        return _narrowed(dated, fitting)
    return fitting or _in_force(scene, hints, pool)


def _speaks_of_two(hints: Hints, pool: list[Pledge]) -> bool:
    """Whether its numbers are those of different pledges, an old one and a new one."""
    owners = [{r.id for r in pool if has_numbers(r, (n,))} for n in hints.numbers]
    known = [each for each in owners if each]
    return bool(known) and not set.intersection(*known)


def due_after(scene: Scene, pledges: tuple[str, ...], years: int | None) -> Period | None:
    """The year that ends a span which began when the pledges were made."""
    begun = {_first_day(scene.lexicon.rulebase.pledges[p]).year for p in pledges}
    return period_of(begun.pop() + years) if years is not None and len(begun) == 1 else None


def _narrowed(rules: list[Pledge], others: list[Pledge]) -> list[Pledge]:
    return [rule for rule in rules if rule in others] or rules


def _misplaced(scene: Scene, hints: Hints, fitting: list[Pledge]) -> list[Pledge] | None:
    """A pledge put at a place where none was made: only where all else says which it is.

    Later summits confirm what an earlier one agreed; that is no mistake. A deadline that is
    said to stem from somewhere stems from where it was set.
    """
    if hints.deadline is not None and _is_traced_back(scene):
        return [rule for rule in fitting if _is_due(hints, rule)]
    if _is_reaffirmed(scene) or len(fitting) != 1:
        return None
    told = _agreeing(scene, hints, fitting[0])
    return fitting if told >= _NEEDED else None


def _is_reaffirmed(scene: Scene) -> bool:
    words = scene.lexicon.words("pledge reaffirmation")
    return any(token.lemma_.lower() in words for token in scene.doc)


def _is_traced_back(scene: Scene) -> bool:
    """ "Dates from", "goes back to": its origin is told, not where it was confirmed."""
    words = scene.lexicon.words("origin verbs")
    return any(
        token.lemma_.lower() in words and token.nbor(1).lower_ in _ORIGINS
        for token in scene.doc[:-1]
    )


def _fitting(hints: Hints, pool: list[Pledge]) -> list[Pledge]:
    """The pledges that agree with the numbers and the deadline, or with either."""
    due = [rule for rule in pool if _is_due(hints, rule)]
    sized = [rule for rule in pool if has_numbers(rule, hints.numbers)]
    return _narrowed(due, sized) if due else sized


def _in_force(scene: Scene, hints: Hints, pool: list[Pledge]) -> list[Pledge]:
    """The newest pledge of a share of GDP, if the sentence gives one and says whose it is."""
    shares = [r for r in pool if any(part.unit == "percent-of-gdp" for part in r.parts)]
    told = any(number.unit == "percent-of-gdp" for number in hints.numbers)
    if not told or not shares or not names_allies(scene):
        return []
    return [max(shares, key=_first_day)]


def _agreeing(scene: Scene, hints: Hints, rule: Pledge) -> int:
    """How many of the things that a sentence says agree with a pledge."""
    return sum(
        [
            _NAME * _is_named(scene, rule),
            any(_at(rule, name) for name in hints.places),
            _is_dated(hints, rule),
            _is_due(hints, rule),
            rule.review is not None and _in_year(hints.review, rule.review),
            any(has_numbers(rule, (number,)) for number in hints.numbers),
            _is_purposed(hints, rule),
        ]
    )


def has_numbers(rule: Pledge, numbers: Iterable[PledgeNumber]) -> bool:
    """Whether each number is one of a pledge's, whatever it is said to be for; not if none."""
    listed = tuple(numbers)
    return bool(listed) and all(any(_same(n, p.value, p.unit) for p in rule.parts) for n in listed)


def _same(number: PledgeNumber, value: float, unit: str) -> bool:
    fits = number.unit == unit or (number.unit == "percent" and unit.startswith("percent"))
    return fits and abs(number.value - value) <= _TOLERANCE * value


def _is_due(hints: Hints, rule: Pledge) -> bool:
    return rule.deadline is not None and _in_year(hints.deadline, rule.deadline)


def _in_year(period: Period | None, year: int) -> bool:
    return period is not None and period.start.year <= year <= period.end.year


def _is_purposed(hints: Hints, rule: Pledge) -> bool:
    """Whether a number is said to be for what a part of the pledge is for."""
    purposes = {word for part in rule.parts for word in part.words}
    return any(purposes & set(number.words) for number in hints.numbers)


def _is_dated(hints: Hints, rule: Pledge) -> bool:
    return hints.made is not None and any(day.overlaps(hints.made) for day in _days(rule))


def _is_named(scene: Scene, rule: Pledge) -> bool:
    text = fold(scene.doc.text).lower()
    return any(fold(name).lower() in text for name in rule.names)


def _at(rule: Pledge, name: Name) -> bool:
    return fold(name.text).lower() in {fold(place).lower() for place in rule.places}


def _days(rule: Pledge) -> list[Period]:
    stamps = rule.made if isinstance(rule.made, list) else [rule.made]
    return [period_of(stamp) for stamp in stamps]


def _first_day(rule: Pledge) -> dt.date:
    return min(day.start for day in _days(rule))


def names_allies(scene: Scene) -> bool:
    """Whether the sentence itself names the organisation whose members promise."""
    groups = scene.lexicon.rulebase.groups
    bodies = pledging_bodies(scene)
    return any(
        bodies & {*name.ids("name"), *(o for i in name.ids("group") for o in groups[i].all_of)}
        for name in scene.names
    )


def speaks_of_allies(scene: Scene) -> bool:
    """As ``names_allies``; or the article does and the sentence names no other body."""
    others = {
        i for name in scene.names for i in name.ids("name") if scene.lexicon.is_organisation(i)
    }
    bodies = pledging_bodies(scene)
    return names_allies(scene) or (not others and bool(scene.context.organisations & bodies))
