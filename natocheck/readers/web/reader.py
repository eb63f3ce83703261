"""Read a web page as an article."""

from collections.abc import Sequence
from itertools import pairwise

from natocheck.model.places import Origin
from natocheck.model.text import Block, Document
from natocheck.readers.plain import find_date
from natocheck.readers.web.choosing import article
from natocheck.readers.web.cutting import Cut, cut
from natocheck.readers.web.metadata import day_of, read_head, title_of

_GAP = "\n\n"


def read(path: str, text: str, encoding: str) -> Document:
    """Read the source ``text`` of a page; its head may give the title and the date.

    The document's text is what a reader of the page sees, a blank line between blocks; its
    origin maps it to the source.
    """
    cutter, head = cut(text), read_head(text)
    cuts = [each for each in cutter.cuts if each.signs]
    chosen = [_trimmed(each) for each in article(cuts, text, cutter.deepest)]
    words = _GAP.join(each.text for each in chosen)
    blocks = tuple(_blocks(chosen))
    day = day_of(head, cutter.stamps)
    date = day or find_date(words, blocks)
    return Document(
        path=path,
        text=words,
        blocks=blocks,
        date=date,
        date_source=("metadata" if day else "dateline") if date else None,
        title=title_of(head) or _first_heading(chosen),
        encoding=encoding,
        origin=Origin(source=text, runs=_runs(chosen)),
    )


def _trimmed(each: Cut) -> Cut:
    text = each.text
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    return Cut(each.kind, each.content, each.signs[first:last], each.at[first:last], each.excuse)


def _blocks(chosen: Sequence[Cut]) -> list[Block]:
    found: list[Block] = []
    start = 0
    for each in chosen:
        end = start + len(each.signs)
        found.append(Block(start, end, each.kind))
        start = end + len(_GAP)
    return found


def _runs(chosen: Sequence[Cut]) -> tuple[tuple[int, int], ...]:
    """Where the text and the source run alike: a new run wherever the source leaps."""
    found: list[tuple[int, int]] = []
    start = 0
    for each in chosen:
        leaps = [0, *(i for i, (a, b) in enumerate(pairwise(each.at), 1) if b != a + 1)]
        found += [(start + i, each.at[i]) for i in leaps if each.at]
        start += len(each.signs) + len(_GAP)
    return tuple(found)


def _first_heading(chosen: Sequence[Cut]) -> str | None:
    return next((each.text for each in chosen if each.kind == "heading"), None)
