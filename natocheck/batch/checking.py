"""The check of an archive on one machine: pieces of rows → parts → result.

What was found in a piece is a part as soon as it is there. A run that is ended at any moment is
continued by the next one, and the result is the same, byte for byte, as without the interruption,
in however many processes.
"""

import json
import math
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pyarrow as pa

from natocheck import rulebase
from natocheck.batch.inputs import Archive, open_archive, pieces
from natocheck.batch.outputs import FORMATS, refuse_unwritable
from natocheck.batch.parts import Parts
from natocheck.batch.rows import CheckRows
from natocheck.batch.schema import schema_of
from natocheck.batch.settings import Rows
from natocheck.batch.summary import Counts, Summary
from natocheck.model.errors import UsageError
from natocheck.pipeline.circumstances import circumstances
from natocheck.pipeline.jobs import Awaited, in_order, workers
from natocheck.wholly import wholly

PIECE = 32
"""Articles of a part: what an end at the wrong moment costs at most, for each process."""

Told = Callable[[int, int], None]


def check_archive(
    source: Path,
    out: Path,
    rows: Rows,
    *,
    jobs: int = 1,
    overwrite: bool = False,
    progress: Told | None = None,
) -> Summary:
    """Check every row of ``source`` and write ``out``, of the formats that their suffixes name.

    ``progress`` is given how many articles are done and how many there are. Raises UsageError and
    InputError for what cannot be read or written; what was found until then is kept for the next
    run, unless ``overwrite`` begins anew.
    """
    _refuse(source, out, overwrite)
    archive = open_archive(source)
    schema = schema_of(archive.schema, rows)
    refuse_unwritable(schema, out.suffix.lower())
    parts = Parts(out, _plan(source, archive, rows))
    try:
        parts.begin(anew=overwrite)
        for done in _worked(archive, parts, rows, jobs):
            if progress is not None:
                progress(done, archive.rows)
        return _assembled(archive, parts, schema, out)
    except OSError as error:
        raise UsageError(
            f"{error.filename or parts.folder}: {error.strerror or error}; mend that and run it "
            "again: it goes on where it ended"
        ) from error


def _refuse(source: Path, out: Path, overwrite: bool) -> None:
    if out.suffix.lower() not in FORMATS:
        raise UsageError(f"{out}: the result is one of {', '.join(FORMATS)}; name it so")
    if out.is_dir():
        raise UsageError(f"{out} is a folder; name a file")
    if not out.exists():
        return
    if source.exists() and out.samefile(source):
        raise UsageError(f"{out} is the input itself; write the result elsewhere")
    if not overwrite:
        raise UsageError(f"{out} is there already; name another file, or add --overwrite")


def _plan(source: Path, archive: Archive, rows: Rows) -> str:
    """All that a part depends on, as text: another text is another run."""
    rules = rulebase.load(rows.rule_folders, cache=rows.cache)
    about = source.stat()
    return json.dumps(
        {
            "input": [about.st_size, about.st_mtime_ns],
            "columns": str(archive.schema),
            "rows": [rows.text_column, rows.date_column, rows.each, str(rows.date)],
            "piece": PIECE,
            "circumstances": circumstances(rows.model, rules.digest).hex(),
        }
    )


def _worked(archive: Archive, parts: Parts, rows: Rows, jobs: int) -> Iterator[int]:
    """Make the parts that are missing; give how many articles are done, as it grows."""
    done = min(archive.rows, PIECE * sum(map(parts.has, _numbers(archive))))
    yield done
    with workers(partial(CheckRows, rows), jobs) as begin:
        for articles in in_order(_begun(archive, parts, begin), jobs):
            done = min(archive.rows, done + articles)
            yield done


def _numbers(archive: Archive) -> range:
    """The numbers of all parts."""
    return range(math.ceil(archive.rows / PIECE))


def _begun(
    archive: Archive, parts: Parts, begin: Callable[[pa.Table], Awaited[pa.Table]]
) -> Iterator[Awaited[int]]:
    """Begin the pieces whose part is missing; each gives how many articles it had."""
    for number, piece in enumerate(pieces(archive, PIECE)):
        if not parts.has(number):
            yield partial(_kept, parts, number, len(piece), begin(piece))


def _kept(parts: Parts, number: int, articles: int, found: Awaited[pa.Table]) -> int:
    parts.write(number, found())
    return articles


def _assembled(archive: Archive, parts: Parts, schema: pa.Schema, out: Path) -> Summary:
    """Write the parts as one file, which is there when all of it is, and take them away."""
    counts = Counts()
    tables = counts.counted(map(parts.read, _numbers(archive)))
    with wholly(out) as aside:
        FORMATS[out.suffix.lower()](tables, schema, aside)
    parts.remove()
    return counts.summary(archive.rows)
