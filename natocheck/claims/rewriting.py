"""A sentence in which words were replaced by what they refer to, and the way back."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from natocheck.model.claims import Claim


@dataclass(frozen=True)
class Replacement:
    """The words from ``start`` to ``end`` of a sentence, and what stands for them."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Rewriting:
    """A sentence's text with replacements made, in the order of the text."""

    original: str
    replacements: tuple[Replacement, ...]

    @property
    def text(self) -> str:
        """The text as rewritten."""
        pieces, reached = [], 0
        for one in self.replacements:
            pieces += [self.original[reached : one.start], one.text]
            reached = one.end
        return "".join([*pieces, self.original[reached:]])

    @property
    def notes(self) -> tuple[str, ...]:
        """Each replacement in words: "He (read as Mark Rutte)"."""
        return tuple(
            f"{self.original[one.start : one.end]} (read as {one.text})"
            for one in self.replacements
        )

    def back(self, offset: int, *, end: bool = False) -> int:
        """The place in the original of one in the rewritten text.

        Inside a replacement it is the start of the words replaced, or their ``end``.
        """
        grown = 0
        for one in self.replacements:
            start = one.start + grown
            if offset <= start:
                break
            if offset <= start + len(one.text):
                return one.end if end or offset == start + len(one.text) else one.start
            grown += len(one.text) - (one.end - one.start)
        return offset - grown


def restored(claims: Sequence[Claim], at: int, rewriting: Rewriting) -> tuple[Claim, ...]:
    """Claims of a rewritten sentence that begins at ``at``, placed in the original."""
    return tuple(_restored(claim, at, rewriting) for claim in claims)


def _restored(claim: Claim, at: int, rewriting: Rewriting) -> Claim:
    start = rewriting.back(claim.start - at)
    end = rewriting.back(claim.end - at, end=True)
    text = rewriting.original[start:end].strip(" ,;:")
    return replace(claim, start=at + start, end=at + end, text=text)


def combined(original: str, replacements: Sequence[Replacement]) -> Rewriting | None:
    """The rewriting with these replacements, or None if there are none."""
    ordered = tuple(sorted(replacements, key=lambda one: one.start))
    return Rewriting(original, ordered) if ordered else None


def cased(text: str, like: str) -> str:
    """A text with a capital where the words it stands for had one."""
    return text[0].upper() + text[1:] if like[:1].isupper() else text
