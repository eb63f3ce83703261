"""The parts of a result that is under way, each whole or not there, in a folder beside it.

A part holds what was found in the rows of one piece of the archive. A run that was ended at any
moment is continued by one that makes the parts that are missing.
"""

import os
from pathlib import Path

import pyarrow as pa

from natocheck.model.errors import UsageError
from natocheck.wholly import wholly

_PLAN = "plan"
_PACKED = pa.ipc.IpcWriteOptions(compression="zstd")


class Parts:
    """The parts for the result ``out``, made by the ``plan`` that says what all depend on."""

    def __init__(self, out: Path, plan: str) -> None:
        self.folder = out.with_name(f"{out.name}.parts")
        self._plan = plan

    def begin(self, *, anew: bool) -> None:
        """Make the folder; or go on with that of an earlier run of the same plan.

        Raises UsageError where the folder belongs to another plan; ``anew`` takes it away.
        """
        found = self._found_plan()
        if anew or found is None:
            self.remove()
            self.folder.mkdir()
            _write_whole(self.folder / _PLAN, self._plan.encode())
        elif found != self._plan:
            raise UsageError(
                f"{self.folder} is what another run left: since then the input, the options, the "
                "rules or natocheck changed. Add --overwrite to begin anew"
            )

    def _found_plan(self) -> str | None:
        """None where a run ended before it wrote its plan, and so any part."""
        plan = self.folder / _PLAN
        return plan.read_text("utf-8") if plan.exists() else None

    def has(self, number: int) -> bool:
        """Whether a part is there."""
        return self._file(number).exists()

    def write(self, number: int, table: pa.Table) -> None:
        """Add a part."""
        sink = pa.BufferOutputStream()
        with pa.ipc.new_file(sink, table.schema, options=_PACKED) as writer:
            writer.write_table(table)
        _write_whole(self._file(number), sink.getvalue())

    def read(self, number: int) -> pa.Table:
        """What a part holds."""
        with pa.memory_map(str(self._file(number))) as source:
            return pa.ipc.open_file(source).read_all()

    def remove(self) -> None:
        """Take the folder away, if it is there; OSError where it holds what is no part."""
        if self.folder.exists():
            for pattern in ("*.arrow", "*.part", _PLAN):  # the plan last: parts are never without
                for file in self.folder.glob(pattern):
                    file.unlink()
            self.folder.rmdir()

    def _file(self, number: int) -> Path:
        return self.folder / f"{number:09}.arrow"


def _write_whole(file: Path, data: bytes | pa.Buffer) -> None:
    """Write a file that is there only when all of it is, also after the power went."""
    with wholly(file) as aside, aside.open("wb") as written:
        written.write(data)
        written.flush()
        os.fsync(written.fileno())
