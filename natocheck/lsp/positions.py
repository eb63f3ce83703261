r"""Between offsets in code points and the positions of the protocol: lines and units from 0.

Lines end in "\n", "\r\n" or "\r", as in the protocol; columns count the units that the client
and the server agreed upon.
"""

from bisect import bisect_right

from lsprotocol.types import Position, Range

from natocheck.model.places import line_spans

_BYTES = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""How each encoding is written, and the bytes of one of its units."""


class Positions:
    """The positions of one text, in one position encoding."""

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self._text = text
        self._lines = line_spans(text)
        self._starts = [start for start, _ in self._lines]
        self._codec, self._bytes = _BYTES[encoding]

    def position(self, offset: int) -> Position:
        """The position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self._units(self._text[self._starts[line] : offset]))

    def range(self, start: int, end: int) -> Range:
        """The range of a span."""
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The offset of a position; one beyond its line, or the text, is at the end of it."""
        if position.line >= len(self._lines):
            return len(self._text)
        start, end = self._lines[position.line]
        left = position.character
        for at in range(start, end):
            left -= self._units(self._text[at])
            if left < 0:
                return at
        return end

    def line(self, number: int) -> Range:
        """The range of a line; of the last for one beyond the text."""
        return self.range(*self._lines[min(number, len(self._lines) - 1)])

    def _units(self, text: str) -> int:
        return len(text.encode(self._codec)) // self._bytes
