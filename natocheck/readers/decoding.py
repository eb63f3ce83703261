"""From bytes to text, or to a message that says why these bytes are none."""

import codecs
import re

from natocheck.model.errors import InputError

_HEAD = 10_000_000
_SAMPLE = 200_000

# Three accented letters in a row, or a sign within a word, are another alphabet misread.
_GARBLED = re.compile(r"[À-ÖØ-öø-ÿŠšŽžŒœŸƒ]{3}|[^\W\d_][¡-©«-´¶-¹»-¿×÷†‡‰ˆ˜][^\W\d_]")

_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word, OpenDocument or other zipped file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
)

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; the four bytes of UTF-32 come first, as UTF-16's begin them."""


def decode(data: bytes) -> tuple[str, str]:
    """The text of ``data`` and the encoding assumed, so that ``data.decode(encoding) == text``.

    A byte order mark decides and is no part of the text; else the text is UTF-8 if it
    can be; else the likeliest encoding serves. Line breaks stay as they are. Raises
    InputError for a file that is no text.
    """
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _decode_marked(data, encoding), encoding
    _refuse_binary(data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guess(data)


def decode_page(data: bytes) -> tuple[str, str]:
    """As ``decode``, but a web page may say itself what it is encoded in."""
    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    marked = any(data.startswith(mark) for mark, _ in _MARKED)
    if declared is not None and not marked:
        try:
            encoding = codecs.lookup(declared[1].decode("ascii")).name
            return data.decode(encoding), encoding
        except (LookupError, ValueError):
            pass  # what it says is not so
    return decode(data)


def _decode_marked(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"This begins as {encoding} text but is damaged at byte {error.start}. "
            "Save it again as UTF-8."
        ) from error


def _refuse_binary(data: bytes) -> None:
    for magic, what in _BINARY:
        if data.startswith(magic):
            raise InputError(f"This is {what}, not text. Save the article as text (.txt).")
    if b"\0" in data:
        raise InputError(
            "This is a binary file, or UTF-16 without a byte order mark. "
            "Save the article as UTF-8 text."
        )


def _guess(data: bytes) -> tuple[str, str]:
    """Windows-1252, what English is otherwise written in, if it reads well; else the likeliest.

    The guess is made from the lines beyond ASCII, to be quick on a large file.
    """
    lines = [line for line in data[:_HEAD].splitlines() if not line.isascii()]
    sample = b"\n".join(lines)[:_SAMPLE] or data[-_SAMPLE:]
    from charset_normalizer import from_bytes  # which hardly any file needs

    likely = [match.encoding for match in from_bytes(sample)]
    for encoding in ["cp1252", *likely] if _reads_well(sample) else likely:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1"), "latin-1"


def _reads_well(sample: bytes) -> bool:
    try:
        return _GARBLED.search(sample.decode("cp1252")) is None
    except UnicodeDecodeError:
        return False
