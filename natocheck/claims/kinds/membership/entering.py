"""Membership by verb: "Finland joined NATO in 2023", "NATO admitted Croatia", and what
gaps add to them."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_at, claim_in, passed, place_of
from natocheck.claims.kinds.membership.actual import is_actual
from natocheck.claims.kinds.membership.adopting import doubts_of_sharing
from natocheck.claims.kinds.membership.alike import alike_in, joined_alike
from natocheck.claims.kinds.membership.bodies import Body, body_at, countries_among
from natocheck.claims.kinds.membership.joined import joined_body
from natocheck.claims.kinds.membership.joiners import denies_subject, members_in
from natocheck.claims.kinds.membership.lists import companions, likenesses
from natocheck.claims.kinds.membership.manner import unread
from natocheck.claims.kinds.membership.moments import Gap, cleft_of, find_gaps, time_of
from natocheck.claims.kinds.membership.orders import ordered, orders_in
from natocheck.claims.kinds.membership.pairs import body_in_pairs, each_pair, paired
from natocheck.claims.kinds.membership.standing import Standing, as_member
from natocheck.claims.kinds.membership.verbs import JoiningVerb, joining_verb
from natocheck.claims.phrases import Argument, arguments
from natocheck.claims.scene import Scene
from natocheck.model.claims import Belongs, JoinedApart, When
from natocheck.model.values import Interval

_AT_ONE_TIME = Interval(0.0, 31.0)  # days


@dataclass(frozen=True, eq=False)
class Entering:
    """What was read of a clause with a verb of membership."""

    verb: JoiningVerb
    found: list[Argument]
    gaps: tuple[Gap, ...]
    members: tuple[str, ...]
    body: Body | None
    standing: Standing | None


def by_verb(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """The claims of a clause with a verb of membership."""
    verb = joining_verb(scene, clause)
    if verb is None:
        return
    if not is_actual(scene, clause, verb.token, clauses):
        yield passed("membership", clause, "it is not asserted")
        return
    pairs = paired(scene, clause)
    read = _read(scene, clause, clauses, verb)
    body = read.body or body_in_pairs(pairs)
    if body is None or not read.members:
        yield passed("membership", clause, "no country or no organisation is named")
        return
    if pairs:
        base = _statement(read, body, clause, clauses, None)
        yield from each_pair(scene, clause, base, pairs)
        return
    when, clear = time_of(scene, clause, clauses, read.gaps)
    statement = _statement(read, body, clause, clauses, when)
    stays = when is not None and when.relation == "until" and not statement.negated
    if not clear or stays or (body.assumed and when is None and read.standing is None):
        yield passed("membership", clause, "its time is not clear")
        return
    yield from _said(scene, clause, read, statement)


def _read(scene: Scene, clause: Clause, clauses: tuple[Clause, ...], verb: JoiningVerb) -> Entering:
    gaps = find_gaps(scene, clause)
    found = _outside_gaps(arguments(clause), gaps)
    standing = as_member(scene, found)
    return Entering(
        verb=verb,
        found=found,
        gaps=gaps,
        members=members_in(scene, clause, found, verb.joiner),
        body=joined_body(scene, clause, verb, found, standing, clauses),
        standing=standing,
    )


def _said(scene: Scene, clause: Clause, read: Entering, statement: Belongs) -> Iterator[Proposal]:
    """The claim itself, the same with its companions, its comparisons, and its gaps."""
    words = unread(scene, read.verb, read.found)
    doubts = doubts_of_sharing(scene, read.verb.thing, statement.members, statement.when)
    orders = orders_in(scene, clause)
    beside = tuple(c for c in companions(scene, clause) if c not in statement.members)
    claim = claim_in(scene, "membership", clause, statement, words, doubts)
    likes = tuple(alike_in(scene, clause))
    partial = (
        *(f"together with {c}" for c in beside),
        *(o.text for o in orders),
        *(each.text for each in likes),
        *(f"like {c}" for c in likenesses(scene, clause)),
    )
    yield msgspec.structs.replace(claim, partial=partial)
    if shared := likenesses(scene, clause):
        yield _shared(scene, clause, statement, shared)
    for together in _together(statement, beside):
        yield claim_in(scene, "membership", clause, together, words, doubts)
    if statement.mode == "joined" and not statement.negated:
        for order in orders:
            for apart in ordered(statement, order):
                compared = claim_in(scene, "membership", clause, apart)
                vague = (order.text,) if order.vague else ()
                yield msgspec.structs.replace(compared, partial=vague)
        for like in likes:
            for same in joined_alike(statement, like):
                yield claim_in(scene, "membership", clause, same)
    yield from _gapped(scene, clause, statement, read.gaps)


def _shared(scene: Scene, clause: Clause, statement: Belongs, others: tuple[str, ...]) -> Proposal:
    """ "Finland, like Sweden, has joined": the same of both, if not at the same time."""
    members = (*statement.members, *others)
    both = msgspec.structs.replace(statement, members=members, when=None, order=None)
    claim = claim_in(scene, "membership", clause, both)
    dated = ("like …",) if statement.when is not None else ()
    return msgspec.structs.replace(claim, partial=dated)


def _together(statement: Belongs, beside: tuple[str, ...]) -> Iterator[Belongs | JoinedApart]:
    """What "together with" says: all at the time named, or else at one time."""
    if beside and (statement.when is not None or statement.mode != "joined"):
        yield msgspec.structs.replace(statement, members=(*statement.members, *beside))
        return
    for one, other in itertools.product(statement.members, beside):
        yield JoinedApart(
            earlier=one,
            later=other,
            organisation=statement.organisation,
            days=_AT_ONE_TIME,
            ordered=False,
        )


def _outside_gaps(found: tuple[Argument, ...], gaps: tuple[Gap, ...]) -> list[Argument]:
    skip = {t.i for gap in gaps for t in gap.tokens}
    return [a for a in found if a.token.i not in skip]


def _statement(
    read: Entering, body: Body, clause: Clause, clauses: tuple[Clause, ...], when: When | None
) -> Belongs:
    cleft = cleft_of(clause, clauses)
    negated = clause.negated or (cleft is not None and cleft.negated)
    standing = read.standing
    return Belongs(
        members=read.members,
        organisation=body.id,
        mode=read.verb.mode,  # type: ignore[arg-type]
        negated=negated != denies_subject(clause),
        when=when,
        order=standing.order if standing else None,
        newest=max(standing.newest, 0) if standing else 0,
        founder=standing.founder if standing else False,
        assumed=body.assumed,
    )


def _gapped(
    scene: Scene, clause: Clause, statement: Belongs, gaps: tuple[Gap, ...]
) -> Iterator[Proposal]:
    """The same said of another country, or of another organisation, at another time."""
    for gap in gaps:
        members = countries_among(scene, [t for t in gap.tokens if t.i in scene.name_at])
        bodies = [i for t in gap.tokens if (i := body_at(scene, t)) is not None]
        if not members and len(set(bodies)) != 1:
            continue
        other = Belongs(
            members=members or statement.members,
            organisation=bodies[0] if bodies else statement.organisation,
            mode=statement.mode,
            negated=statement.negated,
            when=When(gap.time.period, gap.time.relation),
            assumed=statement.assumed and not bodies,
        )
        yield claim_at(scene, "membership", place_of(gap.tokens), other, clause)
