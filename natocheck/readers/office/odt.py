"""OpenDocument texts (.odt)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.model.text import BlockKind, Document
from natocheck.readers.office.package import Package
from natocheck.readers.office.paragraphs import Paragraph, document_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT = f"{{{_OPEN}text:1.0}}"
_OFFICE = f"{{{_OPEN}office:1.0}}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_LEFT_OUT = {
    f"{_TEXT}tracked-changes",  # what was deleted
    f"{_TEXT}note",
    f"{_OFFICE}annotation",
    f"{_TEXT}ruby-text",
}
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}


def read(path: str, data: bytes) -> Document:
    """Read the paragraphs and headings of an OpenDocument text in their order.

    Insertions are in and deletions out; comments and notes are left out.
    """
    package = Package(data, "OpenDocument text")
    root = package.main("content.xml")
    meta = package.part("meta.xml")
    title = next((e.text for e in meta.iter(_TITLE)), None) if meta is not None else None
    paragraphs = [Paragraph("".join(_words(each)), _kind(each)) for each in _paragraphs(root)]
    return document_of(path, paragraphs, " ".join((title or "").split()) or None)


def _paragraphs(root: "_Element") -> Iterator["_Element"]:
    for each in root.iter(f"{_TEXT}p", f"{_TEXT}h"):
        if not any(next(each.iterancestors(tag), None) is not None for tag in _LEFT_OUT):
            yield each


def _words(element: "_Element") -> Iterator[str]:
    """The words of a paragraph: runs of white space are written as elements here."""
    yield " ".join((element.text or "").split("\n"))
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield " " * min(int(child.get(f"{_TEXT}c", "1") or 1), 100)
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
            yield from _words(child)
        yield " ".join((child.tail or "").split("\n"))


def _kind(paragraph: "_Element") -> BlockKind | None:
    if paragraph.tag == f"{_TEXT}h":
        return "heading"
    listed = next(paragraph.iterancestors(f"{_TEXT}list-item"), None) is not None
    return "list-item" if listed else None
