"""Countries set beside a place outside: "Switzerland, outside NATO, …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause, clause_of
from natocheck.claims.kinds.base import UNASSERTED, Proposal, claim_at, place_of
from natocheck.claims.kinds.membership.bodies import body_at
from natocheck.claims.phrases import countries_of
from natocheck.claims.scene import Scene
from natocheck.model.claims import Belongs

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_STARTS = {",", "(", "–", "—", "and", "but"}
_ENDS = {",", ")", "–", "—", ".", "and", "but"}


def by_place(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """The claims that countries so described are no members."""
    for prep in scene.doc:
        country = _described(scene, prep)
        thing = _thing(scene, prep)
        body = body_at(scene, thing) if thing is not None else None
        if country is None or thing is None or body is None:
            continue
        after = scene.doc[thing.i + 1].lower_ if thing.i + 1 < len(scene.doc) else "."
        clause = clause_of(country, clauses)
        told = after in _ENDS and not UNASSERTED & set(clause.stance)
        if told and _is_of_today(scene, clause):
            statement = Belongs(
                members=countries_of(scene, country), organisation=body, negated=True
            )
            yield claim_at(scene, "membership", place_of([country, thing]), statement, clause)


def _is_of_today(scene: Scene, clause: Clause) -> bool:
    """Whether nothing says that it is told of the past."""
    past = any(t.tag_ == "VBD" for t in (clause.head, *clause.head.children))
    return not past and not scene.periods


def _thing(scene: Scene, prep: "Token") -> "Token | None":
    """The noun right behind "outside", past "of" and "the"."""
    rest = (t for t in scene.doc[prep.i + 1 :] if t.lower_ not in {"of", "the"})
    first = next(rest, None)
    tokens = scene.tokens_of(scene.name_at[first.i]) if first and first.i in scene.name_at else []
    return tokens[-1] if tokens else None


def _described(scene: Scene, prep: "Token") -> "Token | None":
    """The country that "outside" is said of, set off from it by a comma or an adjective."""
    if prep.lower_ not in scene.lexicon.words("outside prepositions") or not prep.i:
        return None
    if prep.i > 1 and prep.nbor(-1).text in {",", "("} and countries_of(scene, prep.nbor(-2)):
        return prep.nbor(-2)  # whatever the parser hangs it on
    head = prep
    while head.dep_ in {"prep", "conj", "amod", "advmod", "acl"} and head.pos_ not in {"VERB"}:
        head = head.head
        if countries_of(scene, head) and head.i in scene.name_at:
            return head if prep.nbor(-1).lower_ in _STARTS and head.i < prep.i else None
        if head.head == head:
            return None
    return None
