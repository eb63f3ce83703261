"""Which reader reads which file: a format is one file and one line here.

Modules are named, not imported, so that a run loads only the readers that it needs.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from natocheck.model.errors import InputError
from natocheck.model.report import Problem
from natocheck.model.text import Document
from natocheck.readers.content import STDIN, content, refuse_collection
from natocheck.readers.decoding import decode, decode_page
from natocheck.readers.settings import ReadSettings

TEXTS = {
    ".txt": "natocheck.readers.plain:read",
    ".md": "natocheck.readers.markdown:read",
    ".markdown": "natocheck.readers.markdown:read",
    ".html": "natocheck.readers.web:read",
    ".htm": "natocheck.readers.web:read",
}
"""Readers that take a path, its text and its encoding, and give the document."""

FILES = {
    ".docx": "natocheck.readers.office.docx:read",
    ".odt": "natocheck.readers.office.odt:read",
    ".pdf": "natocheck.readers.pdf:read",
}
"""Readers that take a path and its bytes, and give the document."""

COLLECTIONS = {
    ".csv": "natocheck.readers.rows:read_csv",
    ".jsonl": "natocheck.readers.rows:read_json_lines",
    ".ndjson": "natocheck.readers.rows:read_json_lines",
}
"""Readers that take a path, its text and the settings, and give a document for each row."""

SUFFIXES = (*TEXTS, *FILES, *COLLECTIONS)

_PAGES = {".html", ".htm"}
_MAGIC = {b"%PDF-": ".pdf", b"<!doctype html": ".html", b"<html": ".html"}
_ZIPPED = {b"word/document.xml": ".docx", b"opendocument.text": ".odt"}


def read(path: str, stdin: bytes | None = None) -> Document:
    """Read a file that holds one article; see ``read_each``.

    Raises InputError, with what to do next, for whatever is not one article.
    """
    found = list(read_each(path, ReadSettings(), stdin))
    for each in found:
        if isinstance(each, Problem):
            raise InputError(each.message)
    documents = [each for each in found if isinstance(each, Document)]
    if len(documents) != 1:
        raise InputError(f"It holds {len(documents)} articles, not one. Check it as a whole.")
    return documents[0]


def read_each(
    path: str, settings: ReadSettings, stdin: bytes | None = None
) -> Iterator[Document | Problem]:
    """Read the article of a file, or of each row of a collection.

    A file whose suffix no reader has is known by how it begins, else read as plain text.
    ``path`` "-" is standard input: ``stdin`` if given, else the process's own; it is read
    and reported under ``settings.stdin_filename``, if that is given. ``Document.text`` of a
    plain or Markdown file is the decoded file as it stands, without a byte order mark and
    with its own line breaks. Raises InputError, with what to do next, for whatever holds no
    article; its message leaves the path to whoever shows it.
    """
    data = stdin if path == STDIN and stdin is not None else content(path)
    name = settings.stdin_filename or path if path == STDIN else path
    suffix = Path(name).suffix.lower()
    suffix = suffix if suffix in SUFFIXES else _suffix_by_content(data)
    if suffix in FILES:
        refuse_collection(len(data))
        yield _loaded(FILES[suffix])(name, data)
    elif suffix in COLLECTIONS:
        yield from _loaded(COLLECTIONS[suffix])(name, decode(data)[0], settings)
    else:
        refuse_collection(len(data))
        yield _text(name, data, suffix)


def _text(path: str, data: bytes, suffix: str) -> Document:
    text, encoding = decode_page(data) if suffix in _PAGES else decode(data)
    return read_text(path, text, suffix, encoding)


def read_text(path: str, text: str, suffix: str, encoding: str = "utf-8") -> Document:
    """Read a text that is at hand already, as a file of this suffix of ``TEXTS`` would be.

    Raises InputError as ``read_each`` does.
    """
    refuse_collection(len(text))
    _refuse_wordless(text, suffix)
    document: Document = _loaded(TEXTS[suffix])(path, text, encoding)
    if suffix in _PAGES and not document.blocks:
        raise InputError("There is no text in it.")
    return document


def _suffix_by_content(data: bytes) -> str:
    head = data[:200].lstrip().lower()
    for magic, suffix in _MAGIC.items():
        if head.startswith(magic.lower()):
            return suffix
    if data.startswith(b"PK"):
        return next((s for name, s in _ZIPPED.items() if name in data), ".txt")
    return ".txt"


@cache
def _loaded(name: str) -> Callable[..., Any]:
    module, function = name.split(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def _refuse_wordless(text: str, suffix: str) -> None:
    if not any(char.isalnum() for char in text):
        raise InputError("There is no text in it.")
    start = text[:200].lstrip().lower()
    if suffix == ".txt" and start.startswith(("<!doctype html", "<html")):
        raise InputError("This is a web page. Give it a name that ends in .html.")


def read_all(
    paths: Iterable[str | Problem], settings: ReadSettings
) -> Iterator[Document | Problem]:
    """Read what was found; an input that cannot be read is a problem and stops nothing."""
    for path in paths:
        if isinstance(path, Problem):
            yield path
            continue
        try:
            yield from read_each(path, settings)
        except InputError as error:
            name = settings.stdin_filename if path == STDIN else None
            yield Problem(path=name or path, message=str(error))
