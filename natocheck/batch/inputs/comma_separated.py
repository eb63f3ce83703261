"""CSV: every column as the text that it is, so that "007" stays so."""

from collections.abc import Iterator
from functools import partial

import pyarrow as pa
import pyarrow.csv as pc

from natocheck.batch.inputs.archive import Archive

_BLOCK = 32 * 1024 * 1024
"""Bytes read at once, which the longest row must fit in."""


def open_csv(path: str) -> Archive:
    """Open a CSV file in UTF-8; the first row names the columns. It is read once to count."""
    with _opened(path, []) as lines:
        names = lines.schema.names
    with _opened(path, names) as lines:
        return Archive(lines.schema, sum(map(len, lines)), partial(_read, path, names))


def _read(path: str, names: list[str]) -> Iterator[pa.RecordBatch]:
    with _opened(path, names) as lines:
        yield from lines


def _opened(path: str, names: list[str]) -> pc.CSVStreamingReader:
    return pc.open_csv(
        path,
        read_options=pc.ReadOptions(block_size=_BLOCK, use_threads=False),
        parse_options=pc.ParseOptions(newlines_in_values=True),
        convert_options=pc.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
        ),
    )
