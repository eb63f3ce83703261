"""Membership by noun: "Finland's accession in 2023", its anniversaries, years spent inside."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause, clause_of
from natocheck.claims.kinds.base import UNASSERTED, Place, Proposal, claim_at, place_of
from natocheck.claims.kinds.membership.bodies import Body, body_at, countries_among, implied_body
from natocheck.claims.kinds.membership.moments import ago, cleft_of
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.phrases import arguments, countries_of, noun_arguments
from natocheck.claims.scene import Scene
from natocheck.claims.stances import is_only_thought_of
from natocheck.claims.times import one_time, periods_in
from natocheck.claims.verbs import auxiliaries
from natocheck.model.claims import Belongs, When
from natocheck.model.values import Period

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_INDEFINITE = {"a", "an", "any", "no"}  # none in particular: "an accession in 2030"
_BODY_ROLES = {"to", "into", "of", "in", "from", "for", "modifier", "owner"}


def by_noun(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """The claims of nouns such as "accession", each with its own or its verb's time."""
    nouns = scene.lexicon.values("membership nouns")
    for token in scene.doc:
        mode = nouns.get(token.lemma_.lower())
        if mode is None or not _is_event_noun(token) or is_only_thought_of(token, scene.lexicon):
            continue
        if mode != "applied" and any(child.lower_ in _INDEFINITE for child in token.children):
            continue
        clause = clause_of(token, clauses)
        body = _body(scene, token)
        members = _members(scene, token, clause)
        when = _time_of_noun(scene, token, clause, clauses)
        if body is None or not members or when is None or not _is_told(clause):
            continue
        statement = Belongs(
            members=members,
            organisation=body.id,
            mode=str(mode),  # type: ignore[arg-type]
            when=when,
            assumed=body.assumed,
        )
        place = _with(scene, place_of(list(token.subtree)), when)
        doubts = _of_another_act(scene, token, when)
        yield claim_at(scene, "membership", place, statement, clause, doubts=doubts)


def _of_another_act(scene: Scene, noun: "Token", when: When) -> tuple[str, ...]:
    """The act that a time behind its object may be of: "voted for its accession on 26 May"."""
    joint = noun.head if noun.dep_ == "pobj" else noun
    timed = joint is not noun and joint.lower_ in scene.lexicon.words("temporal prepositions")
    acted = noun.dep_ == "dobj" or (joint is not noun and not timed)
    behind = any(f.period == when.period and f.start > noun.idx for f in scene.periods)
    return (joint.head.text if joint is not noun else noun.head.text,) if acted and behind else ()


def _is_told(clause: Clause) -> bool:
    return not UNASSERTED & set(clause.stance) and not {"future", "negated"} & set(clause.stance)


def _is_event_noun(token: "Token") -> bool:
    """A noun, or a gerund after a noun or preposition ("the anniversary of joining")."""
    if token.pos_ in {"NOUN", "PROPN"}:
        return token.dep_ not in {"compound", "amod"}
    return token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.lower_ == "of"


def _body(scene: Scene, token: "Token") -> Body | None:
    """The organisation joined; None where the noun is of something else ("its bid for gas")."""
    named = [a for a in noun_arguments(token) if a.role in _BODY_ROLES]
    bodies = [i for a in named if (i := body_at(scene, a.token)) is not None]
    bodies += [i for t in token.children if t.dep_ == "dobj" and (i := body_at(scene, t))]
    if bodies:
        return Body(bodies[0]) if len(set(bodies)) == 1 else None
    clubs = scene.lexicon.words("club nouns") | scene.lexicon.words("member nouns")
    others = [
        a
        for a in named
        if not countries_of(scene, a.token)
        and a.token.i not in scene.period_at
        and a.token.lemma_.lower() not in clubs
        and a.token.pos_ in {"NOUN", "PROPN"}
    ]
    return None if others else implied_body(scene)


def _members(scene: Scene, token: "Token", clause: Clause) -> tuple[str, ...]:
    own = [a.token for a in noun_arguments(token) if a.role in {"owner", "modifier", "of", "by"}]
    members = countries_among(scene, own)
    if members:
        return members
    if any(t.dep_ == "poss" and t.tag_ != "PRP$" for t in token.children):
        return ()
    light = scene.lexicon.words("light verbs")
    found = arguments(clause)
    if token.dep_.startswith("nsubj") and clause.head.lemma_.lower() in light:
        return countries_among(scene, [a.token for a in found if a.role == "for"])
    return countries_among(scene, [a.token for a in found if a.role == "subject"])


