"""Membership by copula: "Austria is not in NATO", "Norway became a member in 1949"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in, passed
from natocheck.claims.kinds.membership.actual import is_actual
from natocheck.claims.kinds.membership.bodies import countries_among
from natocheck.claims.kinds.membership.joiners import denies_subject, subject_beside
from natocheck.claims.kinds.membership.lists import companions, listed_between
from natocheck.claims.kinds.membership.moments import time_of
from natocheck.claims.kinds.membership.pairs import each_pair, paired
from natocheck.claims.kinds.membership.predicates import further_bodies, predicate_of
from natocheck.claims.kinds.membership.standing import Standing, belongs, standing_of
from natocheck.claims.phrases import arguments, countries_of
from natocheck.claims.scene import Scene
from natocheck.model.claims import Belongs, When

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def by_copula(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """The claim of a clause that says what a country is, becomes, stays or belongs to."""
    lexicon = scene.lexicon
    if clause.head.lemma_.lower() not in lexicon.words("belonging verbs"):
        return
    read = _who_and_how(scene, clause)
    if read is None:
        return
    members, standing = read
    if not is_actual(scene, clause, clause.head, clauses):
        yield passed("membership", clause, "it is not asserted")
        return
    negated = clause.negated != denies_subject(clause)
    pairs = paired(scene, clause)
    if pairs or standing.several:
        mode = "joined" if clause.head.lemma_ == "become" else "is"
        base = belongs(members, standing, mode, negated, None)
        yield from each_pair(scene, clause, base, pairs)
        return
    when, clear = time_of(scene, clause, clauses)
    if not clear or (standing.wave and when is None):
        yield passed("membership", clause, "its time is not clear")
        return
    if standing.founder or standing.wave:
        members = tuple(dict.fromkeys((*members, *companions(scene, clause))))
    begins = clause.head.lemma_ == "become" or standing.wave or _begins(standing, when)
    statement = belongs(members, standing, "joined" if begins else "is", negated, when)
    yield from _for_each_body(scene, clause, statement)


def _for_each_body(scene: Scene, clause: Clause, statement: Belongs) -> Iterator[Proposal]:
    """The claim of the organisation named first, and without a time of those beside it."""
    unread = _unread(scene, clause)
    yield claim_in(scene, "membership", clause, statement, unread)
    for body in further_bodies(scene, clause) if statement.when is None else []:
        further = msgspec.structs.replace(statement, organisation=body)
        yield claim_in(scene, "membership", clause, further, unread)


def _begins(standing: Standing, when: When | None) -> bool:
    """ "Was the 32nd country to join, in March 2024": the day is that of the joining."""
    return standing.order is not None and when is not None and when.relation == "in"


def _who_and_how(scene: Scene, clause: Clause) -> tuple[tuple[str, ...], Standing] | None:
    found = arguments(clause)
    subjects = subject_beside(clause) or [a.token for a in found if a.role == "subject"]
    attributes = [a.token for a in found if a.role == "attribute"]
    members = countries_among(scene, subjects) or _listed(scene, clause, subjects)
    if members and not _hides_subject(scene, subjects):
        standing = predicate_of(scene, clause)
        return (members, standing) if standing is not None else None
    named = countries_among(scene, attributes)
    inherited = [a.token for a in found if a.role in {"subject", "object"}]
    for subject in dict.fromkeys([*subjects, *inherited]):
        standing = standing_of(scene, subject)
        if standing is not None and named and (standing.newest or standing.order):
            return named, standing
    return None


def _listed(scene: Scene, clause: Clause, subjects: "list[Token]") -> tuple[str, ...]:
    """The countries of "four EU states, Austria, Cyprus, Ireland and Malta, stay outside"."""
    counted = [s for s in subjects if any(c.i in scene.quantity_at for c in s.lefts)]
    nouns = scene.lexicon.words("member nouns")
    if len(counted) != 1 or counted[0].lemma_.lower() not in nouns:
        return ()
    return listed_between(scene, counted[0], clause.head)


def _hides_subject(scene: Scene, subjects: "list[Token]") -> bool:
    """Whether one of the subjects is no country: "the minister of Norway and Sweden"."""
    return any(
        not countries_of(scene, t)
        and t.pos_ in {"NOUN", "PROPN"}
        and t.i not in scene.period_at
        and t.lemma_.lower() not in scene.lexicon.words("member nouns")
        for t in subjects
    )


def _unread(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Words such as "fully" or "technically" may make it another statement."""
    odd = scene.lexicon.words("softening adverbs")
    return tuple(t.text for t in clause.head.children if t.lower_ in odd)
