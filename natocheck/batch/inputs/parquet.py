"""Parquet, row group by row group."""

from collections.abc import Iterator
from functools import partial

import pyarrow as pa
import pyarrow.parquet as pq

from natocheck.batch.inputs.archive import Archive

_TOGETHER = 256  # rows


def open_parquet(path: str) -> Archive:
    """Open a Parquet file; its metadata give columns and rows."""
    with pq.ParquetFile(path) as file:
        return Archive(file.schema_arrow, file.metadata.num_rows, partial(_read, path))


def _read(path: str) -> Iterator[pa.RecordBatch]:
    with pq.ParquetFile(path) as file:
        yield from file.iter_batches(_TOGETHER)
