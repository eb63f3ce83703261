"""Claims about what the allies promised: numbers, what they are for, by when, where.

A sentence makes at most one such claim. A bare "2 percent target" by which a country is
measured is a yardstick and none.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from natocheck.claims.clauses import Clause, clause_of
from natocheck.claims.kinds.base import UNASSERTED, Place, Proposal, claim_at, passed, place_of
from natocheck.claims.kinds.pledge.cues import is_pledge_noun
from natocheck.claims.kinds.pledge.links import link_of, rests_on_pledge
from natocheck.claims.kinds.pledge.numbers import loose_rates, numbers_of
from natocheck.claims.kinds.pledge.parties import meets_elsewhere
from natocheck.claims.kinds.pledge.settings import Hints, candidates, due_after, places_of
from natocheck.claims.kinds.pledge.years import (
    deadline_of,
    duration_of,
    is_yet_to_come,
    made_of,
    review_of,
)
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.model.claims import Promised, When

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_YEAR = re.compile(r"20[2-4]\d$")


def propose(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """The claim of a pledge in a sentence, or why it makes none."""
    read = numbers_of(scene)
    hints = Hints(
        numbers=tuple(number for _, number in read),
        made=made_of(scene),
        deadline=deadline_of(scene),
        review=review_of(scene),
        places=places_of(scene),
    )
    anchors = [scene.root_of(found) for found, _ in read] or _pledge_nouns(scene)
    if not anchors and (hints.review or hints.deadline):
        anchors = [scene.root_of(place) for place in hints.places]
    if not anchors:
        return
    making = list(dict.fromkeys(clause_of(anchor, clauses) for anchor in anchors))
    reason = _silence(scene, hints, anchors, making)
    pledges = candidates(scene, hints) if reason is None else ()
    if not pledges:
        yield passed("pledge", making[0], reason or "it is not clear which pledge is meant")
        return
    statement = Promised(
        pledges=pledges,
        numbers=hints.numbers,
        when=When(hints.made) if hints.made is not None else None,
        places=tuple(name.text for name in hints.places),
        deadline=hints.deadline or due_after(scene, pledges, duration_of(scene)),
        review=hints.review,
    )
    claim = claim_at(scene, "pledge", _extent(making, [f for f, _ in read]), statement, making[0])
    taken = [found for found, _ in read]
    loose = [q.quantity.text for q in loose_rates(scene) if q not in taken]
    yield replace(claim, partial=tuple(loose), unread=_loose_years(scene))


def _loose_years(scene: Scene) -> tuple[str, ...]:
    """ "The deadline is 2030": a year that was read as no time."""
    return tuple(t.text for t in scene.doc if _YEAR.match(t.text) and t.i not in scene.period_at)


def _pledge_nouns(scene: Scene) -> list["Token"]:
    """Pledges that a sentence speaks of without a number, none of them another's."""
    nouns = [token for token in scene.doc if is_pledge_noun(scene, token)]
    return [noun for noun in nouns if link_of(scene, noun) is not None]


def _silence(
    scene: Scene, hints: Hints, anchors: list["Token"], making: list[Clause]
) -> str | None:
    if any(UNASSERTED & _stances(scene, clause) or clause.negated for clause in making):
        return "it is not asserted"
    if meets_elsewhere(scene):
        return "it was promised at a meeting of another body"
    if is_yet_to_come(scene):
        return "it is told of a time that is yet to come"
    told = [each for each in (hints.made, hints.deadline, hints.review, *hints.places) if each]
    if not hints.numbers and told == list(hints.places):
        return "nothing is said of the pledge that is named"
    if not told and all(link_of(scene, anchor) == "noun" for anchor in anchors):
        return "a pledge is named as a yardstick only"
    return None


def _stances(scene: Scene, clause: Clause) -> set[str]:
    """The stances of a clause and those that govern it.

    "Would" after "they agreed that" is the past of "will", no hedge; what allies must do
    under a pledge is no demand.
    """
    found: set[str] = set(clause.stance)
    if _is_past_future(scene, clause):
        found -= {"hedged"}
    if any(rests_on_pledge(scene, verb) for verb in clause.chain):
        found -= {"opinion"}
    if clause.chain[0].lemma_.lower() in scene.lexicon.words("duty participles"):
        found -= {"hedged", "future"}
    while clause.parent is not None:
        clause = clause.parent
        found |= set(clause.stance) & {"denied", "asked", "conditional", "opinion"}
    return found


def _is_past_future(scene: Scene, clause: Clause) -> bool:
    would = any(t.lower_ == "would" for verb in clause.chain for t in verb.children)
    parent = clause.parent
    promised = scene.lexicon.words("pledge verbs")
    return would and parent is not None and parent.past and bool(set(parent.lemmas) & promised)


def _extent(making: list[Clause], found: list[FoundQuantity]) -> Place:
    places = [place_of(clause.tokens) for clause in making]
    places += [Place(one.start, one.end) for one in found]
    return Place(min(p.start for p in places), max(p.end for p in places))
