"""Membership by apposition: "Norway, a NATO member since 1949", "NATO's newest ally, Sweden",
"NATO member Norway"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from natocheck.claims.clauses import Clause, clause_of
from natocheck.claims.kinds.base import UNASSERTED, Proposal, claim_at, place_of
from natocheck.claims.kinds.membership.bodies import (
    body_at,
    countries_among,
    is_member_noun,
    is_of_body,
)
from natocheck.claims.kinds.membership.lists import WHOLES, one_of_many, taken_together
from natocheck.claims.kinds.membership.standing import belongs, standing_of
from natocheck.claims.phrases import coordinated, countries_of
from natocheck.claims.scene import Scene
from natocheck.model.claims import Belongs, Claim

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def by_apposition(
    scene: Scene, clauses: tuple[Clause, ...], found: list[Proposal]
) -> Iterator[Proposal]:
    """ "Norway, a NATO member since 1949", "NATO's newest ally, Sweden", "NATO member Norway".

    ``found`` are the claims that the clauses make.
    """
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
        if standing is None or standing.several or "asked" in clause.stance:
            continue
        if standing.body.assumed and standing.order is None:
            continue
        if {"conditional", "denied", "hedged"} & set(clause.stance):
            continue
        if clause.negated and _is_misread_predicate(noun):
            continue
        members = countries_of(scene, country)
        statement = belongs(members, standing, "is", False, standing.when)
        if not any(_names_body(scene, t) for t in (*noun.subtree, *token.subtree)):
            # "Turkey, a member since 1952, is not in the EU": of which body is not said.
            statement = _of_joining(msgspec.structs.replace(statement, assumed=True), found)
        place = place_of([country, *noun.subtree] if token == noun else [token, noun])
        yield claim_at(scene, "membership", place, statement, clause)


def _of_joining(said: Belongs, found: list[Proposal]) -> Belongs:
    """ "Finland, the 31st member, joined in 2023": the rank is of what was joined then.

    So is the founding in "Spain, a founding member, joined NATO in 1982".
    """
    told = [c.statement for c in found if isinstance(c, Claim)]
    joined = [
        each
        for each in told
        if isinstance(each, Belongs) and each.mode == "joined" and each.members == said.members
    ]
    dated = [each for each in joined if each.when is not None and not each.negated]
    if said.when is not None or len(dated) != 1:
        return said
    if said.founder and not dated[0].assumed:
        return msgspec.structs.replace(said, organisation=dated[0].organisation, assumed=False)
    if said.order is None:
        return said
    return msgspec.structs.replace(
        said, organisation=dated[0].organisation, when=dated[0].when, mode="joined"
    )


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
        owned = noun.dep_ == "appos" and is_of_body(scene, noun)
        fits = is_member_noun(scene, named) or (
            (ranked or owned or named != noun)
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
        statement = belongs(members, standing, "is", False, standing.when)
        yield claim_at(scene, "membership", place_of([*countries, noun]), statement, clause)
