"""What of a folder is not read: by the patterns of a run, and by the folder's .gitignore."""

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from natocheck.model.paths import is_pattern
from natocheck.readers.settings import ReadSettings

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_FILE = ".gitignore"


class Ignored:
    """Tells which paths are left out."""

    def __init__(self, settings: ReadSettings) -> None:
        self._settings = settings
        self._base = _absolute(settings.base or ".")
        self._tops: dict[str, str] = {}
        self._found: dict[str, GitIgnoreSpec | None] = {}

    def excludes(self, path: str, *, is_folder: bool = False) -> bool:
        """Whether the run's own patterns leave a path out."""
        return self._excluded is not None and bool(
            _verdict(self._excluded, self._base, _absolute(path), is_folder)
        )

    def ignores(self, path: str, searched: str, *, is_folder: bool = False) -> bool:
        """Whether a path is left out where the folder ``searched`` is searched."""
        return self.excludes(path, is_folder=is_folder) or (
            self._settings.respect_gitignore and self._by_git(path, self._top(searched), is_folder)
        )

    @cached_property
    def _excluded(self) -> "GitIgnoreSpec | None":
        from pathspec import GitIgnoreSpec

        patterns = self._settings.exclude
        return GitIgnoreSpec.from_lines(patterns) if patterns else None

    def _by_git(self, path: str, top: str, is_folder: bool) -> bool:
        """What the nearest .gitignore says that names a path, up to the folder ``top``."""
        absolute = _absolute(path)
        for above in map(str, Path(absolute).parents):
            spec = self._spec(above)
            said = _verdict(spec, above, absolute, is_folder) if spec is not None else None
            if said is not None or above == top:
                return bool(said)
        return False

    def _top(self, searched: str) -> str:
        """The folder whose .gitignore is the last that counts: the repository's, or the one that
        is searched where there is no repository, or where git ignores it as a whole."""
        if searched not in self._tops:
            here = Path(_absolute(searched))
            found = next((str(a) for a in (here, *here.parents) if (a / ".git").exists()), None)
            alone = found is None or self._by_git(searched, found, is_folder=True)
            self._tops[searched] = str(here) if alone or found is None else found
        return self._tops[searched]

    def _spec(self, folder: str) -> "GitIgnoreSpec | None":
        if folder not in self._found:
            file = Path(folder, _FILE)
            self._found[folder] = _read(file) if file.is_file() else None
        return self._found[folder]


def _read(file: Path) -> "GitIgnoreSpec | None":
    from pathspec import GitIgnoreSpec

    try:
        lines = file.read_text("utf-8-sig", "replace").splitlines()
    except OSError:
        return None  # git passes over what it cannot read
    return GitIgnoreSpec.from_lines(line for line in lines if is_pattern(line))


def _verdict(spec: "GitIgnoreSpec", base: str, absolute: str, is_folder: bool) -> bool | None:
    """Whether patterns leave a path out, or take it in again; None where they do not name it."""
    if not Path(absolute).is_relative_to(base) or absolute == base:
        return None
    return spec.check_file(os.path.relpath(absolute, base) + ("/" if is_folder else "")).include


def _absolute(path: str) -> str:
    return os.path.abspath(path)  # noqa: PTH100 (no links followed)
