"""What guards share: their type, and the search for the patterns that the rule base lists."""

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from natocheck.claims.scene import Scene
from natocheck.model.claims import Claim

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_NOUNS = {"NOUN", "PROPN"}
Guard = Callable[[Scene, Claim, tuple[Claim, ...]], tuple[str, ...]]


def found(scene: Scene, use: str) -> Iterator[re.Match[str]]:
    """The first match of each pattern that the rule base lists for a use."""
    for pattern in scene.lexicon.patterns(use):
        match = pattern.search(scene.doc.text)
        if match is not None:
            yield match


def matches(scene: Scene, use: str) -> tuple[str, ...]:
    """The words that the patterns for a use find in the sentence."""
    return tuple(match[0] for match in found(scene, use))


def is_whole_of_parts(scene: Scene, start: int) -> bool:
    """Whether "of" or an owner with "of" stands before a number: "of NATO's 32 members"."""
    return bool(_parting(scene, start))


def is_parted(scene: Scene, start: int) -> bool:
    """Whether what is said is said of a part of so many: "of the 32, five …", but not "an
    alliance of 32"."""
    marks = _parting(scene, start)
    return bool(marks) and (marks[-1].i == 0 or marks[-1].nbor(-1).pos_ not in _NOUNS)


def _parting(scene: Scene, start: int) -> "list[Token]":
    before = [t for t in scene.doc if t.idx < start][-4:]
    return [t for t in before if t.lower_ in {"of", "among"}]
