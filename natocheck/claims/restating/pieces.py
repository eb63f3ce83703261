"""A restatement: stretches of a sentence, and words put between them, in a new order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_SIGNS = {"%", "‰"}
_CLINGING = {",", ".", ";", ":", ")", "'s", "’s", "'", "’"}


@dataclass(frozen=True)
class Piece:
    """Some words; ``start`` and ``end`` tell where in the sentence they stand, if they do."""

    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Restatement:
    """A plain sentence made of pieces; ``partial`` is why it makes nothing right by itself.

    ``roundabout``: it may still say things in a roundabout way itself.
    """

    pieces: tuple[Piece, ...]
    partial: tuple[str, ...] = ()
    roundabout: bool = False

    @property
    def text(self) -> str:
        """The sentence."""
        return "".join(word for word, _, _ in self._laid_out())

    def source(self, start: int, end: int) -> tuple[int, int]:
        """From the first to the last word of the source that a stretch of the text is of."""
        touched = [
            piece
            for _, at, piece in self._laid_out()
            if piece.start is not None and at < end and start < at + len(piece.text)
        ]
        if not touched:
            touched = [piece for piece in self.pieces if piece.start is not None]
        return min(p.start or 0 for p in touched), max(p.end or 0 for p in touched)

    def _laid_out(self) -> list[tuple[str, int, Piece]]:
        """Each piece with its space before it, and where its text begins."""
        found: list[tuple[str, int, Piece]] = []
        at = 0
        for piece in self.pieces:
            space = " " if found and not _clings(piece.text) else ""
            found.append((space + piece.text, at + len(space), piece))
            at += len(space) + len(piece.text)
        return found


def _clings(text: str) -> bool:
    return any(text == mark or text.startswith(mark + " ") for mark in _CLINGING)


def stretch(scene: Scene, first: int, end: int) -> Piece:
    """The words of a scene from token ``first`` up to, not with, token ``end``."""
    tokens = scene.doc[first:end]
    start, stop = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    return Piece(scene.text_between(start, stop), start, stop)


def uncapitalised(scene: Scene, first: int, end: int) -> Piece:
    """The words of a noun phrase, its article small, as they stand within a sentence."""
    piece = stretch(scene, first, end)
    if scene.doc[first].pos_ != "DET":
        return piece
    return replace(piece, text=piece.text[:1].lower() + piece.text[1:])


def with_parts(
    scene: Scene, first: int, end: int, parts: Sequence[tuple[int, int, Sequence[Piece]]]
) -> list[Piece]:
    """The words from ``first`` up to ``end``, with other pieces in place of some of them.

    ``parts`` are runs of tokens and what stands for each; they do not overlap.
    """
    found: list[Piece] = []
    at = first
    for start, stop, pieces in sorted(parts, key=lambda part: part[0]):
        if start > at:
            found.append(stretch(scene, at, start))
        found += pieces
        at = stop
    if at < end:
        found.append(stretch(scene, at, end))
    return found


def sentence(pieces: Sequence[Piece], partial: tuple[str, ...] = ()) -> Restatement:
    """Pieces as a sentence: with a full stop."""
    kept = [piece for piece in pieces if piece.text]
    return Restatement((*kept, Piece(".")), partial)


def end_of_sentence(scene: Scene) -> int:
    """Where the words of a sentence end: before its closing marks."""
    end = len(scene.doc)
    while end > 0 and _closes(scene.doc[end - 1]):
        end -= 1
    return end


def _closes(token: "Token") -> bool:
    """Whether a mark only ends the sentence; a percent sign is a word."""
    return (token.is_punct and token.text not in _SIGNS) or token.is_space


def has_verb(scene: Scene, tokens: "Iterable[Token]") -> bool:
    """Whether a verb stands among some words that are no name."""
    return any(t.pos_ in {"VERB", "AUX"} and t.i not in scene.name_at for t in tokens)
