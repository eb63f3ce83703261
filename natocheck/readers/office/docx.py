"""Word files (.docx)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.model.text import BlockKind, Document
from natocheck.readers.office.package import Package
from natocheck.readers.office.paragraphs import Paragraph, document_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", f"{_W}instrText", _FALLBACK}
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}


def read(path: str, data: bytes) -> Document:
    """Read the paragraphs of a Word file, also those in tables, in their order.

    Insertions are in and deletions out; comments, notes, headers and footers are left out.
    """
    package = Package(data, "Word file")
    root = package.main("word/document.xml")
    styles = _kinds_of_styles(package.part("word/styles.xml"))
    title = _title(package.part("docProps/core.xml"))
    return document_of(path, list(_paragraphs(root, styles)), title)


def _title(core: "_Element | None") -> str | None:
    found = core.findtext(_TITLE) if core is not None else None
    return " ".join((found or "").split()) or None


def _kinds_of_styles(styles: "_Element | None") -> dict[str, BlockKind]:
    """The kind of block that each style of a name like "heading 1" makes, by the style's id."""
    found: dict[str, BlockKind] = {}
    for style in styles.iter(f"{_W}style") if styles is not None else ():
        named = style.find(f"{_W}name")
        name = named.get(f"{_W}val", "").lower() if named is not None else ""
        if name.startswith(("heading", "title", "subtitle")):
            found[style.get(f"{_W}styleId", "")] = "heading"
        if name.startswith("list"):
            found[style.get(f"{_W}styleId", "")] = "list-item"
    return found


def _paragraphs(root: "_Element", styles: dict[str, BlockKind]) -> Iterator[Paragraph]:
    """The paragraphs; one whose mark is deleted runs on in the next."""
    before = ""
    for each in root.iter(f"{_W}p"):
        if _is_within(each, _FALLBACK):
            continue
        text = before + "".join(_words(each))
        before = text if each.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None else ""
        if not before:
            yield Paragraph(text, _kind(each, styles))
    if before:
        yield Paragraph(before)


def _is_within(element: "_Element", tag: str) -> bool:
    return next(element.iterancestors(tag), None) is not None


def _words(element: "_Element") -> Iterator[str]:
    """The words of a paragraph; a paragraph inside, of a text box, is one of its own."""
    pending = [iter(element)]
    while pending:
        child = next(pending[-1], None)
        if child is None:
            pending.pop()
        elif child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _LEFT_OUT and child.tag != f"{_W}p":
            pending.append(iter(child))


def _kind(paragraph: "_Element", styles: dict[str, BlockKind]) -> BlockKind | None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    named = styles.get(style.get(f"{_W}val", "")) if style is not None else None
    numbered = paragraph.find(f"{_W}pPr/{_W}numPr") is not None
    return named or ("list-item" if numbered else None)
