"""From the paragraphs of an office file to a document: one line of text for each."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from natocheck.model.errors import InputError
from natocheck.model.places import Origin
from natocheck.model.text import Block, BlockKind, Document
from natocheck.readers.plain import find_date, kind_of


class Paragraph(msgspec.Struct, frozen=True):
    """The words of one paragraph; ``kind`` None where its style does not tell it."""

    text: str
    kind: BlockKind | None = None


def document_of(path: str, paragraphs: Sequence[Paragraph], title: str | None) -> Document:
    """The document; its places are counted in paragraphs, empty ones included.

    The day of an office file's own metadata is that of a template or of the last click on
    "save", so that only a dateline gives a date. Raises InputError if there are no words.
    """
    starts: list[int] = []
    blocks: list[Block] = []
    at = 0
    for each in paragraphs:
        starts.append(at)
        if any(char.isalnum() for char in each.text):
            blocks.append(_block(each, at))
        at += len(each.text) + 1
    if not blocks:
        raise InputError("There is no text in it.")
    text = "\n".join(each.text for each in paragraphs)
    date: dt.date | None = find_date(text, blocks)
    return Document(
        path=path,
        text=text,
        blocks=tuple(blocks),
        date=date,
        date_source="dateline" if date else None,
        title=title or next((text[b.start : b.end] for b in blocks if b.kind == "heading"), None),
        origin=Origin(unit="paragraph", starts=tuple(starts)),
    )


def _block(paragraph: Paragraph, at: int) -> Block:
    words = paragraph.text
    start = at + len(words) - len(words.lstrip())
    end = at + len(words.rstrip())
    return Block(start, end, paragraph.kind or kind_of(words.strip(), alone=True))
