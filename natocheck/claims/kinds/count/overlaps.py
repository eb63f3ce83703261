"""Sets over two organisations: "23 of the EU's 27 are in NATO", "every Nordic country is"."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in
from natocheck.claims.kinds.count.described import Described, described
from natocheck.claims.kinds.count.parts import Part, part_of
from natocheck.claims.kinds.membership.actual import is_actual
from natocheck.claims.kinds.membership.bodies import body_at
from natocheck.claims.kinds.membership.founding import founders_of
from natocheck.claims.kinds.membership.predicates import further_bodies, predicate_of
from natocheck.claims.phrases import countries_of
from natocheck.claims.scene import Scene
from natocheck.claims.times import one_time, periods_in
from natocheck.model.claims import GroupSize, When

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_PARTITIVES = {"of", "among", "amongst"}
_LINKS = _PARTITIVES | {"but", "except", "in"}


@dataclass(frozen=True)
class Predicate:
    """The groups that a subject is said to be in, or ``outside`` of; ``lasting``: whoever
    once was in it always is, as a founder."""

    groups: tuple[str, ...]
    outside: bool
    lasting: bool = False


def overlaps(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """The claims that so many of one set are, or are not, in an organisation."""
    if clause.head.lemma_.lower() not in scene.lexicon.words("belonging verbs"):
        return
    said = _predicate(scene, clause)
    part = part_of(scene, clause) if said is not None else None
    when, clear = one_time(periods_in(scene, clause))
    if said is None or part is None or not clear or _is_long_ago(clause, said, when):
        return
    scope = _scope(scene, clause, said, clauses)
    if scope is None or scope.joined is not None:
        return
    if not scope.groups and not scope.narrowed:
        sole = len(clauses) == 1 and not _says_more(scene, clause)
        yield from _plain(scene, clause, said, part, when, sole=sole)
    elif scope.groups:
        open_part = replace(part, some=part.some or _says_more(scene, clause))
        for statement in _statements(scope, said, open_part, when):
            yield claim_in(scene, "count", clause, statement)


def _predicate(scene: Scene, clause: Clause) -> Predicate | None:
    standing = predicate_of(scene, clause)
    if standing is None or standing.body.assumed or not is_actual(scene, clause, clause.head):
        return None
    if standing.order or standing.several or standing.newest or standing.wave:
        return None
    outside = standing.negated != clause.negated
    if standing.founder:
        founders = founders_of(scene, standing.body)
        return Predicate((founders,), outside, lasting=True) if founders is not None else None
    bodies = dict.fromkeys((standing.body.id, *further_bodies(scene, clause)))
    return Predicate(tuple(bodies), outside)


def _is_long_ago(clause: Clause, said: Predicate, when: When | None) -> bool:
    """Whether it is told of some time in the past that is not named."""
    finite = [t for t in (clause.head, *clause.head.children) if t.tag_ == "VBD"]
    return bool(finite) and when is None and not said.lasting


def _says_more(scene: Scene, clause: Clause) -> bool:
    """ "Three EU members are in NATO and border Russia": it is of those who do both; the
    parser may take the second verb for a noun."""
    further = [t for t in clause.head.subtree if t.dep_ == "conj" and t.i > clause.head.i]
    return any(
        body_at(scene, t) is None and not any(c.dep_.startswith("nsubj") for c in t.children)
        for t in further
    )


def _scope(
    scene: Scene, clause: Clause, said: Predicate, clauses: tuple[Clause, ...]
) -> Described | None:
    """The set that the subject is of; None if it is none or the same as the predicate's."""
    for noun in _candidates(scene, clause):
        found = described(scene, noun, clauses)
        if found is not None and not (found.groups and found.groups == said.groups):
            return found
    return None


def _candidates(scene: Scene, clause: Clause) -> "Iterator[Token]":
    """The subject's nouns: "members" in "23 of the members", "of the 27 members, all …"."""
    for child in clause.head.children:
        if child.i > clause.head.i:
            continue
        if child.dep_ in {"nsubj", "nsubjpass"}:
            yield from _nouns_of(scene, child)
        elif child.dep_ == "prep":
            things = [t for t in child.children if t.dep_ == "pobj"]
            if child.lower_ not in _PARTITIVES:
                things = [t for t in things if t.i in scene.quantity_at]  # "over half of …"
            yield from (each for t in things for each in _nouns_of(scene, t))


def _nouns_of(scene: Scene, token: "Token") -> "Iterator[Token]":
    """A noun, and those that it is a part of: "23 of the", "all but four of the"; "but" may
    be parsed as a conjunction."""
    yield token
    words = scene.lexicon.words
    parts = words("part words") | words("majority words") | words("fewer than half")
    counted = token.i in scene.quantity_at or token.lower_ in parts
    if not counted and not countries_of(scene, token):
        return
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in _LINKS:
            things = [t for t in child.children if t.dep_ == "pobj"]
            yield from (each for t in things for each in _nouns_of(scene, t))
        elif child.dep_ == "conj" and child.i in scene.quantity_at:
            yield from _nouns_of(scene, child)


def _statements(
    scope: Described, said: Predicate, part: Part, when: When | None
) -> Iterator[GroupSize]:
    """One claim; one for each body where all are said to be in two."""
    inside = said.outside == part.rest
    each = [(g,) for g in said.groups] if not inside and len(said.groups) > 1 else [said.groups]
    for bodies in each:
        yield GroupSize(
            groups=(*scope.groups, *bodies) if inside else scope.groups,
            without=scope.without if inside else (*scope.without, *bodies),
            number=part.number,
            when=when,
            named=part.named,
            exhaustive=bool(part.named),
            percent=part.percent,
            assumed=part.listed,
            some=part.some,
        )


def _plain(
    scene: Scene, clause: Clause, said: Predicate, part: Part, when: When | None, *, sole: bool
) -> Iterator[Proposal]:
    """ "More than 30 countries belong to NATO": unless only some of them are meant, of whom
    a sentence says more than that. ``sole``: it says nothing else."""
    if part.number is not None and not (said.outside or part.rest or part.percent or part.named):
        alone = part.number.low == part.number.high and len(said.groups) == 1
        statement = GroupSize(
            groups=said.groups, number=part.number, when=when, assumed=alone and not sole
        )
        yield claim_in(scene, "count", clause, statement)
