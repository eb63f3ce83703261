"""The front matter of a Markdown file: YAML between two lines of three dashes."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from natocheck.model.errors import InputError
from natocheck.model.places import Span
from natocheck.readers.dateline import date_alone

_KEY = re.compile(r"\s*(?:#.*|(?P<quote>[\"']?)[\w-]+(?P=quote)\s*:(?:\s.*)?)")
_OURS = re.compile(r"[\"']?(?:title|date)[\"']?\s*:", re.IGNORECASE)
_DATE_KEY = re.compile(r"[\"']?date[\"']?\s*:", re.IGNORECASE)
_FENCE = "---"


class FrontMatter(NamedTuple):
    """What the front matter says, and how many lines it takes."""

    lines: int = 0
    title: str | None = None
    date: dt.date | None = None


def front_matter(text: str, lines: Sequence[Span]) -> FrontMatter:
    """Read ``title`` and ``date``; a text without front matter gives an empty one.

    Keys may be in capitals; a title that is no text is passed over.
    Raises InputError for YAML that is broken and for a date that is no day.
    """
    close = _closing_line(text, lines)
    if close is None:
        return FrontMatter()
    entries = _load(text[lines[1][0] : lines[close][0]])
    title = entries.get("title")
    title = title if isinstance(title, str) and title else None
    return FrontMatter(close + 1, title, _date(text, lines[:close], entries.get("date")))


def _closing_line(text: str, lines: Sequence[Span]) -> int | None:
    def line(number: int) -> str:
        return text[slice(*lines[number])].rstrip() if number < len(lines) else ""

    if line(0) != _FENCE or not (_KEY.fullmatch(line(1)) or line(1) == _FENCE):
        return None
    for number in range(1, len(lines)):
        if line(number) in (_FENCE, "..."):
            return number
    if _OURS.match(line(1)):
        raise InputError("line 1: the front matter has no end. Close it with a line '---'.")
    return None


def _load(source: str) -> dict[str, Any]:
    try:
        # Every value stays the text it is: a date that is none is for us to name.
        entries = YAML(typ="base", pure=True).load(source)
    except (YAMLError, RecursionError) as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        line = mark.line + 2 if mark else 1
        what = getattr(error, "problem", None) or "not readable"
        raise InputError(
            f"line {line}: the front matter is no YAML ({what}). "
            "Write lines such as 'title: \"…\"' and 'date: 2025-06-25'."
        ) from error
    if not isinstance(entries, dict):
        return {}
    return {key.lower(): value for key, value in entries.items() if isinstance(key, str)}


def _date(text: str, lines: Sequence[Span], value: Any) -> dt.date | None:
    if value in (None, "", "~", "null"):
        return None
    day = date_alone(value) if isinstance(value, str) else None
    if day is None:
        found = (n for n, span in enumerate(lines, 1) if _DATE_KEY.match(text, *span))
        shown = f" {value!r}" if isinstance(value, str) else ""
        raise InputError(
            f"line {next(found, 1)}: the date{shown} is no day. "
            "Write it as year, month, day: 'date: 2025-06-25'."
        )
    return day
