"""Markdown: headings, paragraphs, quotations and list items; code and comments left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from natocheck.language.prose import prose
from natocheck.model.errors import InputError
from natocheck.model.places import Span, line_spans
from natocheck.model.text import Block, BlockKind, Document
from natocheck.readers.frontmatter import FrontMatter, front_matter
from natocheck.readers.plain import find_date

if TYPE_CHECKING:
    from markdown_it.token import Token

_IMAGE = re.compile(r"!\[[^\[\]]*\][(\[][^()\[\]]*[)\]]")
_NOT_PROSE = re.compile(r"\s*<(?:script|style|pre|!|\?)", re.IGNORECASE)
_DEEPEST = 100
"""Levels of nesting; what lies deeper would be left out by the parser without a word."""
_CONTAINERS = {"list_item": "list-item", "table": "table", "heading": "heading"}


def read(path: str, text: str, encoding: str) -> Document:
    """Read ``text`` as Markdown; its front matter may give ``title`` and ``date``.

    Blocks are slices of the file as it stands, marks of emphasis and links included;
    ``natocheck.language.prose`` blanks those for whoever reads the words. Raises
    InputError for front matter that is broken or whose date is no day, and for nesting that
    nobody writes by hand.
    """
    lines = line_spans(text)
    head = front_matter(text, lines)
    body = text[lines[head.lines][0] :] if head.lines < len(lines) else ""
    blocks = tuple(_blocks(text, lines, head.lines, _tokens(body)))
    return _document(path, text, encoding, head, blocks)


def _document(
    path: str, text: str, encoding: str, head: FrontMatter, blocks: tuple[Block, ...]
) -> Document:
    date = head.date or find_date(text, blocks)
    source = "metadata" if head.date else "dateline"
    return Document(
        path=path,
        text=text,
        blocks=blocks,
        date=date,
        date_source=source if date else None,  # type: ignore[arg-type]
        title=head.title or _title(text, blocks),
        encoding=encoding,
    )


def _title(text: str, blocks: Sequence[Block]) -> str | None:
    for block in blocks:
        if block.kind == "heading":
            return " ".join(prose(text, block.start, block.end).split())
    return None


def _tokens(body: str) -> list[Token]:
    from markdown_it import MarkdownIt

    # Only blocks are asked for, so that no inline mark can cost time.
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").disable("inline")
    tokens = parser.parse(body)
    if any(token.level + token.nesting >= _DEEPEST for token in tokens):
        raise InputError("Its quotations or lists are nested too deeply to be read. Flatten them.")
    return tokens


def _blocks(text: str, lines: list[Span], skipped: int, tokens: list[Token]) -> Iterator[Block]:
    depth = dict.fromkeys(_CONTAINERS.values(), 0)
    reached = 0
    for token in tokens:
        container = _CONTAINERS.get(token.type.removesuffix("_open").removesuffix("_close"))
        if container:
            depth[container] += token.nesting
        elif token.map and token.type in ("inline", "html_block") and not depth["table"]:
            first, last = (line + skipped for line in token.map)
            span = _locate(text, token, lines[first:last], reached)
            if span and not _is_wordless(text, span, token):
                reached = span[1]
                yield Block(*span, _kind(text, span, depth))


def _locate(text: str, token: Token, lines: list[Span], reached: int) -> Span | None:
    """Where the token's content stands: from its first line's words to its last line's."""
    content = [line.strip() for line in token.content.split("\n") if line.strip()]
    if not content or not lines:
        return None
    start = text.find(content[0], max(lines[0][0], reached), lines[-1][1])
    last = text.rfind(content[-1], max(start, 0), lines[-1][1])
    return (start, last + len(content[-1])) if 0 <= start <= last else None


def _is_wordless(text: str, span: Span, token: Token) -> bool:
    if token.type == "html_block" and _NOT_PROSE.match(token.content):
        return True
    return not any(char.isalnum() for char in prose(text, *span))


def _kind(text: str, span: Span, depth: dict[str, int]) -> BlockKind:
    if depth["heading"]:
        return "heading"
    if _IMAGE.fullmatch(text, *span):
        return "byline"
    return "list-item" if depth["list-item"] else "paragraph"
