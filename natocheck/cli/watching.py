"""Waiting for articles to change: once at the start, then whenever one is saved."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from natocheck.model.errors import UsageError
from natocheck.readers.find import is_article

_WAIT = 100
"""Milliseconds after which waiting begins anew; the first report comes after one such wait."""


def changes(articles: Sequence[str], written: Sequence[Path] = ()) -> Iterator[None]:
    """Yield once when watching has begun, and again after each change of an article.

    The folders are watched, so that an editor may save by renaming, and a file may go and come
    back; what is saved during a run is not missed. The reports that the run itself writes are
    no change. Raises UsageError for standard input and for what is not there, and
    KeyboardInterrupt at Ctrl-C.
    """
    from watchfiles import watch

    _refuse_unwatchable(articles)
    named = [Path(path).resolve() for path in articles]
    folders = {path if path.is_dir() else path.parent for path in named}
    begun = False
    for changed in watch(
        *folders,
        watch_filter=concerns(articles, written),
        rust_timeout=_WAIT,
        yield_on_timeout=True,
        recursive=any(path.is_dir() for path in named),
    ):
        if changed or not begun:
            begun = True
            yield None


def concerns(articles: Sequence[str], written: Sequence[Path]) -> Callable[[object, str], bool]:
    """What tells whether the change of a path is that of an article: one that is named, or is
    found in a folder that is."""
    named = {Path(path).resolve() for path in articles}
    searched = {path for path in named if path.is_dir()}
    own = {path.resolve() for path in written}

    def concern(_: object, changed: str) -> bool:
        path = Path(changed).resolve()
        found = not searched.isdisjoint(path.parents) and is_article(path.name)
        return path in named or (found and path not in own)

    return concern


def _refuse_unwatchable(articles: Sequence[str]) -> None:
    if "-" in articles:
        raise UsageError("standard input cannot be watched; name a file")
    missing = [path for path in articles if not Path(path).exists()]
    if missing:
        raise UsageError(f"{missing[0]}: there is no such file or folder to watch")
