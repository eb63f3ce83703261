"""Paths as machines compare them: the same on every machine and in every checkout."""

import os
from pathlib import Path, PurePath


def relative(path: str) -> str:
    """A path from the working folder, with forward slashes; what lies outside stays as it is."""
    if os.path.isabs(path):  # noqa: PTH117
        here = Path.cwd()
        path = str(PurePath(path).relative_to(here)) if Path(path).is_relative_to(here) else path
    return PurePath(path).as_posix()


def matches(path: str, pattern: str, base: str = "") -> bool:
    """Whether a pattern as in .gitignore names a file: "drafts/*.md", "**", "old/".

    It is told from the folder ``base``, or from the working folder; "**" names all files.
    """
    from pathspec import GitIgnoreSpec

    if pattern == "**":
        return True
    from_base = os.path.relpath(os.path.abspath(path), base or ".")  # noqa: PTH100
    return GitIgnoreSpec.from_lines([pattern]).match_file(PurePath(from_base).as_posix())


def is_pattern(pattern: str) -> bool:
    """Whether a pattern as in .gitignore can name anything: not "", "# old", "!" or "a["."""
    from pathspec import GitIgnoreSpec

    try:
        found = GitIgnoreSpec.from_lines([pattern]).patterns
    except ValueError:
        return False
    return any(each.include is not None for each in found)
