"""Splitting a document into sentences: marks, rules over them, and the parser in doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from natocheck.language.boundaries import Boundaries
from natocheck.language.enclosures import Enclosures
from natocheck.language.lexicon import Lexicon, lexicon
from natocheck.language.listing import item_starts
from natocheck.language.marks import Mark, marks
from natocheck.language.prose import prose
from natocheck.model.places import Places, Span
from natocheck.model.text import Document, Sentence

if TYPE_CHECKING:
    from spacy.language import Language

    from natocheck.model.facts import Words


LONGEST = 100_000
"""Characters of the longest block about which the parser is asked; a longer one is no prose."""


def split(
    document: Document, nlp: Language | None, words: Mapping[str, Words]
) -> tuple[Sentence, ...]:
    """Cut every block of ``document`` into sentences, in order.

    Sentences never cross blocks, carry no white space at their ends, and hold together
    every word of the blocks; what has no letter or digit, such as a row of stars or a
    lone HTML tag, is none. ``words`` are the rule base's word lists, by
    id; ``nlp`` decides where the rules leave it open, and without it they stay whole.
    """
    lists, places = lexicon(words), Places(document.text, document.origin)
    found: list[Sentence] = []
    for paragraph, block in enumerate(document.blocks):
        for start, end in _spans(document.text, (block.start, block.end), lists, nlp):
            line, column = places.position(start)
            text = document.text[start:end]
            found.append(
                Sentence(len(found), text, start, end, line, column, block.kind, paragraph)
            )
    return tuple(found)


def _spans(text: str, block: Span, lists: Lexicon, nlp: Language | None) -> Iterator[Span]:
    start, end = block
    nlp = nlp if end - start <= LONGEST else None
    source, words = text[start:end], prose(text, start, end)
    first = 0
    for cut in [*_cuts(words, source, lists, nlp), len(source)]:
        piece = source[first:cut]
        if any(map(str.isalnum, words[first:cut])):
            yield start + cut - len(piece.lstrip()), start + first + len(piece.rstrip())
        first = cut


def _cuts(words: str, source: str, lists: Lexicon, nlp: Language | None) -> Iterator[int]:
    """Where to cut: ``words`` is the prose of ``source``, which is as long."""
    boundaries, enclosures = Boundaries(words, lists, nlp), Enclosures(words)
    start = 0
    for cut, mark in sorted(_proposals(words), key=lambda pair: pair[0]):
        if mark is None or (not enclosures.hold(mark) and boundaries.ends(mark, start)):
            whole = cut if mark is None or mark.kind == "glued" else _after_marks(source, cut)
            if whole > start:
                yield whole
                start = whole


def _proposals(words: str) -> Iterator[tuple[int, Mark | None]]:
    """Possible cuts; without a mark they are certain."""
    yield from ((item, None) for item in item_starts(words))
    yield from ((mark.cut, mark) for mark in marks(words))


def _after_marks(source: str, cut: int) -> int:
    """Move a cut behind the marks of emphasis and links that close with the sentence."""
    while cut < len(source) and not source[cut].isspace():
        cut += 1
    return cut
