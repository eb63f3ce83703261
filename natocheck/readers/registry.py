"""Which reader reads which file: a format is one file and one line here."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from natocheck.model.errors import InputError
from natocheck.model.text import Document
from natocheck.readers import markdown, plain
from natocheck.readers.decoding import decode

Reader = Callable[[str, str, str], Document]
"""Takes a path, its text and its encoding, and gives the document."""

READERS: dict[str, Reader] = {
    ".txt": plain.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
}

STDIN = "-"

LARGEST = 5_000_000
"""Bytes of the largest article that is read, about 800,000 words. A larger file is no
article but a collection, and checking it as one would take hours and fill the memory."""


def read(path: str, stdin: bytes | None = None) -> Document:
    """Read one article. A file whose suffix no reader has is read as plain text.

    ``path`` "-" is standard input: ``stdin`` if given, else the process's own.
    ``Document.text`` is the decoded file as it stands, without a byte order mark and
    with its own line breaks: ``Path(path).read_bytes().decode(document.encoding)``.
    Raises InputError, with what to do next, for whatever is not an article; its message
    leaves the path to whoever shows it.
    """
    data = _stdin(stdin) if path == STDIN else _content(path)
    _refuse_collection(len(data))
    text, encoding = decode(data)
    _refuse_wordless(text)
    reader = READERS.get(Path(path).suffix.lower(), plain.read)
    return reader(path, text, encoding)


def _stdin(given: bytes | None) -> bytes:
    if given is not None:
        return given
    if sys.stdin is None:
        raise InputError("Standard input is closed. Pipe an article to it, or name a file.")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise InputError(f"Standard input cannot be read: {error.strerror}.") from error


def _content(path: str) -> bytes:
    try:
        # Not blocking: opening a named pipe would wait for somebody to write to it.
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise InputError("This is not a file. Name a file, or pipe it to '-'.")
            _refuse_collection(os.fstat(handle).st_size)
            return file.read()
    except FileNotFoundError as error:
        raise InputError("There is no such file. Check the spelling.") from error
    except IsADirectoryError as error:
        raise InputError("This is a folder, not a file.") from error
    except PermissionError as error:
        raise InputError("You may not read this file. Check its permissions.") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise InputError(f"This file cannot be read: {why}.") from error


def _refuse_collection(size: int) -> None:
    if size > LARGEST:
        most = LARGEST / 1e6
        raise InputError(
            f"It has {size / 1e6:.1f} MB, more than the {most:.0f} MB of the longest article. "
            "Split it into its articles."
        )


def _refuse_wordless(text: str) -> None:
    if not any(char.isalnum() for char in text):
        raise InputError("There is no text in it.")
    if text[:200].lstrip().lower().startswith(("<!doctype html", "<html")):
        raise InputError("This is a web page. Save the article as text or Markdown.")