def _with(scene: Scene, place: Place, when: When) -> Place:
    for found in scene.periods:
        if found.period == when.period:
            return Place(min(place.start, found.start), max(place.end, found.end))
    return place


def _time_of_noun(
    scene: Scene, noun: "Token", clause: Clause, clauses: tuple[Clause, ...]
) -> When | None:
    """Its own time, that of the verb it is subject of, or that of its anniversary."""
    anniversary = _anniversary(scene, noun, clause)
    if anniversary is not None:
        return anniversary
    inside = {token.i for token in noun.subtree}
    own = tuple(found for found in scene.periods if scene.root_of(found).i in inside)
    own = own or _between(scene, noun, clause)
    when, clear = one_time(own)
    if when is not None or not clear:
        return when
    light = scene.lexicon.words("light verbs")
    if not noun.dep_.startswith("nsubj") or noun.head.lemma_.lower() not in light:
        return None
    cleft = cleft_of(clause, clauses)
    found = [*periods_in(scene, clause), *(periods_in(scene, cleft) if cleft else ())]
    return one_time(tuple(dict.fromkeys(found)))[0]


def _between(scene: Scene, noun: "Token", clause: Clause) -> tuple[FoundPeriod, ...]:
    """The times between a subject and its verb: "its accession in 2004 changed", which the
    parser may hang on the verb."""
    verb = noun.head
    if not noun.dep_.startswith("nsubj") or verb != clause.head:
        return ()
    first = min([verb.i, *(t.i for t in auxiliaries((verb,)))])
    return tuple(p for p in scene.periods if noun.i < scene.root_of(p).i < first)


def _anniversary(scene: Scene, noun: "Token", clause: Clause) -> When | None:
    """ "The 20th anniversary of its accession": so many years before that year."""
    holder = noun.head.head if noun.head.lower_ == "of" else noun.head
    if holder.lemma_.lower() not in scene.lexicon.words("anniversary nouns"):
        return None
    years = _rank_of(scene, holder)
    spoken, clear = one_time(periods_in(scene, clause))
    if years is None or not clear:
        return None
    day = spoken.period.start if spoken is not None else scene.context.date
    if day.year <= years:
        return None
    start, end = day.replace(month=1, day=1), day.replace(month=12, day=31)
    back = day.year - years
    return When(Period(start.replace(year=back), end.replace(year=back), "year"))


def _rank_of(scene: Scene, noun: "Token") -> int | None:
    for found in scene.quantities:
        inside = noun.left_edge.idx <= found.start and found.end <= noun.idx
        if found.quantity.unit == "ordinal" and inside:
            return int(found.quantity.value)
    return None


def by_years_inside(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """ "After 43 years in the alliance, Spain …": the country of the clause joined then."""
    for found in scene.quantities:
        body = _inside_after(scene, found)
        if body is None:
            continue
        clause = clause_of(scene.root_of(found), clauses)
        members = countries_among(
            scene, [a.token for a in arguments(clause) if a.role == "subject"]
        )
        if len(members) == 1 and _is_told(clause):
            statement = Belongs(
                members=members,
                organisation=body.id,
                mode="joined",
                when=ago(found, scene.context.date),
                assumed=body.assumed,
            )
            place = place_of(clause.tokens)
            yield claim_at(scene, "membership", place, statement, clause)


def _inside_after(scene: Scene, found: FoundQuantity) -> Body | None:
    """The organisation in "43 years in the alliance", said of a time that has passed."""
    root = scene.root_of(found)
    years = root.head if root.dep_ == "nummod" else root
    governor = years.head
    if found.quantity.unit != "year" or governor.lower_ not in {"after", "with"}:
        return None
    inside = scene.lexicon.words("inside prepositions")
    for prep in [*years.children, *governor.children]:
        if prep.dep_ == "prep" and prep.lower_ in inside:
            for thing in prep.children:
                body = body_at(scene, thing)
                if body is not None:
                    return Body(body)
    return None
