"""Which lines of files have changed since a revision, as git tells it."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from natocheck.model.errors import UsageError

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_PLAINLY = (
    "--unified=0",
    "--inter-hunk-context=0",
    "--no-color",
    "--no-ext-diff",
    "--no-textconv",
    "--text",
)
"""Lines that have changed and no others, whatever the user's git is told to show."""

Lines = list[range]


def changed_lines(base: str, paths: Iterable[str]) -> dict[str, Lines | None]:
    """For each path the lines that are new since ``base``; None for a file that was not there.

    Raises UsageError where git or the repository is missing, or ``base`` is no revision.
    """
    return {path: _of_file(base, path) for path in paths}


def _of_file(base: str, path: str) -> Lines | None:
    folder, name = Path(path).resolve().parent, Path(path).resolve().name
    _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{base}^{{commit}}")
    known = _git(folder, "ls-tree", "--name-only", base, "--", name)
    if not known.strip():
        return None
    text = _git(folder, "diff", *_PLAINLY, base, "--", name)
    return [range(int(start), int(start) + int(count or 1)) for start, count in _HUNK.findall(text)]


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(
            ["git", "--literal-pathspecs", "-C", str(folder), *arguments],
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise UsageError("--diff asks git, which is not installed") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        nowhere = f"there is no such revision as {_revision(arguments)!r}"
        raise UsageError(f"--diff: {said[0].removeprefix('fatal: ') if said else nowhere}")
    return done.stdout.decode("utf-8", "replace")


def _revision(arguments: tuple[str, ...]) -> str:
    return arguments[-1].removesuffix("^{commit}")
