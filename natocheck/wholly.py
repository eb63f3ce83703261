"""Files that are there when all of them is, and never in part."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def wholly(target: Path) -> Iterator[Path]:
    """Give a place beside a file to write it at; it is moved there in the end.

    Where that does not come about, nothing of it is left. Raises OSError as writing does.
    """
    aside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield aside
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
