"""Which countries a verb of membership is said of: its subject, or what is let in."""

from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.membership.bodies import countries_among
from natocheck.claims.phrases import Argument, coordinated
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_PARTITIVES = {"of", "among", "amongst"}
_ROLES = {"subject": ("subject", "agent"), "object": ("object", "in")}


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
    if (apposed := countries_among(scene, _noun_before(clause))) and joiner == "object":
        return apposed
    after = [t for v in clause.chain for p in v.children if p.dep_ == "prt" for t in p.children]
    if joiner == "object" and (taken := countries_among(scene, after)):
        return taken  # "took in Finland", parsed as "took" and "in Finland"
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


def _noun_before(clause: Clause) -> "list[Token]":
    """ "The newest is Sweden, admitted in 2024": what a participle behind a comma is about,
    where the parser hangs it on the verb."""
    head = clause.head
    opens = head.tag_ in {"VBN", "VBD"} and head.dep_ == "advcl" and head.left_edge == head
    if not opens or head.i < 2 or head.nbor(-1).text != ",":
        return []
    return [head.nbor(-2)]


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
    found = coordinated(first) if _is_whole(first) else [first, *coordinated(first)]
    return found if before in found else []


def _is_whole(token: "Token") -> bool:
    """ "Of the Nordic countries, only Finland and Sweden …": the list is of some of them."""
    return token.dep_ == "pobj" and token.head.lower_ in _PARTITIVES


def denies_subject(clause: Clause) -> bool:
    """ "Neither Ireland nor Austria …", "none of …"."""
    subjects = [t for t in clause.head.children if t.dep_.startswith("nsubj")]
    return any(
        t.lower_ in {"neither", "nor", "no"}
        for s in subjects
        for t in [s, *s.children]
        if t.i <= s.i
    )
