r"""Lines of a text as it stands: "\n", "\r\n" and "\r" end one, nothing else does."""

import re
from bisect import bisect_right

_BREAK = re.compile(r"\r\n?|\n")

Span = tuple[int, int]


def line_spans(text: str) -> list[Span]:
    """Start and end of every line, its line break left out, in code points."""
    spans: list[Span] = []
    start = 0
    for found in _BREAK.finditer(text):
        spans.append((start, found.start()))
        start = found.end()
    spans.append((start, len(text)))
    return spans


class Positions:
    """Turns offsets of one text into lines and columns, both from 1, in code points."""

    def __init__(self, text: str) -> None:
        self._starts = [start for start, _ in line_spans(text)]

    def __call__(self, offset: int) -> tuple[int, int]:
        """Line and column of ``offset``."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
