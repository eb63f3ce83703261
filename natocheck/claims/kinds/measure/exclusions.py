"""Whom a statement leaves out of a group: "excluding the United States", "without Turkey"."""

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.measure.items import Item, items_in, items_of, run_from
from natocheck.claims.phrases import phrases_in
from natocheck.claims.scene import Scene

_BETWEEN = {"the", "both", ","}


def split_off(scene: Scene, clause: Clause) -> tuple[tuple[Item, ...], tuple[str, ...]]:
    """The items of a clause less those left out, and the ids of the latter.

    What a participle leaves out ("leaving out Canada, …") the clause above it does.
    """
    parted = _excluded(scene, items_in(scene, {t.i for t in clause.head.doc}))
    starts = {item.start for item in parted}
    kept = tuple(item for item in items_of(scene, clause) if item.start not in starts)
    own = [i for i in parted if i.root in clause.tokens or clause.head.is_ancestor(i.root)]
    return kept, tuple(dict.fromkeys(item.id for item in own))


def _excluded(scene: Scene, items: tuple[Item, ...]) -> list[Item]:
    """The items that stand right after words that leave them out."""
    ends = [end for _, end in phrases_in(scene, "leaving out")]
    firsts = [item for item in items if any(_is_next(scene, end, item) for end in ends)]
    return [
        each
        for first in firsts
        for each in run_from(scene, items, first)
        if each.is_group == first.is_group
    ]


def _is_next(scene: Scene, end: int, item: Item) -> bool:
    between = {t.lower_ for t in scene.doc[end:] if t.idx < item.start}
    return end <= item.root.i and between <= _BETWEEN
