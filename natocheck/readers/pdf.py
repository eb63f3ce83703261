"""PDF files, page by page, as well as the text in them can be put together again."""

import io
import logging
import re
from itertools import accumulate

from msgspec.structs import replace

from natocheck.model.errors import InputError
from natocheck.model.places import Origin
from natocheck.model.text import Document
from natocheck.readers import plain

_HYPHENATED = re.compile(r"(?<=[a-z])[-\u00ad\u2010]\n(?=[a-z])")
_DAMAGED = "This PDF is damaged. Save the article as text (.txt)."
# What pypdf lets through of a file whose objects are not what they should be.
_FAULTS = (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)


def read(path: str, data: bytes) -> Document:
    """Read the text of a PDF; its places are counted in pages.

    Words parted at the end of a line are joined. Raises InputError for a file that is
    damaged, locked or a picture of a text.
    """
    pages = _pages(data)
    if not any(char.isalnum() for page in pages for char in page):
        raise InputError("There is no text in this PDF: it may be a scan. Save it as text.")
    text = "\n".join(pages)
    starts = accumulate((len(page) + 1 for page in pages[:-1]), initial=0)
    origin = Origin(unit="page", starts=tuple(starts))
    return replace(plain.read(path, text, "utf-8"), origin=origin)


def _pages(data: bytes) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError("This PDF is protected by a password. Save it without one.")
        return [_joined(page.extract_text()) for page in reader.pages]
    except (*_FAULTS, PyPdfError) as error:
        raise InputError(_DAMAGED) from error


def _joined(text: str) -> str:
    return _HYPHENATED.sub("", text)
