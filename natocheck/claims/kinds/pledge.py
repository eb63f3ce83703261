"""Claims about what the allies promised: numbers, what they are for, by when, where.

Every number of a sentence that speaks of the allies' pledge is held against the parts
of that pledge. A single country's promise is somebody else's and is not read.
"""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import (
    UNASSERTED,
    Place,
    Proposal,
    claim_at,
    passed,
    place_of,
)
from natocheck.claims.mentions.names import fold
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.phrases import arguments, name_of
from natocheck.claims.scene import Scene
from natocheck.model.claims import PledgeNumber, Promised, When
from natocheck.model.facts import Pledge
from natocheck.model.values import Period, period_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNITS = {"percent": "percent-of-gdp", "eur": "eur", "usd": "usd"}


def propose(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """All claims of pledges in a sentence: at most one, over the clauses that make it."""
    making = [clause for clause in clauses if _promises(scene, clause)]
    if not making:
        return
    if any(UNASSERTED & set(clause.stance) - {"opinion"} for clause in making):
        yield passed("pledge", making[0], "it is not asserted")
        return
    if _is_single_country(scene, making):
        yield passed("pledge", making[0], "it is a single country's promise")
        return
    pledges = _candidates(scene)
    numbers = _numbers(scene)
    deadline, review = _deadline(scene), _review(scene)
    if not pledges or not (numbers or deadline or review):
        yield passed("pledge", making[0], "no pledge of the rule base is named")
        return
    statement = Promised(
        pledges=pledges,
        numbers=numbers,
        when=_made(scene),
        places=_places(scene),
        deadline=deadline,
        review=review,
    )
    yield claim_at(scene, "pledge", _extent(scene, making), statement, making[0])


def _promises(scene: Scene, clause: Clause) -> bool:
    verbs = scene.lexicon.words("pledge verbs")
    nouns = scene.lexicon.words("pledge nouns")
    return bool(set(clause.lemmas) & verbs) or any(
        t.lemma_.lower() in nouns and t.pos_ in {"NOUN", "PROPN"} for t in clause.tokens
    )


def _is_single_country(scene: Scene, clauses: list[Clause]) -> bool:
    """Whether one country, person or other body promises, or has promised to it."""
    for clause in clauses:
        for a in arguments(clause):
            name = name_of(scene, a.token) if a.role in {"subject", "agent"} else None
            if name is None:
                continue
            countries = [
                i
                for i in name.ids("name", "demonym", "metonym", "adjective")
                if scene.lexicon.is_country(i) or scene.lexicon.is_person(i)
            ]
            if countries:
                return True
    return False


def _candidates(scene: Scene) -> tuple[str, ...]:
    """The pledges that the sentence may mean: named, dated or placed ones, else the last."""
    rules = scene.lexicon.rulebase.pledges.values()
    made = [rule for rule in rules if _first_day(rule) <= scene.context.date]
    units = {_UNITS.get(q.quantity.unit) for q in scene.quantities}
    made = [
        rule
        for rule in made
        if not units - {None}
        or units & {p.unit for p in rule.parts}
        or {p.unit for p in rule.parts} & {"percent-of-defence"}
        and "percent-of-gdp" in units
    ]
    by_place = [rule for rule in made if _is_placed(scene, rule) or _is_named(scene, rule)]
    by_year = [rule for rule in made if _is_dated(scene, rule)]
    if by_place:
        return tuple(rule.id for rule in by_place)
    if by_year:
        return tuple(rule.id for rule in by_year)
    if _other_place(scene) or not _speaks_of_allies(scene):
        return ()
    shares = [rule for rule in made if any(p.unit == "percent-of-gdp" for p in rule.parts)]
    newest = max(shares, key=_first_day, default=None)
    return (newest.id,) if newest is not None else ()


def _first_day(rule: Pledge) -> dt.date:
    stamps = rule.made if isinstance(rule.made, list) else [rule.made]
    return min(period_of(stamp).start for stamp in stamps)


def _is_placed(scene: Scene, rule: Pledge) -> bool:
    places = {fold(place).lower() for place in rule.places}
    return any(
        fold(name.text).lower() in places
        for name in scene.names
        if _is_setting(scene, scene.root_of(name))
    )


def _is_setting(scene: Scene, token: "Token") -> bool:
    """Whether a place is where something is decided, not who decides."""
    if token.dep_ == "pobj":
        return token.head.lower_ in {"in", "at", "from", "of"}
    return token.dep_ in {"compound", "amod", "nmod", "poss"}


def _is_named(scene: Scene, rule: Pledge) -> bool:
    text = fold(scene.doc.text).lower()
    return any(fold(name).lower() in text for name in rule.names)


def _is_dated(scene: Scene, rule: Pledge) -> bool:
    stamps = rule.made if isinstance(rule.made, list) else [rule.made]
    days = [period_of(stamp) for stamp in stamps]
    return any(
        found.relation == "in" and any(day.overlaps(found.period) for day in days)
        for found in scene.periods
    )


def _other_place(scene: Scene) -> bool:
    """Whether the sentence sets its pledge at a summit place of no pledge."""
    actors = scene.lexicon.rulebase.actors
    return any(
        _is_setting(scene, scene.root_of(name))
        for name in scene.names
        if any(actors[i].type == "place" for i in name.ids("name") if i in actors)
    )


def _speaks_of_allies(scene: Scene) -> bool:
    groups = scene.lexicon.rulebase.groups
    bodies = {b for rule in scene.lexicon.rulebase.pledges.values() for b in rule.by}
    for name in scene.names:
        ids = set(name.ids("name")) | {o for i in name.ids("group") for o in groups[i].all_of}
        if ids & bodies:
            return True
    others = {
        i for name in scene.names for i in name.ids("name") if scene.lexicon.is_organisation(i)
    }
    return not others and bool(scene.context.organisations & bodies)


def _numbers(scene: Scene) -> tuple[PledgeNumber, ...]:
    found = [q for q in scene.quantities if q.quantity.unit in _UNITS]
    return tuple(
        PledgeNumber(
            q.quantity.interval, q.quantity.value, _UNITS[q.quantity.unit], _words(scene, found, i)
        )
        for i, q in enumerate(found)
    )


def _words(scene: Scene, found: list[FoundQuantity], index: int) -> tuple[str, ...]:
    """The words that say what a number is for: from it to the next number or clause end.

    A number that is the goal of "raise … to" takes the words before it.
    """
    here = found[index]
    before = scene.doc.text[: here.start].rstrip()
    if before.endswith(" to") or before.endswith(" at"):
        start = found[index - 1].end if index else 0
        return _lemmas(scene, start, here.start)
    end = found[index + 1].start if index + 1 < len(found) else len(scene.doc.text)
    return _lemmas(scene, here.end, end)


def _lemmas(scene: Scene, start: int, end: int) -> tuple[str, ...]:
    return tuple(t.lemma_.lower() for t in scene.doc if start <= t.idx < end and not t.is_punct)


def _deadline(scene: Scene) -> Period | None:
    """ "by 2035", "until 2035 to get there", "the 2024 deadline"."""
    marks = scene.lexicon.words("deadline nouns")
    for found in scene.periods:
        if found.period.grain != "year" or _near(scene, found.start, "review words"):
            continue
        root = scene.root_of(found)
        attributive = root.head.lemma_.lower() in marks and root.dep_ != "pobj"
        if found.relation in {"by", "until"} or attributive:
            return found.period
    return None


def _review(scene: Scene) -> Period | None:
    for found in scene.periods:
        if found.period.grain == "year" and _near(scene, found.start, "review words"):
            return found.period
    return None


def _near(scene: Scene, offset: int, use: str) -> bool:
    words = scene.lexicon.words(use)
    before = [t for t in scene.doc if t.idx < offset]
    return any(t.lemma_.lower() in words for t in before[-7:])


def _made(scene: Scene) -> When | None:
    """The time at which it was promised: the past period that is no deadline."""
    past = [
        found
        for found in scene.periods
        if found.relation == "in"
        and found.period.start <= scene.context.date
        and not _near(scene, found.start, "review words")
    ]
    return When(past[0].period, "in") if len(past) == 1 else None


def _places(scene: Scene) -> tuple[str, ...]:
    actors = scene.lexicon.rulebase.actors
    return tuple(
        name.text
        for name in scene.names
        if any(actors[i].type in {"place"} for i in name.ids("name") if i in actors)
        and _is_setting(scene, scene.root_of(name))
    )


def _extent(scene: Scene, clauses: list[Clause]) -> Place:
    places = [place_of(clause.tokens) for clause in clauses]
    spans = [Place(q.start, q.end) for q in scene.quantities if q.quantity.unit in _UNITS]
    everything = [*places, *spans]
    return Place(min(p.start for p in everything), max(p.end for p in everything))
