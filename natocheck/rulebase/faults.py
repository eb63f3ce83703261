"""A fault in the rules, and how faults are listed for the person who mends them."""

from collections.abc import Iterable
from pathlib import Path

import msgspec


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with a file or an entry, and what to write instead.

    ``path`` is the file or folder, ``line`` counts from 1, ``id`` is the entry's.
    Whatever is not known stays empty.
    """

    message: str
    path: str = ""
    line: int | None = None
    id: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line) if part)
        return ": ".join(part for part in (place, self.id, self.message) if part)


def shown(path: Path) -> str:
    """Return the path as a terminal should show it: from here, where it lies below here."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def ordered(faults: Iterable[Fault]) -> list[Fault]:
    """Return the faults by file, line, entry and message."""
    return sorted(faults, key=lambda fault: (fault.path, fault.line or 0, fault.id, fault.message))


def listed(faults: Iterable[Fault]) -> str:
    """Return the message of a RuleError: a count, then one fault a line."""
    lines = [str(fault) for fault in ordered(faults)]
    noun = "fault" if len(lines) == 1 else "faults"
    return "\n".join([f"{len(lines)} {noun} in the rules; mend them and run again:", *lines])
