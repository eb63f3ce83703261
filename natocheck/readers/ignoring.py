"""What of a folder is not read: by the patterns of a run, and by the folder's .gitignore."""

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from natocheck.readers.settings import ReadSettings

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_FILE = ".gitignore"


class Ignored:
    """Tells which paths are left out."""

    def __init__(self, settings: ReadSettings) -> None:
        self._settings = settings
        self._base = os.path.abspath(settings.base or ".")  # noqa: PTH100 (no links followed)
        self._found: dict[str, GitIgnoreSpec | None] = {}

    def excludes(self, path: str, *, folder: bool = False) -> bool:
        """Whether the run's own patterns leave a path out."""
        return self._excluded is not None and _matches(self._excluded, self._base, path, folder)

    def ignores(self, path: str, *, folder: bool = False) -> bool:
        """Whether a path is left out where a folder is searched."""
        return self.excludes(path, folder=folder) or (
            self._settings.respect_gitignore and self._by_git(path, folder)
        )

    @cached_property
    def _excluded(self) -> "GitIgnoreSpec | None":
        if not self._settings.exclude:
            return None
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(self._settings.exclude)

    def _by_git(self, path: str, folder: bool) -> bool:
        """Whether a .gitignore between the repository's root and the path names it."""
        absolute = Path(os.path.abspath(path))  # noqa: PTH100
        for above in absolute.parents:
            spec = self._spec(str(above))
            if spec is not None and _matches(spec, str(above), path, folder):
                return True
            if (above / ".git").exists():
                return False
        return False

    def _spec(self, folder: str) -> "GitIgnoreSpec | None":
        if folder not in self._found:
            file = Path(folder, _FILE)
            self._found[folder] = _read(file) if file.is_file() else None
        return self._found[folder]


def _read(file: Path) -> "GitIgnoreSpec | None":
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(file.read_text("utf-8", "replace").splitlines())
    except (OSError, ValueError):
        return None  # git passes over what it cannot read


def _matches(spec: "GitIgnoreSpec", base: str, path: str, folder: bool) -> bool:
    from_base = os.path.relpath(os.path.abspath(path), base)  # noqa: PTH100
    if from_base.startswith(os.pardir):
        return False
    return spec.match_file(from_base + ("/" if folder else ""))
