"""Which files to read: every article that the paths name or hold."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from natocheck.model.report import Problem
from natocheck.readers.content import STDIN
from natocheck.readers.ignoring import Ignored
from natocheck.readers.registry import FILES, TEXTS
from natocheck.readers.settings import ReadSettings

ARTICLES = (*TEXTS, *FILES)
"""Suffixes of what a folder is searched for: collections are read where they are named."""


def find(paths: Sequence[str], settings: ReadSettings | None = None) -> Iterator[str | Problem]:
    """Yield every article once, in the order of ``paths``; a folder's sorted by path.

    A folder stands for all files below it that a reader is registered for, hidden and ignored
    ones left out; what is named is read, a folder even where git ignores it, unless
    ``force_exclude`` leaves it out as well. A path that is missing, or holds no article, yields
    a Problem instead.
    """
    settings = settings or ReadSettings()
    ignored = Ignored(settings)
    seen: set[str] = set()
    for path in paths:
        if path != STDIN and settings.force_exclude and ignored.excludes(path):
            continue
        for found in _articles(path, ignored):
            key = found if isinstance(found, Problem) or found == STDIN else os.path.abspath(found)  # noqa: PTH100
            if str(key) not in seen:
                seen.add(str(key))
                yield found


def _articles(path: str, ignored: Ignored) -> list[str | Problem]:
    if path != STDIN and not os.path.lexists(path):
        return [Problem(path=path, message="There is no such file or folder. Check the spelling.")]
    if path == STDIN or not Path(path).is_dir():
        return [path]
    return _below(path, ignored)


def _below(folder: str, ignored: Ignored) -> list[str | Problem]:
    """All articles below ``folder``, and a problem for each folder that cannot be opened."""
    closed: list[OSError] = []
    found: list[str] = []
    left_out = 0
    for base, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".")
            and not ignored.ignores(str(Path(base, name)), folder, is_folder=True)
        ]
        articles = [str(Path(base, name)) for name in files if is_article(name)]
        kept = [path for path in articles if not ignored.ignores(path, folder)]
        left_out += len(articles) - len(kept)
        found += kept
    problems = [
        Problem(path=str(error.filename), message="You may not open this folder.")
        for error in closed
    ]
    if not found and not problems and not left_out:
        suffixes = ", ".join(ARTICLES)
        message = f"There is no article in this folder. Articles end in {suffixes}."
        problems = [Problem(path=folder, message=message)]
    return [*sorted(found), *sorted(problems, key=lambda problem: problem.path)]


def is_article(name: str) -> bool:
    """Whether a file of this name is read where a folder is searched."""
    return not name.startswith(".") and Path(name).suffix.lower() in ARTICLES
