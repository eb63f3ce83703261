"""Text values: a document, its blocks, and the sentences cut from them.

All offsets count code points of ``Document.text`` and are half-open, so that
``document.text[start:end]`` is always the text that a span names.
"""

import datetime as dt
from bisect import bisect_right
from typing import Literal

import msgspec

BlockKind = Literal["paragraph", "heading", "list-item", "byline"]
LineUnit = Literal["line", "paragraph"]
DateSource = Literal["option", "metadata", "dateline", "rules"]


class Block(msgspec.Struct, frozen=True):
    """A run of text that sentences never cross: a paragraph, heading or list item."""

    start: int
    end: int
    kind: BlockKind = "paragraph"


class Run(msgspec.Struct, frozen=True):
    """Signs of a text that stand together in its file: from ``start`` there, from ``at`` here.

    ``length`` counts the signs of the text, ``width`` those of the file, which differ where
    the file writes one sign with several ("&amp;").
    """

    start: int
    at: int
    length: int
    width: int


class Origin(msgspec.Struct, frozen=True):
    """The file behind a text that was extracted from it, and which run of it stands where."""

    source: str
    runs: tuple[Run, ...]

    def start(self, offset: int) -> int:
        """Where in the file the sign at ``offset`` of the text begins."""
        run = self._run(offset)
        return run.at + (offset - run.start if run.length == run.width else 0)

    def end(self, offset: int) -> int:
        """Where in the file the sign before ``offset`` of the text ends."""
        run = self._run(offset - 1)
        return run.at + (offset - run.start if run.length == run.width else run.width)

    def _run(self, offset: int) -> Run:
        return self.runs[max(bisect_right(self.runs, offset, key=lambda run: run.start) - 1, 0)]


class Document(msgspec.Struct, frozen=True):
    """One article as read: its text, what is known of its date, and its blocks.

    ``path`` is as the user gave it ("-" for standard input); ``encoding`` is the
    one assumed to decode it; ``date_source`` is None while ``date`` is None. ``origin`` is
    None where the text is the file itself; ``lines`` says what a line of the text is.
    """

    path: str
    text: str
    blocks: tuple[Block, ...]
    date: dt.date | None = None
    date_source: DateSource | None = None
    title: str | None = None
    encoding: str = "utf-8"
    origin: Origin | None = None
    lines: LineUnit = "line"


class Sentence(msgspec.Struct, frozen=True):
    """One unit of the report. ``line`` and ``column`` count from 1, in code points."""

    index: int
    text: str
    start: int
    end: int
    line: int
    column: int
    block: BlockKind = "paragraph"
    paragraph: int = 0
