"""An archive that can be read from its beginning as often as it is needed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True)
class Archive:
    """The columns of an archive, how many rows it has, and its rows as a stream."""

    schema: pa.Schema
    rows: int
    read: Callable[[], Iterator[pa.RecordBatch]]


def pieces(archive: Archive, rows: int) -> Iterator[pa.Table]:
    """The rows of an archive in its order, ``rows`` at a time; the last may have fewer.

    Each is a copy of its rows: a mere view would go to another process with all that it is of.
    """
    waiting = archive.schema.empty_table()
    for batch in archive.read():
        waiting = pa.concat_tables([waiting, pa.Table.from_batches([batch], archive.schema)])
        while len(waiting) >= rows:
            yield waiting.take(pa.array(range(rows)))
            waiting = waiting.slice(rows)
    if len(waiting):
        yield waiting.take(pa.array(range(len(waiting))))
