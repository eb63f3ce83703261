"""Text values: a document, its blocks, and the sentences cut from them.

All offsets count code points of ``Document.text`` and are half-open, so that
``document.text[start:end]`` is always the text that a span names.
"""

import datetime as dt
from typing import Literal

import msgspec

from natocheck.model.places import Origin

BlockKind = Literal["paragraph", "heading", "list-item", "byline"]
DateSource = Literal["option", "configuration", "metadata", "dateline", "rules"]


class Block(msgspec.Struct, frozen=True):
    """A run of text that sentences never cross: a paragraph, heading or list item."""

    start: int
    end: int
    kind: BlockKind = "paragraph"


class Document(msgspec.Struct, frozen=True):
    """One article as read: its text, what is known of its date, and its blocks.

    ``path`` is as the user gave it ("-" for standard input); ``encoding`` is the
    one assumed to decode it; ``date_source`` is None while ``date`` is None. ``origin`` says
    where the text stands in a file that is more than its text.
    """

    path: str
    text: str
    blocks: tuple[Block, ...]
    date: dt.date | None = None
    date_source: DateSource | None = None
    title: str | None = None
    encoding: str = "utf-8"
    origin: Origin = Origin()


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
