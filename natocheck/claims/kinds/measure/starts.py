"""Numbers that a change starts from: "rose from about 1 percent to 2 percent in 2025".

The year beside a change is that of one of its ends. The other end has no time of its own,
so that nothing can be held against it.
"""

from itertools import pairwise

from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene


def timed_numbers(scene: Scene, numbers: tuple[FoundQuantity, ...]) -> tuple[FoundQuantity, ...]:
    """The numbers, less those ends of a change whose time the sentence does not say."""
    untimed = [q for pair in pairwise(scene.quantities) for q in _untimed(scene, *pair)]
    return tuple(q for q in numbers if q not in untimed)


def _untimed(
    scene: Scene, first: FoundQuantity, second: FoundQuantity
) -> tuple[FoundQuantity, ...]:
    if first.quantity.unit != second.quantity.unit or _has_both_ends(scene):
        return ()
    before, between = _words_before(scene, first), _words_before(scene, second)
    if before[-1:] == ["from"] and between[-1:] == ["to"]:
        if not _times(scene, first.end, second.start):
            return (first,)
        return () if len(scene.periods) > 1 else (second,)
    if between[-1:] != ["from"]:
        return ()
    if before[-1:] != ["to"] and between[-2:-1] not in (["up"], ["down"]):
        return ()
    if not _times(scene, second.end, len(scene.doc.text)):
        return (second,)
    return () if len(scene.periods) > 1 else (first, second)


def _has_both_ends(scene: Scene) -> bool:
    """Whether a time has a beginning and an end: "since 2014", "between 2014 and 2024"."""
    return any(period.relation in {"since", "span"} for period in scene.periods)


def _words_before(scene: Scene, found: FoundQuantity) -> list[str]:
    return [t.lower_ for t in scene.doc if t.idx < found.start][-2:]


def _times(scene: Scene, start: int, end: int) -> bool:
    """Whether a time stands between two offsets."""
    return any(start <= period.start < end for period in scene.periods)
