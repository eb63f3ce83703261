"""Claims about who belongs to what since when, and in which order."""

from collections.abc import Iterator

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal
from natocheck.claims.kinds.membership.apposed import by_apposition
from natocheck.claims.kinds.membership.belonging import by_copula
from natocheck.claims.kinds.membership.entering import by_verb
from natocheck.claims.kinds.membership.intervals import with_intervals
from natocheck.claims.kinds.membership.making import by_making
from natocheck.claims.kinds.membership.nominal import by_noun, by_years_inside
from natocheck.claims.kinds.membership.places import by_place
from natocheck.claims.scene import Scene

__all__ = ["propose"]


def propose(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """All claims of membership in a sentence."""
    found: list[Proposal] = []
    for clause in clauses:
        found += by_verb(scene, clause, clauses)
        found += by_copula(scene, clause, clauses)
        found += by_making(scene, clause, clauses)
    yield from found
    yield from with_intervals(scene, clauses, found)
    yield from by_apposition(scene, clauses, found)
    yield from by_place(scene, clauses)
    yield from by_noun(scene, clauses)
    yield from by_years_inside(scene, clauses)
