"""JSON Lines: an object a line, whose columns are those of all lines together."""

import json
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from natocheck.batch.inputs.archive import Archive
from natocheck.model.errors import InputError

_TOGETHER = 256  # lines
Line = tuple[int, dict[str, Any]]


def open_json_lines(path: str) -> Archive:
    """Open a JSON Lines file in UTF-8. It is read once to find its columns and to count."""
    columns, rows = pa.schema([]), 0
    for lines in _together(path):
        columns = _with(columns, lines)
        rows += len(lines)
    return Archive(columns, rows, partial(_read, path, columns))


def _read(path: str, columns: pa.Schema) -> Iterator[pa.RecordBatch]:
    for lines in _together(path):
        objects = pa.array([value for _, value in lines], pa.struct(list(columns)))
        yield pa.RecordBatch.from_struct_array(objects)


def _with(columns: pa.Schema, lines: list[Line]) -> pa.Schema:
    """The columns with those of further lines: a number that is whole at first may have parts."""
    try:
        more = pa.schema(list(pa.array([value for _, value in lines]).type))
        return pa.unify_schemas([columns, more], promote_options="permissive")
    except (pa.ArrowException, UnicodeError, OverflowError) as error:
        raise InputError(
            f"lines {lines[0][0]} to {lines[-1][0]} have a value of another type than its column "
            f"has elsewhere, or of none that Arrow has ({error}). Give each column one type."
        ) from error


def _together(path: str) -> Iterator[list[Line]]:
    lines = _lines(path)
    while several := list(islice(lines, _TOGETHER)):
        yield several


def _lines(path: str) -> Iterator[Line]:
    """Each object with the number of its line; empty lines are passed over."""
    with Path(path).open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield number, _object(number, _decoded(number, line))


def _decoded(number: int, line: bytes) -> str:
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"line {number}: byte {error.start + 1} is not of UTF-8. Save the file as UTF-8."
        ) from error


def _object(number: int, line: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        why = getattr(error, "msg", "nested too deeply")
        raise InputError(f"line {number}: this is no JSON ({why}). Mend it.") from error
    if not isinstance(value, dict):
        raise InputError(f"line {number}: this is no object with columns. Mend it.")
    return value
