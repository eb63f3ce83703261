"""Birthdays of what was founded: "KFOR turned twenty in June" dates its founding.

The year of a birthday less the age is the year of the event; where something turns so old,
day and month stay.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in, is_asserted
from natocheck.claims.kinds.event.cues import clause_cues
from natocheck.claims.kinds.event.identity import ids_of
from natocheck.claims.kinds.event.matching import match
from natocheck.claims.kinds.event.slots import each_of, places
from natocheck.claims.kinds.event.statements import of_noun
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.phrases import arguments, noun_arguments
from natocheck.claims.scene import Scene
from natocheck.claims.times import when_of
from natocheck.model.claims import Happened, When
from natocheck.model.values import Period
from natocheck.rulebase.lookup import earliest

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def jubilees(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """The founding dates that the sentence's birthdays imply."""
    for clause in clauses if scene.quantities else ():
        if not is_asserted(clause) or clause.negated:
            continue
        turned = _turned(scene, clause)
        found = turned or _celebrated(scene, clause)
        when, clear = when_of(scene, clause)
        if found is None or when is None or not clear or when.relation != "in":
            continue
        # A birthday may be celebrated months late: only its year tells that of the founding.
        told = when.period if turned else _whole_year(when.period)
        born = _born(told, int(found[1].quantity.value))
        events = _foundings(scene, found[0])
        if born is not None and events:
            yield claim_in(scene, "event", clause, Happened(events=events, when=When(born)))


def jubilee_meetings(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """The year of a meeting at which a birthday was kept: "marked its 70th at the London summit"
    says that a summit met there when so many years had passed."""
    for clause in clauses if scene.quantities else ():
        found = _celebrated(scene, clause) if is_asserted(clause) and not clause.negated else None
        year = _year_of(scene, found) if found is not None else None
        if found is None or year is None:
            continue
        for argument in arguments(clause):
            if argument.role in {"at", "during"} and argument.token.pos_ == "NOUN":
                yield from _met(scene, clause, argument.token, found[0], year, clauses)


def _year_of(scene: Scene, found: tuple[set[str], FoundQuantity]) -> Period | None:
    """The year of the birthday, by the only founding of what has it."""
    ids, age = found
    known = scene.lexicon.rulebase.events
    years = {
        earliest(row.date).year for event in _foundings(scene, ids) for row in known[event].rows
    }
    if len(years) != 1:
        return None
    year = years.pop() + int(age.quantity.value)
    return Period(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def _met(
    scene: Scene,
    clause: Clause,
    noun: "Token",
    ids: set[str],
    year: Period,
    clauses: tuple[Clause, ...],
) -> Iterator[Proposal]:
    there = tuple(a for a in arguments(clause) if a.role == "in")
    meeting = of_noun(scene, noun, clauses)
    meeting = replace(meeting, others=(*meeting.others, *there))
    where = places(scene, meeting, [])
    rules = scene.lexicon.event_cues.rules_for(meeting.cues, scene.vocabulary, is_verb=False)
    own = [r for r in rules if r.closed and ids & {i for a in r.actors for i in each_of(a)}]
    surely = [r for r in own if match(scene, meeting, r) == "surely"]
    if where and surely:
        events = tuple(rule.id for rule in surely)
        yield claim_in(
            scene, "event", clause, Happened(events=events, when=When(year), places=where)
        )


def _turned(scene: Scene, clause: Clause) -> tuple[set[str], FoundQuantity] | None:
    """ "KFOR turned twenty", "the alliance turns 75"."""
    if not clause_cues(clause, scene.lexicon).keys() & scene.lexicon.words("ageing verbs"):
        return None
    ages = [
        q
        for q in scene.quantities
        if q.quantity.unit in {"count", "year"} and scene.root_of(q).head in clause.chain
    ]
    who = [a.token for a in arguments(clause) if a.role == "subject"]
    return _of_one(scene, who, ages)


def _celebrated(scene: Scene, clause: Clause) -> tuple[set[str], FoundQuantity] | None:
    """ "NATO marked its 70th anniversary", "KFOR's 25th birthday fell on"."""
    words = scene.lexicon.words("birthday nouns")
    if clause.chain[-1].lemma_.lower() not in clause_cues(clause, scene.lexicon):
        return None  # "wanted to celebrate"
    for noun in (t for t in clause.tokens if t.lemma_.lower() in words):
        ages = [
            q
            for q in scene.quantities
            if q.quantity.unit == "ordinal" and scene.root_of(q).head == noun
        ]
        inner = noun_arguments(noun)
        who = [a.token for a in inner if a.role in {"owner", "of"}]
        return _of_one(scene, who, ages)
    return None


def _of_one(
    scene: Scene, who: list["Token"], ages: list[FoundQuantity]
) -> tuple[set[str], FoundQuantity] | None:
    ids = {i for token in who for i in ids_of(scene, token)}
    return (ids, ages[0]) if ids and len(ages) == 1 else None


def _whole_year(period: Period) -> Period:
    start, end = period.start.replace(month=1, day=1), period.end.replace(month=12, day=31)
    return Period(start, end, "year")


def _born(period: Period, age: int) -> Period | None:
    try:
        start = period.start.replace(year=period.start.year - age)
        end = period.end.replace(year=period.end.year - age)
    except ValueError:  # 29 February
        return None
    return Period(start, end, period.grain)


def _foundings(scene: Scene, ids: set[str]) -> tuple[str, ...]:
    births = scene.lexicon.index.births
    return tuple(sorted(event for id in ids for event in births.get(id, ())))
