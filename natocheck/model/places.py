r"""Lines and columns: from offsets of a text to where they stand in its file.

Lines end in "\n", "\r\n" or "\r"; lines and columns count from 1, columns in code points.
"""

import re
from bisect import bisect_right

import msgspec

_BREAK = re.compile(r"\r\n?|\n")

Span = tuple[int, int]


class Place(msgspec.Struct, frozen=True):
    """Where something stands in its file; ``end_column`` is the one after the last sign."""

    line: int
    column: int
    end_line: int
    end_column: int


class Places:
    """The places of one document's spans, in the file that it was read from."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [start for start, _ in line_spans(text)]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset of the text."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def of(self, start: int, end: int) -> Place:
        """The place of the span from ``start`` to ``end`` of the text."""
        return Place(*self.position(start), *self.position(end))

    def in_bytes(self, line: int, column: int) -> int:
        """A column of a line counted in the bytes of UTF-8, as some readers do."""
        start = self._starts[line - 1]
        return len(self._text[start : start + column - 1].encode("utf-8", "replace")) + 1


def line_spans(text: str) -> list[Span]:
    """Start and end of every line, its line break left out, in code points."""
    spans: list[Span] = []
    start = 0
    for found in _BREAK.finditer(text):
        spans.append((start, found.start()))
        start = found.end()
    spans.append((start, len(text)))
    return spans
