"""Membership by verb: "Finland joined NATO in 2023", "NATO admitted Croatia", and what
gaps and intervals add to them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import UNASSERTED, Proposal, claim_at, claim_in, passed, place_of
from natocheck.claims.kinds.membership.bodies import (
    Body,
    body_at,
    body_of,
    countries_among,
    implied_body,
    is_body,
    is_member_noun,
)
from natocheck.claims.kinds.membership.moments import Gap, cleft_of, find_gaps, time_of
from natocheck.claims.kinds.membership.standing import Standing, standing_of
from natocheck.claims.kinds.membership.verbs import JoiningVerb, verb_at
from natocheck.claims.phrases import Argument, arguments, coordinated, countries_of
from natocheck.claims.scene import Scene
from natocheck.model.claims import Belongs, When

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROLES = {"subject": ("subject", "agent"), "object": ("object", "in")}
_BODY_ROLES = {
    "subject": ("object", "to", "into", "in", "aboard", "under", "for", "from", "of"),
    "object": ("subject", "agent", "to", "into", "in", "aboard", "from"),
}
_OPENERS = {"after", "since", "before", "upon", "on", "by", "until", "following", "despite"}


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
    standing = _as_member(scene, found)
    body = joined_body(scene, clause, verb, found, standing, clauses)
    if body is None or not members:
        yield passed("membership", clause, "no country or no organisation is named")
        return
    when, clear = time_of(scene, clause, clauses, gaps)
    if not clear or (body.assumed and when is None and standing is None):
        yield passed("membership", clause, "its time is not clear")
        return
    statement = _statement(verb, clause, clauses, members, body, when, standing)
    yield claim_in(scene, "membership", clause, statement, unread(scene, verb, found))
    yield from _gapped(scene, clause, statement, gaps)


def joining_verb(scene: Scene, clause: Clause) -> JoiningVerb | None:
    """The membership verb of a clause: the last of its chain, "joined" in "managed to join"."""
    for token in reversed(clause.chain):
        verb = verb_at(scene, token)
        if verb is not None:
            return verb
    return None


def is_actual(
    scene: Scene, clause: Clause, verb: "Token", clauses: tuple[Clause, ...] = ()
) -> bool:
    """Whether the clause says that it happened (or, negated, that it did not)."""
    unasserted = UNASSERTED & set(clause.stance)
    if cleft_of(clause, clauses) is not None:
        unasserted -= {"denied"}
    if unasserted or "future" in clause.stance:
        return False
    governors = clause.chain[: clause.chain.index(verb)] if verb in clause.chain else ()
    implicative = scene.lexicon.words("implicative verbs")
    if any(token.lemma_.lower() not in implicative for token in governors):
        return False
    if not governors and any(t.lower_ == "to" and t.dep_ == "aux" for t in verb.children):
        return False
    return not _is_under_way(clause.head) and _is_event_gerund(clause.head)


def _is_under_way(head: "Token") -> bool:
    """ "Is joining": a plan."""
    return head.tag_ == "VBG" and any(t.lemma_ == "be" and t.dep_ == "aux" for t in head.children)


def _is_event_gerund(head: "Token") -> bool:
    """A gerund after a noun ("the idea of joining") or as a subject tells no event."""
    if head.tag_ != "VBG" or head.dep_ == "ROOT":
        return True
    if head.dep_ == "pcomp":
        return head.head.lower_ in _OPENERS and head.head.head.pos_ in {"VERB", "AUX"}
    return head.dep_ in {"advcl", "conj"}


def members_in(scene: Scene, clause: Clause, found: list[Argument], joiner: str) -> tuple[str, ...]:
    """The countries in the role that the verb gives them."""
    repaired = subject_beside(clause)
    if repaired:
        return countries_among(scene, repaired)
    if any(_is_pronoun(a.token) for a in found if a.role == _ROLES[joiner][0]):
        return ()
    if joiner == "object" and not any(a.role == "object" for a in found):
        members = countries_among(scene, _relativised(clause))
        if members:
            return members
    for role in _ROLES[joiner]:
        members = countries_among(scene, [a.token for a in found if a.role == role])
        if members:
            return members
    if joiner == "object" and not any(a.role == "object" for a in found):
        # Whoever is "let in" is not always parsed as such; nobody lets in without an object.
        return countries_among(scene, [a.token for a in found if a.role == "subject"])
    return ()


def _relativised(clause: Clause) -> "list[Token]":
    """What a relative clause is about: Albania in "Albania, a country which NATO took in"."""
    if clause.head.dep_ != "relcl":
        return []
    noun = clause.head.head
    return [noun, noun.head] if noun.dep_ == "appos" else [noun]


def _is_pronoun(token: "Token") -> bool:
    return token.pos_ == "PRON" and token.tag_ == "PRP"


def subject_beside(clause: Clause) -> "list[Token]":
    """The noun before a finite verb that the parse left without a subject.

    "Since Albania and Croatia were let in" is read now and then as "since Albania".
    """
    verbs = [*(t for t in clause.head.children if t.dep_.startswith("aux")), clause.head]
    finite = any(t.tag_ in {"VBD", "VBZ", "VBP"} for t in verbs)
    if not finite or any(t.dep_.startswith("nsubj") for t in clause.head.children):
        return []
    start = min(t.i for t in verbs)
    before = clause.head.doc[max(0, start - 1)]
    if before.pos_ not in {"NOUN", "PROPN"} or before in verbs:
        return []
    first = before
    while first.dep_ == "conj" and first.head.pos_ in {"NOUN", "PROPN"}:
        first = first.head
    return [first, *coordinated(first)] if before in [first, *coordinated(first)] else []


def _as_member(scene: Scene, found: list[Argument]) -> Standing | None:
    """ "As NATO's 31st member"."""
    for argument in found:
        if argument.role == "as":
            standing = standing_of(scene, argument.token)
            if standing is not None:
                return standing
    return None


def joined_body(
    scene: Scene,
    clause: Clause,
    verb: JoiningVerb,
    found: list[Argument],
    standing: Standing | None,
    clauses: tuple[Clause, ...],
) -> Body | None:
    """What is joined, or None if it is something else or not to be known."""
    if verb.follows:
        return _followed(scene, clause, clauses)
    beside = _beside(scene, verb)
    if beside is not None:
        return beside
    things = [a for a in found if a.role in _BODY_ROLES[verb.joiner] and a.token != verb.thing]
    named = [body for a in things if (body := _named(scene, a)) is not None]
    if verb.mode == "left":
        named = [body for a in things if (i := body_at(scene, a.token)) and (body := Body(i))]
    if named:
        return named[0] if len({body.id for body in named}) == 1 else None
    if standing is not None:
        return standing.body
    if verb.explicit or any(_is_foreign(scene, a) for a in found if a.token != verb.thing):
        return None
    return _elsewhere(scene, implied_body(scene))


def _elsewhere(scene: Scene, body: Body | None) -> Body | None:
    """What another clause names is less surely what is joined in this one."""
    named = any(is_body(scene, i) for name in scene.names for i in name.ids("name"))
    return Body(body.id, assumed=True) if body is not None and named else body


def _beside(scene: Scene, verb: JoiningVerb) -> Body | None:
    """The organisation of the noun in the expression: "its NATO application"."""
    if verb.thing is None:
        return None
    inside = [Body(i) for t in verb.thing.subtree if (i := body_at(scene, t)) is not None]
    return inside[0] if inside else None


def _named(scene: Scene, argument: Argument) -> Body | None:
    if countries_of(scene, argument.token) or argument.token.i in scene.period_at:
        return None
    body = body_of(scene, argument.token)
    return None if body is not None and argument.role in {"for", "of"} and body.assumed else body


def _is_foreign(scene: Scene, argument: Argument) -> bool:
    """Whether something takes part that neither joins, is joined, nor says when."""
    token = argument.token
    if argument.role in {"adverb", "attribute"} or token.i in scene.period_at:
        return False
    if countries_of(scene, token) or token.i in scene.quantity_at:
        return False
    if argument.role in {"subject", "as"} or token.lower_ in {"who", "which", "that"}:
        return False
    if argument.role in {"object", "agent", "to", "into", "aboard", "for", "at"}:
        club = argument.role == "for" and token.lemma_.lower() in scene.lexicon.words("club nouns")
        return not club and not is_member_noun(scene, token)
    return argument.role not in scene.lexicon.words("harmless prepositions")


def _followed(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Body | None:
    """What was joined in the clause before: "…, and Estonia followed in 2004"."""
    for other in clauses:
        verb = joining_verb(scene, other) if other.head.i < clause.head.i else None
        if verb is not None and verb.mode == "joined" and not verb.follows:
            found = list(arguments(other))
            return joined_body(scene, other, verb, found, _as_member(scene, found), clauses)
    return None


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
        newest=standing.newest if standing else False,
        founder=standing.founder if standing else False,
        assumed=body.assumed,
    )


def unread(scene: Scene, verb: JoiningVerb, found: list[Argument]) -> tuple[str, ...]:
    """What may restrict what was joined and how."""
    harmless = scene.lexicon.words("harmless prepositions")
    read = {"subject", "object", "attribute", "adverb", "agent", "as", "into", "to", "aboard"}
    words = [
        f"{a.role} {a.token.text}"
        for a in found
        if a.role not in read
        and a.role not in harmless
        and a.token.i not in scene.period_at
        and a.token.i not in scene.quantity_at
        and body_of(scene, a.token) is None
        and not countries_of(scene, a.token)
    ]
    words += [f"beside {a.token.text}" for a in found if _stands_aside(scene, a)]
    words += [f"{t.lower_} …" for t in verb.token.children if _is_manner(t) or _does_so(t)]
    words += [f"{t.lower_} …" for t in verb.token.children if _is_order(scene, t)]
    return (*words, *(f"as {a.token.text}" for a in found if _is_strange_role(scene, a)))


def _stands_aside(scene: Scene, argument: Argument) -> bool:
    """Whether a country is put beside the verb, of which more is said: "…, Sweden
    following suit a year later"."""
    return argument.role == "adverb" and bool(countries_of(scene, argument.token))


