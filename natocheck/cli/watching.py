"""Waiting for articles to change: once at the start, then whenever one is saved."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from natocheck.model.errors import UsageError


def changes(articles: Sequence[str]) -> Iterator[None]:
    """Yield at once, and again after each change of an article; ends at Ctrl-C.

    The folders are watched, so that an editor may save by renaming, and a file may go and come
    back. Raises UsageError for standard input and for what is not there.
    """
    from watchfiles import watch

    if "-" in articles:
        raise UsageError("standard input cannot be watched; name a file")
    missing = [path for path in articles if not Path(path).exists()]
    if missing:
        raise UsageError(f"{missing[0]}: there is no such file or folder to watch")
    named = {Path(path).resolve() for path in articles}
    folders = {path if path.is_dir() else path.parent for path in named}

    def concerns(_: object, changed: str) -> bool:
        path = Path(changed).resolve()
        return any(path == each or (each.is_dir() and each in path.parents) for each in named)

    yield None
    for _ in watch(*folders, watch_filter=concerns, raise_interrupt=False):
        yield None
