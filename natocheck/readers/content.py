"""The bytes of an input: a file's, or standard input's."""

import os
import stat
import sys

from natocheck.model.errors import InputError

STDIN = "-"

LARGEST = 25_000_000
"""Bytes of the largest article that is read, about 4 million words. A larger file is no
article but a collection, and checking it as one would take hours and fill the memory."""

LARGEST_COLLECTION = 100_000_000
"""Bytes of the largest collection of articles that is read into the memory at once."""


def content(path: str) -> bytes:
    """The bytes of a file, or of standard input for "-".

    Raises InputError, with what to do next, for what cannot be read.
    """
    return _stdin() if path == STDIN else _file(path)


def refuse_collection(size: int) -> None:
    """Raise InputError for more bytes than an article has."""
    if size > LARGEST:
        most = LARGEST / 1e6
        raise InputError(
            f"It has {size / 1e6:.1f} MB, more than the {most:.0f} MB of the longest article. "
            "Split it into its articles."
        )


def _refuse_archive(size: int) -> None:
    if size > LARGEST_COLLECTION:
        most = LARGEST_COLLECTION / 1e6
        raise InputError(f"It has {size / 1e6:.0f} MB, more than {most:.0f} MB. Split it.")


def _stdin() -> bytes:
    if sys.stdin is None:
        raise InputError("Standard input is closed. Pipe an article to it, or name a file.")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise InputError(f"Standard input cannot be read: {error.strerror}.") from error


def _file(path: str) -> bytes:
    try:
        # Not blocking: opening a named pipe would wait for somebody to write to it.
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise InputError("This is not a file. Name a file, or pipe it to '-'.")
            _refuse_archive(os.fstat(handle).st_size)
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
