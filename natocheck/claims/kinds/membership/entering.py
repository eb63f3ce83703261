"""Membership by verb: "Finland joined NATO in 2023", "NATO admitted Croatia", and what
gaps add to them."""

from collections.abc import Iterator

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_at, claim_in, passed, place_of
from natocheck.claims.kinds.membership.actual import is_actual
from natocheck.claims.kinds.membership.bodies import Body, body_at, countries_among
from natocheck.claims.kinds.membership.joined import joined_body
from natocheck.claims.kinds.membership.joiners import denies_subject, members_in
from natocheck.claims.kinds.membership.manner import unread
from natocheck.claims.kinds.membership.moments import Gap, cleft_of, find_gaps, time_of
from natocheck.claims.kinds.membership.pairs import body_in_pairs, each_pair, paired
from natocheck.claims.kinds.membership.standing import Standing, as_member
from natocheck.claims.kinds.membership.verbs import JoiningVerb, joining_verb
from natocheck.claims.phrases import Argument, arguments
from natocheck.claims.scene import Scene
from natocheck.model.claims import Belongs, When


def by_verb(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """The claims of a clause with a verb of membership."""
    verb = joining_verb(scene, clause)
    if verb is None:
        return
    if not is_actual(scene, clause, verb.token, clauses):
        yield passed("membership", clause, "it is not asserted")
        return
    gaps = find_gaps(scene, clause)
    found = _outside_gaps(arguments(clause), gaps)
    members = members_in(scene, clause, found, verb.joiner)
    standing = as_member(scene, found)
    pairs = paired(scene, clause)
    body = joined_body(scene, clause, verb, found, standing, clauses) or body_in_pairs(pairs)
    if body is None or not members:
        yield passed("membership", clause, "no country or no organisation is named")
        return
    if pairs:
        base = _statement(verb, clause, clauses, members, body, None, standing)
        yield from each_pair(scene, clause, base, pairs)
        return
    when, clear = time_of(scene, clause, clauses, gaps)
    if not clear or (body.assumed and when is None and standing is None):
        yield passed("membership", clause, "its time is not clear")
        return
    statement = _statement(verb, clause, clauses, members, body, when, standing)
    yield claim_in(scene, "membership", clause, statement, unread(scene, verb, found))
    yield from _gapped(scene, clause, statement, gaps)


def _outside_gaps(found: tuple[Argument, ...], gaps: tuple[Gap, ...]) -> list[Argument]:
    skip = {t.i for gap in gaps for t in gap.tokens}
    return [a for a in found if a.token.i not in skip]


def _statement(
    verb: JoiningVerb,
    clause: Clause,
    clauses: tuple[Clause, ...],
    members: tuple[str, ...],
    body: Body,
    when: When | None,
    standing: Standing | None,
) -> Belongs:
    cleft = cleft_of(clause, clauses)
    negated = clause.negated or (cleft is not None and cleft.negated)
    negated = negated != denies_subject(clause)
    return Belongs(
        members=members,
        organisation=body.id,
        mode=verb.mode,  # type: ignore[arg-type]
        negated=negated,
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
