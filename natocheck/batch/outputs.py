"""The result of an archive as one file: a format is one function and one line here."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from natocheck.model.errors import UsageError
from natocheck.reports.json_report import steered

_GROUP = 4_000_000
"""Bytes of a row group of Parquet, about."""


def write_parquet(tables: Iterable[pa.Table], schema: pa.Schema, file: Path) -> None:
    """Write the rows of ``tables`` as Parquet, in groups of a size that readers like."""
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for group in _groups(tables):
            writer.write_table(group)


def write_json_lines(tables: Iterable[pa.Table], schema: pa.Schema, file: Path) -> None:
    """Write each row of ``tables`` as a JSON object on a line of its own.

    What JSON has no form for is written as text: days and moments as ISO 8601, decimal numbers in
    digits, bytes in base 64; numbers that are none as null.
    """
    del schema
    with file.open("w", encoding="utf-8", newline="\n") as lines:
        for table in tables:
            lines.writelines(map(_line, table.to_pylist()))


FORMATS: dict[str, Callable[[Iterable[pa.Table], pa.Schema, Path], None]] = {
    ".parquet": write_parquet,
    ".jsonl": write_json_lines,
    ".ndjson": write_json_lines,
}


def _line(row: dict[str, Any]) -> str:
    return steered(msgspec.json.encode(row, enc_hook=str).decode())


def refuse_unwritable(schema: pa.Schema, suffix: str) -> None:
    """Raise UsageError for columns that the format of this suffix has no form for."""
    if suffix == ".parquet":
        try:
            pq.ParquetWriter(pa.BufferOutputStream(), schema).close()
        except pa.ArrowException as error:
            raise UsageError(
                f"Parquet cannot hold these columns ({error}); write .jsonl"
            ) from error


def _groups(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    waiting: list[pa.Table] = []
    for table in tables:
        waiting.append(table)
        if sum(each.nbytes for each in waiting) >= _GROUP:
            yield pa.concat_tables(waiting)
            waiting = []
    if waiting:
        yield pa.concat_tables(waiting)