def _is_manner(child: "Token") -> bool:
    """ "Joined NATO in condemning": what was joined is an act."""
    return (
        child.dep_ == "prep"
        and child.lower_ in {"in", "for"}
        and any(t.dep_ == "pcomp" for t in child.children)
    )


def _does_so(child: "Token") -> bool:
    """ "…, Sweden doing so a week later": the same is said of another time."""
    other = any(t.dep_ == "nsubj" for t in child.children)
    return child.dep_ == "advcl" and child.tag_ == "VBG" and child.lemma_ == "do" and other


def _is_order(scene: Scene, child: "Token") -> bool:
    """ "Before Finland", "after it joined the EU": which of two came first is not read."""
    words = scene.lexicon.words("order words")
    if child.dep_ == "prep" and child.lower_ in words and not _follows_duration(scene, child):
        return any(_joins_too(scene, t) for t in child.children)
    marked = any(t.dep_ == "mark" and t.lower_ in words for t in child.children)
    return child.dep_ == "advcl" and marked and _joins_too(scene, child)


def _joins_too(scene: Scene, token: "Token") -> bool:
    verb = verb_at(scene, token) if token.pos_ == "VERB" else None
    subjects = [t for t in token.children if t.dep_ == "nsubj"]
    echoes = token.lemma_ == "do" and any(countries_of(scene, t) for t in subjects)
    joins = verb is not None and verb.mode == "joined"
    return echoes or joins or bool(countries_of(scene, token))


def _follows_duration(scene: Scene, token: "Token") -> bool:
    found = scene.quantity_at.get(token.i - 1)
    return found is not None and found.quantity.unit in {"day", "week", "month", "year"}


def _is_strange_role(scene: Scene, argument: Argument) -> bool:
    nouns = scene.lexicon.words("member nouns")
    return argument.role == "as" and argument.token.lemma_.lower() not in nouns


def denies_subject(clause: Clause) -> bool:
    """ "Neither Ireland nor Austria …", "none of …"."""
    subjects = [t for t in clause.head.children if t.dep_.startswith("nsubj")]
    return any(
        t.lower_ in {"neither", "nor"} for s in subjects for t in [s, *s.children] if t.i <= s.i
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
