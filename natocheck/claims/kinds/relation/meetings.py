"""Meetings at a seat: "ministers gathered at NATO headquarters in Brussels".

Those who govern an organisation meet at its seat, so a city named beside it is said to
be where that is. Others may be at one of its many headquarters.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.event.cues import clause_cues
from natocheck.claims.phrases import arguments, organisations_of
from natocheck.claims.scene import Scene
from natocheck.claims.times import when_of
from natocheck.model.claims import Related
from natocheck.model.facts import Relation

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def misplaced_seats(scene: Scene, clause: Clause, rule: Relation) -> Iterator[Related]:
    """Pairs of an organisation and the city where its governors are said to meet.

    Only those that the rule has for nobody: the right one says nothing of the meeting.
    """
    words = scene.lexicon
    found = arguments(clause)
    who = {a.token.lemma_.lower() for a in found if a.role == "subject"}
    meets = clause_cues(clause, words).keys() & words.words("meeting verbs")
    if not meets or not who & words.words("gathering nouns"):
        return
    nouns = {noun for said in rule.said for noun in said.nouns}
    known = {row.object for row in rule.rows} | words.words("other seats")
    when, clear = when_of(scene, clause)
    seats = [a.token for a in found if a.role == "at" and a.token.lower_ in nouns]
    for seat in (t for t in seats if clear and not _is_one_of_many(t)):
        owners = [i for c in seat.children for i in organisations_of(scene, c)]
        for city in _cities_in(scene, seat):
            if len(owners) == 1 and city not in known:
                yield Related(relation=rule.id, subject=owners[0], object=city, when=when)


def _is_one_of_many(noun: "Token") -> bool:
    return any(child.tag_ == "DT" and child.lower_ != "the" for child in noun.children)


def _cities_in(scene: Scene, noun: "Token") -> Iterator[str]:
    for token in (t for prep in noun.children if prep.lower_ == "in" for t in prep.children):
        name = scene.name_at.get(token.i)
        for identity in name.ids("name") if name is not None else ():
            actor = scene.lexicon.actor(identity)
            if actor is not None and actor.type == "place":
                yield identity
