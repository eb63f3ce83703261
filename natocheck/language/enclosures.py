"""What a sentence encloses: brackets and quotations within which it does not end."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from natocheck.language.marks import CLOSERS, OPENERS, Mark
from natocheck.model.places import Span

LONGEST = 400
"""Characters of the longest enclosure; the partner of a mark further off is likely lost."""

_CLOSING = {
    "“": re.compile("”"),
    "«": re.compile("»"),
    '"': re.compile(r'(?<=\S)"'),
    "‘": re.compile(r"(?<=\S)’(?!\w)"),  # within a word it is an apostrophe
}
_OPENING = re.compile(r"[“«‘\"](?<![^\s(\[–—-].)(?=\S)")
_RUNS_ON = re.compile(r"\s+[a-z]|[,;]")
_CITED = re.compile(r"\s+\([a-z]")


class Enclosures:
    """Whether a mark stands within one of the brackets or quotations of a text."""

    def __init__(self, text: str) -> None:
        self._spans = list(_united([*_brackets(text), *_quotations(text)]))
        self._starts = [start for start, _ in self._spans]

    def hold(self, mark: Mark) -> bool:
        """Whether ``mark`` stands in one of them and does not close it."""
        number = bisect_right(self._starts, mark.at) - 1
        return number >= 0 and mark.cut < self._spans[number][1]


def quotation_at(text: str, start: int) -> Span | None:
    """The span of the quotation that the mark at ``start`` opens, if it closes soon."""
    closing = _CLOSING.get(text[start])
    found = closing.search(text, start + 1, start + LONGEST) if closing else None
    return (start, found.end()) if found else None


def runs_on(text: str, quotation: Span) -> bool:
    """Whether the sentence goes on after a quotation, in lower case or after a comma."""
    start, end = quotation
    unfinished = text[start:end].rstrip(CLOSERS)[-1:] not in ".!?…"
    return bool(_RUNS_ON.match(text, end) or (unfinished and _CITED.match(text, end)))


def _quotations(text: str) -> Iterator[Span]:
    """Quotations that a sentence opens and after which it goes on."""
    reached = 0
    for found in _OPENING.finditer(text):
        span = quotation_at(text, found.start()) if found.start() >= reached else None
        if span is not None:
            reached = span[1]
            if _within(text, span[0]) and runs_on(text, span):
                yield span


def _brackets(text: str) -> Iterator[Span]:
    """Outermost round and square brackets that a sentence opens."""
    opened: list[int] = []
    for found in re.finditer(r"[()\[\]]", text):
        if found[0] in "([":
            if opened and found.start() - opened[0] > LONGEST:
                opened.clear()
            opened.append(found.start())
        elif opened:
            start = opened.pop()
            if not opened and found.start() - start <= LONGEST and _within(text, start):
                yield start, found.end()


def _within(text: str, start: int) -> bool:
    """Whether what opens at ``start`` stands within a sentence, not at the head of one."""
    before = text[max(0, start - 10) : start].rstrip(" \t\r\n" + OPENERS)
    return bool(before) and before.rstrip(CLOSERS)[-1:] not in ".!?…"


def _united(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans in order, those that overlap made one."""
    current: Span | None = None
    for start, end in sorted(spans):
        if current is not None and start < current[1]:
            current = current[0], max(current[1], end)
            continue
        if current is not None:
            yield current
        current = start, end
    if current is not None:
        yield current
