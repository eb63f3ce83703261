"""A draft as an editor holds it: its path, its kind and its text."""

from pathlib import Path
from urllib.parse import unquote

import msgspec
from pygls.uris import to_fs_path

from natocheck.readers.registry import TEXTS

_KINDS = {"plaintext": ".txt", "text": ".txt", "markdown": ".md", "html": ".html"}
"""What editors call the kinds that are read; a suffix that a reader has goes before."""


class Draft(msgspec.Struct, frozen=True):
    """A text in an editor; ``suffix`` is that of the files it would be read as."""

    path: str
    suffix: str
    text: str

    @property
    def folder(self) -> Path:
        """From where its configuration is looked for."""
        return Path(self.path).absolute().parent


def draft_of(uri: str, language: str | None, text: str) -> Draft | None:
    """The draft behind an address; None for what is no article (code, say).

    A draft without a suffix of its own, such as one that was not saved yet, is named by its kind.
    """
    path = to_fs_path(uri) or unquote(uri.partition(":")[2])
    own = Path(path).suffix.lower()
    suffix = own if own in TEXTS else _KINDS.get(language or "")
    if suffix is None:
        return None
    return Draft(path if own == suffix else path + suffix, suffix, _readable(text))


def _readable(text: str) -> str:
    """The text, as long as it was, without halves of signs, which nothing can read."""
    return text.encode("utf-8", "replace").decode("utf-8")
