"""Collections: a CSV or JSON Lines file with an article in each row."""

import csv
import datetime as dt
import io
import json
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from natocheck.model.errors import InputError
from natocheck.model.places import Origin
from natocheck.model.report import Problem
from natocheck.model.text import Document
from natocheck.readers import plain
from natocheck.readers.content import refuse_collection
from natocheck.readers.dateline import date_alone
from natocheck.readers.settings import ReadSettings

Row = tuple[int, int, dict[str, Any]]
"""The number of a row, its first line, and its values by column."""


def read_csv(path: str, text: str, settings: ReadSettings) -> Iterator[Document | Problem]:
    """Each row of a CSV file as an article; the first row names the columns.

    Raises InputError, with the columns there are, if that of the text is not among them.
    """
    csv.field_size_limit(max(len(text), csv.field_size_limit()))  # of the whole process
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        names = next(lines, [])
        _require(settings.text_column, names)
        before = lines.line_num
        for number, values in enumerate(lines, 1):
            row = (number, before + 1, dict(zip(names, values, strict=False)))
            before = lines.line_num
            if values:
                yield _article(path, row, settings)
    except csv.Error as error:
        raise InputError(f"line {lines.line_num}: this is no CSV ({error}). Mend it.") from error


def read_json_lines(path: str, text: str, settings: ReadSettings) -> Iterator[Document | Problem]:
    """Each line of a JSON Lines file as an article; a line that is none is a problem."""
    number = 0
    for line, content in enumerate(text.splitlines(), 1):
        if not content.strip():
            continue
        number += 1
        try:
            value = json.loads(content)
        except (ValueError, RecursionError) as error:
            why = getattr(error, "msg", "nested too deeply")
            yield Problem(path=path, message=f"line {line}: this is no JSON ({why}). Mend it.")
            continue
        if not isinstance(value, dict):
            yield Problem(path=path, message=f"line {line}: this is no object with columns.")
            continue
        yield _article(path, (number, line, value), settings)


def _require(column: str, names: list[str]) -> None:
    if column not in names:
        known = ", ".join(names) or "none"
        raise InputError(f"There is no column {column!r} (--text-column). Its columns: {known}.")


def document_of(path: str, values: dict[str, Any], settings: ReadSettings) -> Document:
    """The article of a row, from its values by column.

    Raises InputError for a row that holds none, or whose date is no day.
    """
    _require(settings.text_column, list(values))
    text = values[settings.text_column]
    if not isinstance(text, str) or not any(map(str.isalnum, text)):
        raise InputError(f"There is no text in its column {settings.text_column!r}.")
    refuse_collection(len(text))
    day = _day(values.get(settings.date_column), settings.date_column)
    document = plain.read(path, text, "utf-8")
    return document if day is None else replace(document, date=day, date_source="metadata")


def _article(path: str, row: Row, settings: ReadSettings) -> Document | Problem:
    """A row as an article, or why it is none."""
    number, line, values = row
    try:
        document = document_of(path, values, settings)
    except InputError as error:
        return Problem(path=path, message=f"line {line}: {error}")
    return replace(document, origin=Origin(row=number, first=line))


def _day(value: Any, column: str) -> dt.date | None:
    """The day of a value: of a date, of a moment, or of a text that gives a day."""
    if value in (None, ""):
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    day = date_alone(value) if isinstance(value, str) else value
    if not isinstance(day, dt.date):
        raise InputError(
            f"The date {value!r} in its column {column!r} is no day; write 2025-06-25."
        )
    return day
