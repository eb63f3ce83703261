"""What guards share: their type, and the search for the patterns that the rule base lists."""

import re
from collections.abc import Callable, Iterator

from natocheck.claims.scene import Scene
from natocheck.model.claims import Claim

Guard = Callable[[Scene, Claim, tuple[Claim, ...]], tuple[str, ...]]


def found(scene: Scene, use: str) -> Iterator[re.Match[str]]:
    """The first match of each pattern that the rule base lists for a use."""
    for pattern in sorted(scene.lexicon.words(use)):
        match = re.search(rf"(?i)\b(?:{pattern})\b", scene.doc.text)
        if match is not None:
            yield match


def matches(scene: Scene, use: str) -> tuple[str, ...]:
    """The words that the patterns for a use find in the sentence."""
    return tuple(match[0] for match in found(scene, use))


def is_whole_of_parts(scene: Scene, start: int) -> bool:
    """Whether "of" or an owner with "of" stands before a number: "of NATO's 32 members"."""
    before = [t for t in scene.doc if t.idx < start][-4:]
    return any(t.lower_ == "of" for t in before)
