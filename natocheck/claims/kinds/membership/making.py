"""What an accession makes of a country: "its accession made it the 29th ally"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in, passed
from natocheck.claims.kinds.membership.actual import is_actual
from natocheck.claims.kinds.membership.bodies import countries_among
from natocheck.claims.kinds.membership.moments import time_of
from natocheck.claims.kinds.membership.standing import belongs, standing_of
from natocheck.claims.phrases import arguments, noun_arguments
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_RESULTS = {"ccomp", "oprd", "attr", "xcomp", "dobj"}
_OWNERS = {"owner", "of", "modifier"}


def by_making(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """The claim of a clause that says which member somebody was made."""
    if clause.head.lemma_.lower() not in scene.lexicon.words("making verbs"):
        return
    for noun in (t for t in clause.head.children if t.dep_ in _RESULTS):
        standing = standing_of(scene, noun)
        members = _made(scene, clause, noun) if standing is not None else ()
        if standing is None or not members or not (standing.order or standing.newest):
            continue
        if not is_actual(scene, clause, clause.head, clauses) or clause.negated:
            yield passed("membership", clause, "it is not asserted")
            continue
        when, clear = time_of(scene, clause, clauses)
        if clear:
            statement = belongs(members, standing, "joined", False, when)
            yield claim_in(scene, "membership", clause, statement)


def _made(scene: Scene, clause: Clause, noun: "Token") -> tuple[str, ...]:
    """The country between the verb and the noun; for "it" the owner of the accession."""
    beside = [*noun.children, *clause.head.children]
    objects = [t for t in beside if clause.head.i < t.i < noun.left_edge.i or t.head == noun]
    objects = [t for t in objects if t.dep_ in {"nsubj", "dobj"} and clause.head.i < t.i < noun.i]
    named = countries_among(scene, objects)
    if named or not any(t.lower_ == "it" for t in objects):
        return named
    subjects = [a.token for a in arguments(clause) if a.role == "subject"]
    owners = [a.token for s in subjects for a in noun_arguments(s) if a.role in _OWNERS]
    return countries_among(scene, [*subjects, *owners])
