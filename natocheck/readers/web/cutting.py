"""From the source of a page to blocks of text, each sign with its place in the source."""

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from natocheck.model.text import BlockKind
from natocheck.readers.web.tags import BLOCKS, CLOSED_BY, CONTENT, SILENT, SILENT_ROLES, VOID

_SPACE = " \t\n\r\f"
_EXCUSE = re.compile(r"\s*natocheck:")
_NEAR = 1000


@dataclass
class Cut:
    """A block in the making: its signs, and where each of them stands in the source."""

    kind: BlockKind
    content: frozenset[str]
    signs: list[str] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    excuse: bool = False

    @property
    def text(self) -> str:
        """Its signs as one string."""
        return "".join(self.signs)


@dataclass(frozen=True, slots=True)
class _Open:
    """An element that is open, and what it and those around it make of the text in it.

    ``holder`` is the innermost that sorts a block, ``content`` are all that mark an article.
    """

    tag: str
    silent: bool
    holder: str
    content: frozenset[str]

    def within(self, tag: str, *, silent: bool) -> "_Open":
        """An element inside of this one."""
        holder = tag if tag in BLOCKS and tag != "div" and not silent else self.holder
        marks = tag in CONTENT and tag not in self.content and not silent
        return _Open(tag, silent, holder, self.content | {tag} if marks else self.content)


_PAGE = _Open("", False, "", frozenset())


class Cutter(HTMLParser):
    """Cuts the source into blocks. ``feed`` it once; then read ``cuts`` and ``stamps``.

    ``stamps`` are the datetime attributes of time elements, in order, and ``deepest`` is how
    many elements are open at once.
    """

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.cuts: list[Cut] = []
        self.stamps: list[str] = []
        self.deepest = 0
        self._lines = [0, *(m.end() for m in re.finditer("\n", source))]
        self._open = [_PAGE]
        self._silent = 0
        self._begin()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; a block ends the one before it."""
        while tag in CLOSED_BY.get(self._open[-1].tag, ()):
            self._close()
        if tag in BLOCKS:
            self._begin(tag)
        if tag == "br":
            self._add("\n", self._offset())
        if tag == "time":
            self.stamps += [value for name, value in attrs if name == "datetime" and value]
        if tag not in VOID:
            silent = tag in SILENT or _is_silenced(dict(attrs))
            self._silent += silent
            self._open.append(self._open[-1].within(tag, silent=silent))
            self.deepest = max(self.deepest, len(self._open) - 1)

    def handle_endtag(self, tag: str) -> None:
        """Close an element, with those inside that were left open."""
        if not any(each.tag == tag for each in self._open[-_NEAR:]):
            return
        while self._close() != tag:
            pass
        if tag in BLOCKS:
            self._begin()

    def handle_data(self, data: str) -> None:
        """Take up text; white space counts as one space."""
        start = self._offset()
        for i, sign in enumerate(data):
            self._add(" " if sign in _SPACE else sign, start + i)

    def handle_entityref(self, name: str) -> None:
        """Take up a sign that is written as its name."""
        self._add_named(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Take up a sign that is written as its number."""
        self._add_named(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        """Keep what a comment says to natocheck, as it stands; all others are left out."""
        if _EXCUSE.match(data) and not self._silent:
            start = self._offset()
            self.cuts[-1].excuse = True
            for i, sign in enumerate(f"<!--{data}-->"):
                self.cuts[-1].signs.append(sign)
                self.cuts[-1].at.append(start + i)

    def _add_named(self, reference: str) -> None:
        for sign in html.unescape(reference):
            self._add(" " if sign == "\xa0" else sign, self._offset())

    def _add(self, sign: str, at: int) -> None:
        last = self.cuts[-1].signs[-1:] or [" "]
        if self._silent or (sign in " \n" and last[0] in " \n"):
            return
        self.cuts[-1].signs.append(sign)
        self.cuts[-1].at.append(at)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _begin(self, tag: str = "") -> None:
        holder = self._open[-1].holder
        kind = BLOCKS.get(tag or holder, "paragraph")
        if kind == "paragraph" and holder in {"li", "dd"}:
            kind = "list-item"
        inside = self._open[-1].content
        self.cuts.append(Cut(kind, inside | {tag} if tag in CONTENT else inside))

    def _close(self) -> str:
        closed = self._open.pop()
        self._silent -= closed.silent
        return closed.tag


def _is_silenced(attributes: dict[str, str | None]) -> bool:
    """Whether an element is hidden, or stands beside the article by its role."""
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return hidden or attributes.get("role") in SILENT_ROLES


def cut(source: str) -> Cutter:
    """Cut a page's source into blocks."""
    cutter = Cutter(source)
    cutter.feed(source)
    cutter.close()
    return cutter
