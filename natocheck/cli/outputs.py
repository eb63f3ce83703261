"""Which report goes where: one run may write several formats, each to its file."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import typer


class Output(NamedTuple):
    """One report to write: its format, and the file that takes it or None for standard output."""

    format: str
    file: Path | None


def outputs(format: str, given: Sequence[str], formats: Iterable[str]) -> list[Output]:
    """Read the values of ``--output``: FILE takes ``format``; FORMAT=FILE is written besides.

    Standard output takes ``format`` unless a FILE does. Raises a usage error for a FORMAT that
    is none, and for a file that two reports would share.
    """
    known = set(formats)
    found = [_output(format, value, known) for value in given]
    if all("=" in value and value.split("=", 1)[0] in known for value in given):
        found.insert(0, Output(format, None))
    _refuse_shared([output.file for output in found])
    return found


def _output(format: str, value: str, known: set[str]) -> Output:
    name, sign, file = value.partition("=")
    if sign and name in known:
        if not file:
            raise typer.BadParameter(f"{value!r} names no file; write {name}=FILE")
        return Output(name, Path(file))
    if sign and name.isidentifier() and not Path(value).parent.name:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(sorted(known))}")
    return Output(format, Path(value))


def _refuse_shared(files: list[Path | None]) -> None:
    for file in files:
        if files.count(file) > 1:
            raise typer.BadParameter(f"{file} would be written twice; name a file for each")
