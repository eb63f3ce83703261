"""Names that a statement holds apart from those it is about: "Poland, not Estonia, spends"."""

from typing import TYPE_CHECKING

from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.claims.mentions.names import Name

_JOINTS = {",", "and", "or", "the", "nor"}
_BEFORE = {",", "and", "but", "(", "–", "—", "-"}
_BARE = "not"


def apart_starts(scene: Scene) -> frozenset[int]:
    """Where the names stand right behind "not", "rather than" and the like, and those that
    are listed with them."""
    listed = scene.lexicon.phrases_of("holding apart")
    phrases = [p for t in scene.doc if t.lower_ in listed for p in listed[t.lower_]]
    found: set[int] = set()
    for name in scene.names:
        first = scene.tokens_of(name)[0].i
        at = first - 1 if first and scene.doc[first - 1].lower_ == "the" else first
        if any(_ends_with(scene, at, phrase) for phrase in phrases) or _is_listed(
            scene, name, found
        ):
            found.add(name.start)
    return frozenset(found)


def _ends_with(scene: Scene, at: int, phrase: tuple[str, ...]) -> bool:
    """Whether a phrase ends right before a token; a bare "not" only where it breaks in:
    "Poland, not Estonia", but "the largest is not Poland"."""
    start = at - len(phrase)
    if start < 0 or tuple(t.lower_ for t in scene.doc[start:at]) != phrase:
        return False
    if phrase != (_BARE,):
        return True
    before = start - 1
    return before >= 0 and (scene.doc[before].lower_ in _BEFORE or before in scene.name_at)


def _is_listed(scene: Scene, name: "Name", found: set[int]) -> bool:
    """ "Not Estonia or Latvia": joined by "or" to a name that is held apart."""
    last = max((n for n in scene.names if n.end <= name.start), key=lambda n: n.end, default=None)
    if last is None or last.start not in found:
        return False
    between = {t.lower_ for t in scene.doc if last.end <= t.idx < name.start}
    return bool(between & {"or", "nor"}) and between <= _JOINTS
