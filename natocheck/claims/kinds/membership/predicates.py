"""What a clause with "be", "remain" or "belong" says that its subject is or is in."""

from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.membership.bodies import Body, body_at, body_of, is_member_noun
from natocheck.claims.kinds.membership.founding import wave_body
from natocheck.claims.kinds.membership.lists import one_of_many
from natocheck.claims.kinds.membership.standing import Standing, standing_of
from natocheck.claims.phrases import arguments, coordinated
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

# "At NATO's table" is inside, "at NATO" is a place.
_TABLES = {"at", "around", "under"}


def predicate_of(scene: Scene, clause: Clause) -> Standing | None:
    """What a clause says that its subject is or is in, whoever the subject is."""
    attributes = [a.token for a in arguments(clause) if a.role == "attribute"]
    for token in attributes:
        many = one_of_many(token)
        standing = standing_of(scene, token if many is None else many)
        if standing is None:
            standing = _of_several(scene, token)
        if standing is not None:
            return standing
        if token.lemma_.lower() == "part" and (standing := _part_of(scene, token)) is not None:
            return standing
    if attributes and not _is_place(clause):
        return None
    for prep in clause.head.children:
        standing = _among(scene, prep)
        if standing is not None:
            return standing
    return _inside_or_outside(scene, clause)


def _among(scene: Scene, prep: "Token") -> Standing | None:
    """ "Was among the founders", "is among NATO's members", "was in the first wave"."""
    many = one_of_many(prep)
    if many is not None:
        standing = standing_of(scene, many)
        behind = prep.lower_ != "of" and prep.i > prep.head.i
        sure = standing and (standing.founder or (behind and not standing.body.assumed))
        return standing if sure else None
    things = [t for t in prep.children if t.dep_ == "pobj"] if prep.lower_ == "in" else []
    body = next((b for t in things if (b := wave_body(scene, t)) is not None), None)
    return Standing(body, wave=True) if body is not None else None


def _of_several(scene: Scene, noun: "Token") -> Standing | None:
    """ "Members of both NATO and the EU": the first; the others are ``further_bodies``."""
    if not is_member_noun(scene, noun) or any(t.dep_ in {"amod", "compound"} for t in noun.lefts):
        return None
    preps = [t for t in noun.children if t.lower_ == "of"]
    things = [t for prep in preps for t in _objects(prep)]
    several = [body_at(scene, each) for t in things for each in [t, *coordinated(t)]]
    first = several[0] if len(several) > 1 and all(several) else None
    return Standing(Body(first)) if first is not None else None


def _part_of(scene: Scene, token: "Token") -> Standing | None:
    """ "Is part of NATO", "was part of NATO's enlargement of 2004"."""
    things = [t for p in token.children if p.lower_ == "of" for t in p.children]
    for thing in things:
        if (grown := wave_body(scene, thing)) is not None:
            return Standing(grown, wave=True)
        if (body := body_of(scene, thing)) is not None:
            return Standing(body)
    return None


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
            body = body_of(scene, thing) or _meant(scene, clause, thing)
            if words in _TABLES and body_at(scene, thing) is not None:
                continue
            if body is not None:
                return Standing(body, negated=words in lexicon.words("outside prepositions"))
    return None


def _meant(scene: Scene, clause: Clause, thing: "Token") -> Body | None:
    """ "Works with the alliance but stays outside it": what the clause before speaks of."""
    if thing.lower_ != "it" or clause.parent is None or clause.head.dep_ != "conj":
        return None
    before = [a.token for a in arguments(clause.parent) if a.role != "subject"]
    things = [t for t in before if t.i < clause.head.i and t.pos_ in {"NOUN", "PROPN"}]
    return body_of(scene, things[0]) if len(things) == 1 else None


def _preposition(token: "Token") -> str:
    nested = next((c.lower_ for c in token.children if c.dep_ == "prep"), "")
    return f"{token.lower_} {nested}".strip()


def _objects(prep: "Token") -> "list[Token]":
    found = [t for t in prep.children if t.dep_ == "pobj"]
    return found or [t for c in prep.children if c.dep_ == "prep" for t in _objects(c)]


def further_bodies(scene: Scene, clause: Clause) -> list[str]:
    """ "belongs to NATO and the EU", "is in neither NATO nor the EU": the second one."""
    nouns = [clause.head, *(a.token for a in arguments(clause) if a.role == "attribute")]
    preps = [t for noun in nouns for t in noun.children if t.dep_ == "prep"]
    things = [thing for prep in preps for thing in _objects(prep) if body_at(scene, thing)]
    joints = {"or", "nor"} if clause.negated else {"and"}
    joined = [t for t in things if {c.lower_ for c in t.children if c.dep_ == "cc"} <= joints]
    others = [t for thing in joined for t in coordinated(thing) if not _is_set_apart(t)]
    return [body for t in others if (body := body_at(scene, t)) is not None]


def _is_set_apart(token: "Token") -> bool:
    """ "and not NATO": denied on its own."""
    return any(t.dep_ == "neg" or t.lower_ == "not" for t in token.lefts)
