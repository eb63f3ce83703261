"""Claims about how many there are: members of a group, or things that a count rule knows.

"The eight allies" may be eight of many, so a number before a plural is read as the size
of the whole only where its wording says so ("all 32 allies", "the 32-member alliance",
"has 32 members"), never where something restricts the noun.
"""

from collections.abc import Iterator

from natocheck.claims.clauses import Clause, clause_of
from natocheck.claims.kinds.base import Proposal
from natocheck.claims.kinds.count.entries import entries
from natocheck.claims.kinds.count.growth import beginnings, growth
from natocheck.claims.kinds.count.only import only_ones
from natocheck.claims.kinds.count.overlaps import overlaps
from natocheck.claims.kinds.count.sizes import size
from natocheck.claims.kinds.count.things import things
from natocheck.claims.scene import Scene

__all__ = ["propose"]


def propose(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """All claims of number in a sentence."""
    for found in scene.quantities:
        if found.quantity.unit == "count":
            clause = clause_of(scene.root_of(found), clauses)
            yield from size(scene, found, clause, clauses)
            yield from things(scene, found, clause, clauses)
    for clause in clauses:
        yield from growth(scene, clause, clauses)
        yield from beginnings(scene, clause, clauses)
        yield from entries(scene, clause, clauses)
        yield from only_ones(scene, clause, clauses)
        yield from overlaps(scene, clause, clauses)
