"""The front matter of a Markdown file: YAML between two lines of three dashes."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from natocheck.language.lines import Span
from natocheck.model.errors import InputError
from natocheck.readers.dateline import date_alone

_KEY = re.compile(r"\s*(?:#.*|[\w-]+\s*:(?:\s.*)?)")
_FENCE = "---"


class FrontMatter(NamedTuple):
    """What the front matter says, and how many lines it takes."""

    lines: int = 0
    title: str | None = None
    date: dt.date | None = None


def front_matter(path: str, text: str, lines: Sequence[Span]) -> FrontMatter:
    """Read ``title`` and ``date``; a text without front matter gives an empty one.

    Raises InputError for YAML that is broken and for a date that is no day.
    """
    close = _closing_line(path, text, lines)
    if close is None:
        return FrontMatter()
    entries = _load(path, text[lines[1][0] : lines[close][0]])
    title = entries.get("title")
    return FrontMatter(close + 1, str(title) if title else None, _date(path, text, lines, entries))


def _closing_line(path: str, text: str, lines: Sequence[Span]) -> int | None:
    def line(number: int) -> str:
        return text[slice(*lines[number])].rstrip() if number < len(lines) else ""

    if line(0) != _FENCE or not (_KEY.fullmatch(line(1)) or line(1) == _FENCE):
        return None
    for number in range(1, len(lines)):
        if line(number) in (_FENCE, "..."):
            return number
    if re.match(r"(?:title|date)\s*:", line(1)):
        raise InputError(
            f"{path}: line 1: the front matter has no end. Close it with a line '---'."
        )
    return None


def _load(path: str, source: str) -> dict[Any, Any]:
    try:
        # Every value stays the text it is: a date that is none is for us to name.
        entries = YAML(typ="base", pure=True).load(source)
    except (YAMLError, RecursionError) as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        line = mark.line + 2 if mark else 1
        what = getattr(error, "problem", None) or "not readable"
        raise InputError(
            f"{path}: line {line}: the front matter is no YAML ({what}). "
            "Write lines such as 'title: \"…\"' and 'date: 2025-06-25'."
        ) from error
    return entries if isinstance(entries, dict) else {}


def _date(path: str, text: str, lines: Sequence[Span], entries: dict[Any, Any]) -> dt.date | None:
    value = str(entries.get("date") or "")
    if value in ("", "~", "null"):
        return None
    day = date_alone(value)
    if day is None:
        number = next(n for n, span in enumerate(lines, 1) if text[slice(*span)][:4] == "date")
        raise InputError(
            f"{path}: line {number}: the date {value!r} is no day. "
            "Write it as year, month, day: 'date: 2025-06-25'."
        )
    return day
