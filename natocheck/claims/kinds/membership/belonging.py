"""Membership by copula and apposition: "Austria is not in NATO", "Norway, a NATO member"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from natocheck.claims.clauses import Clause, clause_of
from natocheck.claims.kinds.base import UNASSERTED, Proposal, claim_at, claim_in, passed, place_of
from natocheck.claims.kinds.membership.bodies import (
    Body,
    body_at,
    body_of,
    countries_among,
    is_member_noun,
)
from natocheck.claims.kinds.membership.entering import denies_subject, is_actual, subject_beside
from natocheck.claims.kinds.membership.founding import wave_body
from natocheck.claims.kinds.membership.lists import (
    WHOLES,
    companions,
    listed_between,
    one_of_many,
    taken_together,
)
from natocheck.claims.kinds.membership.moments import time_of
from natocheck.claims.kinds.membership.standing import Standing, standing_of
from natocheck.claims.phrases import arguments, coordinated, countries_of
from natocheck.claims.scene import Scene
from natocheck.model.claims import Belongs, When

if TYPE_CHECKING:
    from spacy.tokens import Token


# "At NATO's table" is inside, "at NATO" is a place.
_TABLES = {"at", "around", "under"}


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
    when, clear = time_of(scene, clause, clauses)
    if not clear:
        yield passed("membership", clause, "its time is not clear")
        return
    if standing.wave and when is None:
        yield passed("membership", clause, "it is not said when the wave was")
        return
    if standing.founder or standing.wave:
        members = tuple(dict.fromkeys((*members, *companions(scene, clause))))
    begins = clause.head.lemma_ == "become" or standing.wave or _begins(standing, when)
    mode = "joined" if begins else "is"
    negated = clause.negated != denies_subject(clause)
    statement = _belongs(members, standing, mode, negated, when)
    unread = _unread(scene, clause)
    yield claim_in(scene, "membership", clause, statement, unread)
    for body in _further_bodies(scene, clause) if when is None else []:
        further = msgspec.structs.replace(statement, organisation=body)
        yield claim_in(scene, "membership", clause, further, unread)


def _further_bodies(scene: Scene, clause: Clause) -> list[str]:
    """ "belongs to NATO and the EU", "is in neither NATO nor the EU": the second one."""
    preps = [t for t in clause.head.children if t.dep_ == "prep"]
    things = [thing for prep in preps for thing in _objects(prep) if body_at(scene, thing)]
    joints = {"or", "nor"} if clause.negated else {"and"}
    joined = [t for t in things if {c.lower_ for c in t.children if c.dep_ == "cc"} <= joints]
    others = [t for thing in joined for t in coordinated(thing) if not _is_set_apart(t)]
    return [body for t in others if (body := body_at(scene, t)) is not None]


def _is_set_apart(token: "Token") -> bool:
    """ "and not NATO": denied on its own."""
    return any(t.dep_ == "neg" or t.lower_ == "not" for t in token.lefts)


def _begins(standing: Standing, when: When | None) -> bool:
    """ "Was the 32nd country to join, in March 2024": the day is that of the joining."""
    return standing.order is not None and when is not None and when.relation == "in"


def _who_and_how(scene: Scene, clause: Clause) -> tuple[tuple[str, ...], Standing] | None:
    found = arguments(clause)
    subjects = subject_beside(clause) or [a.token for a in found if a.role == "subject"]
    attributes = [a.token for a in found if a.role == "attribute"]
    members = countries_among(scene, subjects) or _listed(scene, clause, subjects)
    if members and not _hides_subject(scene, subjects):
        standing = _predicate(scene, clause, attributes)
        return (members, standing) if standing is not None else None
    named = countries_among(scene, attributes)
    for subject in subjects:
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


def predicate_of(scene: Scene, clause: Clause) -> Standing | None:
    """What a clause says that its subject is or is in, whoever the subject is."""
    attributes = [a.token for a in arguments(clause) if a.role == "attribute"]
    return _predicate(scene, clause, attributes)


def _predicate(scene: Scene, clause: Clause, attributes: "list[Token]") -> Standing | None:
    for token in attributes:
        many = one_of_many(token)
        standing = standing_of(scene, token if many is None else many)
        if standing is not None:
            return standing
        if token.lemma_.lower() == "part":
            body = _part_of(scene, token)
            if body is not None:
                return Standing(body)
    if attributes and not _is_place(clause):
        return None
    for prep in clause.head.children:
        standing = _among(scene, prep)
        if standing is not None:
            return standing
    return _inside_or_outside(scene, clause)


def _among(scene: Scene, prep: "Token") -> Standing | None:
    """ "Was among the founders", "was in the first wave of enlargement"."""
    many = one_of_many(prep)
    if many is not None:
        standing = standing_of(scene, many)
        return standing if standing is not None and standing.founder else None
    things = [t for t in prep.children if t.dep_ == "pobj"] if prep.lower_ == "in" else []
    body = next((b for t in things if (b := wave_body(scene, t)) is not None), None)
    return Standing(body, wave=True) if body is not None else None


def _part_of(scene: Scene, token: "Token") -> Body | None:
    things = [t for p in token.children if p.lower_ == "of" for t in p.children]
    return next((body for t in things if (body := body_of(scene, t)) is not None), None)


def _is_place(clause: Clause) -> bool:
    return clause.head.lemma_ in {"remain", "stay"}


def _inside_or_outside(scene: Scene, clause: Clause) -> Standing | None:
    lexicon = scene.lexicon
    for prep in clause.head.subtree:
        if prep.head != clause.head and prep.head.dep_ not in {"advmod", "acomp"}:
            continue
        words = _preposition(prep)
        if words not in lexicon.words("outside prepositions") | lexicon.words(
            "inside prepositions"
        ):
            continue
        if f"{clause.head.lemma_.lower()} {words}" in lexicon.words("wishes of belonging"):
            continue
        for thing in _objects(prep):
            body = body_of(scene, thing)
            if words in _TABLES and body_at(scene, thing) is not None:
                continue
            if body is not None:
                return Standing(body, negated=words in lexicon.words("outside prepositions"))
    return None


def _preposition(token: "Token") -> str:
    nested = next((c.lower_ for c in token.children if c.dep_ == "prep"), "")
    return f"{token.lower_} {nested}".strip()


def _objects(prep: "Token") -> "list[Token]":
    found = [t for t in prep.children if t.dep_ == "pobj"]
    return found or [t for c in prep.children if c.dep_ == "prep" for t in _objects(c)]


def _belongs(
    members: tuple[str, ...], standing: Standing, mode: str, negated: bool, when: When | None
) -> Belongs:
    return Belongs(
        members=members,
        organisation=standing.body.id,
        mode=mode,  # type: ignore[arg-type]
        negated=negated != standing.negated,
        when=when,
        order=standing.order,
        newest=standing.newest,
        founder=standing.founder,
        assumed=standing.body.assumed,
    )


def _unread(scene: Scene, clause: Clause) -> tuple[str, ...]:
    """Words such as "fully" or "technically" may make it another statement."""
    odd = scene.lexicon.words("softening adverbs")
    return tuple(t.text for t in clause.head.children if t.lower_ in odd)


def by_apposition(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """ "Norway, a NATO member since 1949", "NATO's newest ally, Sweden", "NATO member Norway"."""
    yield from _of_all(scene, clauses)
    for token in scene.doc:
        if token.dep_ not in {"appos", "compound", "nmod"}:
            continue
        pair = _country_and_noun(scene, token)
        if pair is None:
            continue
        country, noun = pair
        many = one_of_many(noun)
        standing = standing_of(scene, noun if many is None else many)
        clause = clause_of(token, clauses)
        if standing is None or "asked" in clause.stance:
            continue
        if standing.body.assumed and standing.order is None:
            continue
        if {"conditional", "denied", "hedged"} & set(clause.stance):
            continue
        if clause.negated and _is_misread_predicate(noun):
            continue
        members = countries_of(scene, country)
        statement = _belongs(members, standing, "is", False, standing.when)
        if not any(_names_body(scene, t) for t in (*noun.subtree, *token.subtree)):
            # "Turkey, a member since 1952, is not in the EU": of which body is not said.
            statement = msgspec.structs.replace(statement, assumed=True)
        place = place_of([country, *noun.subtree] if token == noun else [token, noun])
        yield claim_at(scene, "membership", place, statement, clause)


def _is_misread_predicate(noun: "Token") -> bool:
    """ "In no way is Norway a member": the parser took what it is for its apposition."""
    return noun.dep_ == "appos" and noun.left_edge.nbor(-1).text != ","


def _names_body(scene: Scene, token: "Token") -> bool:
    name = scene.name_at.get(token.i)
    return body_at(scene, token) is not None or (name is not None and bool(name.ids("group")))


def _nearest(country: "Token", noun: "Token") -> "Token":
    """Of coordinated countries the last before the noun: "Ireland and Norway, a founder"."""
    between = [t for t in coordinated(country) if country.i < t.i < noun.left_edge.i]
    return between[-1] if between and noun.tag_ not in {"NNS", "NNPS"} else country


def _country_and_noun(scene: Scene, token: "Token") -> "tuple[Token, Token] | None":
    for country, noun in ((token.head, token), (token, token.head)):
        own = scene.name_at.get(country.i)
        if own is None or not countries_of(scene, country) or country.dep_ == "poss":
            continue
        if (own.ids("adjective", "group") and not own.ids("name")) or (
            country == noun.head and noun.dep_ == "conj"
        ):
            continue
        if country.i < noun.i and any(t.lower_ in WHOLES for t in noun.lefts):
            continue
        named = one_of_many(noun) or noun
        ranked = noun.dep_ == "appos" and any(c.dep_ in {"relcl", "acl"} for c in noun.rights)
        fits = is_member_noun(scene, named) or (
            (ranked or named != noun)
            and named.lemma_.lower() in scene.lexicon.words("member nouns")
        )
        if fits and (noun == token or token.dep_ == "appos"):
            nearest = _nearest(country, noun)
            return (nearest, noun) if countries_of(scene, nearest) else None
    return None


def _of_all(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """ "Estonia, Latvia and Lithuania, all of them NATO members since 2004"."""
    for noun in scene.doc:
        if noun.tag_ not in {"NNS", "NNPS"} or not is_member_noun(scene, noun):
            continue
        countries = taken_together(scene, noun)
        members = countries_among(scene, countries)
        standing = standing_of(scene, noun) if members else None
        clause = clause_of(noun, clauses)
        if standing is None or standing.body.assumed or UNASSERTED & set(clause.stance):
            continue
        statement = _belongs(members, standing, "is", False, standing.when)
        yield claim_at(scene, "membership", place_of([*countries, noun]), statement, clause)
