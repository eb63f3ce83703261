"""Paths as machines compare them: the same on every machine and in every checkout."""

import os
from pathlib import Path, PurePath


def relative(path: str) -> str:
    """A path from the working folder, with forward slashes; what lies outside stays as it is."""
    if os.path.isabs(path):  # noqa: PTH117
        here = Path.cwd()
        path = str(PurePath(path).relative_to(here)) if Path(path).is_relative_to(here) else path
    return PurePath(path).as_posix()
