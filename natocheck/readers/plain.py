"""Plain text: paragraphs by lines or by blank lines, headings, bylines, list items."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from natocheck.model.places import Span, line_spans
from natocheck.model.text import Block, BlockKind, Document
from natocheck.readers.dateline import date_alone, date_at_end, date_of_dateline
from natocheck.readers.wrapping import ends_sentence, is_wrapped

LONGEST_HEADING = 140
"""Characters; what is longer and lacks its full stop is a paragraph all the same."""

_LIST_ITEM = re.compile(r"\s*(?:[-*•⁃‣▪●–]\s+\S|\(?\d{1,2}[.)]+\s+\S|\(?[a-z][.)]+\s+\S)")
_MARKS = (".", "!", "?")
_PAGE = re.compile(r"\W*\d{1,3}\W*")
_NAME = r"(?:[A-Z][\w.'’-]*|of|and|de|van|von|der|the|&|in|at|for)"
_BYLINE = re.compile(
    rf"\s*(?:By:?\s+[A-Z][\w.'’-]*(?:,?\s+{_NAME}){{0,9}}(?:\s*[|·•–—,].{{0,60}})?"
    r"|(?:(?:File |AP |AFP |Reuters )?(?:Photo|Photograph|Picture|Image|Source|Credit|Caption)"
    r"|(?:(?:Additional )?[Rr]eporting|Editing|Writing|Written) by)\b[^!?]*"
    rf"|[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){{1,3}},\s+(?:the\s+)?[A-Z][^!?]*[^.!?:;,])\s*"
)


class Piece(NamedTuple):
    """A block's span in the making, and whether blank lines or the text's ends set it off."""

    span: Span
    alone: bool


def read(path: str, text: str, encoding: str) -> Document:
    """Read ``text`` as an article; see the module ``wrapping`` for what a paragraph is."""
    pieces = list(_pieces(text, line_spans(text)))
    blocks = tuple(_block(text, piece, len(pieces)) for piece in pieces)
    date = find_date(text, blocks)
    title = next((text[b.start : b.end] for b in blocks if b.kind == "heading"), None)
    return Document(
        path=path,
        text=text,
        blocks=blocks,
        date=date,
        date_source="dateline" if date else None,
        title=title,
        encoding=encoding,
    )


def find_date(text: str, blocks: Sequence[Block]) -> dt.date | None:
    """The day given above the first paragraph or at its beginning, if it is complete."""
    for block in blocks:
        words = text[block.start : min(block.end, block.start + 200)]
        if block.kind == "paragraph":
            return date_of_dateline(words)
        if day := date_alone(words) or (block.kind == "byline" and date_at_end(words)):
            return day
    return None


def _pieces(text: str, lines: list[Span]) -> Iterator[Piece]:
    trimmed = [_trim(text, line) for line in lines]
    wrapped = is_wrapped([text[start:end] for start, end in trimmed])
    for group in _groups(text, trimmed):
        if len(group) == 1 and _PAGE.fullmatch(text, *group[0]):
            continue
        parts = list(_paragraphs(text, group)) if wrapped else group
        yield from (Piece(span, len(parts) == 1 or not wrapped) for span in parts)


def _trim(text: str, line: Span) -> Span:
    """A line without white space at its ends; empty if it is a row of signs."""
    start, end = line
    piece = text[start:end]
    if piece.strip() not in _MARKS and not any(char.isalnum() for char in piece):
        return start, start
    return end - len(piece.lstrip()), start + len(piece.rstrip())


def _groups(text: str, lines: list[Span]) -> Iterator[list[Span]]:
    """Lines that follow each other without a blank one between."""
    group: list[Span] = []
    for start, end in lines:
        if start < end:
            group.append((start, end))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _paragraphs(text: str, group: list[Span]) -> Iterator[Span]:
    """Join wrapped lines, up to where a line shows that its paragraph ends."""
    width = max(end - start for start, end in group)
    start, last = group[0][0], group[0]
    for following in group[1:]:
        line = text[slice(*following)]
        first = last[0] == start
        if _LIST_ITEM.match(line) or _stops_short(text[slice(*last)], line, width, first):
            yield start, last[1]
            start = following[0]
        last = following
    yield start, last[1]


def _stops_short(last: str, line: str, width: int, first: bool) -> bool:
    """Whether ``last`` ended its paragraph early although the next line's first word had room.

    The first line of a paragraph may then be a heading; another must end a sentence.
    """
    room = len(last) + 1 + len(line.split(maxsplit=1)[0]) < 0.75 * width
    return room and not line[0].islower() and (first or ends_sentence(last))


def _block(text: str, piece: Piece, pieces: int) -> Block:
    start, end = piece.span
    kind = "paragraph" if pieces == 1 else kind_of(text[start:end], piece.alone)
    return Block(start, end, kind)


def kind_of(words: str, alone: bool) -> BlockKind:
    """What a run of words is by its looks; ``alone``: set off from what stands around it."""
    if len(words) > 2 * LONGEST_HEADING:
        return "list-item" if _LIST_ITEM.match(words[:20]) else "paragraph"
    if date_alone(words) or (_BYLINE.fullmatch(words) and not ends_sentence(words)):
        return "byline"
    if _LIST_ITEM.match(words):
        return "list-item"
    return "heading" if alone and _is_heading(words) else "paragraph"


def _is_heading(words: str) -> bool:
    if len(words) > LONGEST_HEADING or words[0].islower():
        return False
    return not ends_sentence(words) and not words.endswith((",", "-", "–", "—"))
