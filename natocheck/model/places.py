r"""Lines and columns: from offsets of a text to where they stand in its file.

Lines end in "\n", "\r\n" or "\r"; lines and columns count from 1, columns in code points.
A Word file has paragraphs instead of lines, a PDF pages, a collection of articles rows.
"""

import re
from bisect import bisect_right
from typing import Literal

import msgspec

_BREAK = re.compile(r"\r\n?|\n")
_REFERENCE = re.compile(r"&#?\w+;")

Span = tuple[int, int]
Unit = Literal["line", "paragraph", "page"]


class Origin(msgspec.Struct, frozen=True):
    """How the offsets of a text relate to the file that it was taken out of.

    ``unit``: what its places are counted in, each beginning at one of ``starts``, or at every
    line if there are none. ``source``: the file as it stands, where the text was cut out of it;
    ``runs`` then pairs offsets of the text with those of the source, in order: from each on
    the two are alike up to the next. ``row``: the row of a collection, ``first``: its line.
    """

    unit: Unit = "line"
    starts: tuple[int, ...] = ()
    source: str = ""
    runs: tuple[tuple[int, int], ...] = ()
    row: int | None = None
    first: int = 1


class Place(msgspec.Struct, frozen=True):
    """Where something stands in its file; ``end_column`` is the one after the last sign."""

    line: int
    column: int
    end_line: int
    end_column: int
    unit: Unit = "line"
    row: int | None = None

    @property
    def words(self) -> str:
        """The place for a reader: "line 3", "paragraph 7", "row 2"."""
        return f"row {self.row}" if self.row is not None else f"{self.unit} {self.line}"


class Places:
    """The places of one document's spans, in the file that it was read from."""

    def __init__(self, text: str, origin: Origin | None = None) -> None:
        self._origin = origin or Origin()
        self._text = self._origin.source or text
        self._starts = list(self._origin.starts) or [s for s, _ in line_spans(self._text)]
        self._at = [at for at, _ in self._origin.runs]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset of the text, in its file."""
        if self._origin.row is not None:
            return self._origin.first, 1
        return self._counted(self._in_source(offset))

    def of(self, start: int, end: int) -> Place:
        """The place of the span from ``start`` to ``end`` of the text."""
        line, column = self.position(start)
        last = self.position(end)
        if self._at and end > start:
            last = self._counted(self._end_in_source(end))
        return Place(line, column, *last, self._origin.unit, self._origin.row)

    def in_bytes(self, line: int, column: int) -> int:
        """A column of a line counted in the bytes of UTF-8, as some readers do."""
        if self._origin.row is not None:
            return 1
        start = self._starts[line - 1]
        return len(self._text[start : start + column - 1].encode("utf-8", "replace")) + 1

    def in_source(self, start: int, end: int) -> Span:
        """A span of the text in the file that it was cut out of, from first sign to last."""
        return self._in_source(start), self._end_in_source(end) if end > start else start

    def _in_source(self, offset: int) -> int:
        if not self._at:
            return offset
        at, source = self._origin.runs[max(bisect_right(self._at, offset) - 1, 0)]
        return source + max(offset - at, 0)

    def _end_in_source(self, end: int) -> int:
        """Behind the last sign before ``end``, which the source may write as its name."""
        last = self._in_source(end - 1)
        named = _REFERENCE.match(self._text, last) if self._at else None
        return named.end() if named else last + 1

    def _counted(self, offset: int) -> tuple[int, int]:
        number = bisect_right(self._starts, offset)
        return number, offset - self._starts[number - 1] + 1


def line_spans(text: str) -> list[Span]:
    """Start and end of every line, its line break left out, in code points."""
    spans: list[Span] = []
    start = 0
    for found in _BREAK.finditer(text):
        spans.append((start, found.start()))
        start = found.end()
    spans.append((start, len(text)))
    return spans
