"""What is kept between runs, told and taken away."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from natocheck.model.errors import InputError
from natocheck.pipeline.store import LARGEST, count, remove, store_file
from natocheck.rulebase.cache import cache_folder, kept_rules


class CacheState(msgspec.Struct, frozen=True, kw_only=True):
    """How much is kept where; sizes in bytes. Without a ``folder`` nothing is kept."""

    folder: Path | None
    entries: int
    findings: int
    rules: int
    largest: int = LARGEST


def cache_state(folder: Path | None = None) -> CacheState:
    """Tell what ``folder`` keeps, by default the user's cache folder."""
    root = cache_folder(folder)
    if root is None:
        return CacheState(folder=None, entries=0, findings=0, rules=0)
    file = store_file(root)
    return CacheState(
        folder=root, entries=count(file), findings=_size([file]), rules=_size(kept_rules(root))
    )


def clean(folder: Path | None = None) -> int:
    """Take away all that ``cache_state`` counts and nothing else; return its size.

    Raises InputError where something cannot be removed.
    """
    root = cache_folder(folder)
    if root is None:
        return 0
    kept = [store_file(root), *kept_rules(root)]
    size = _size(kept)
    remove(store_file(root))
    for file in kept:
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise InputError(f"{file}: {error.strerror}; remove it by hand") from error
    return size


def _size(files: Sequence[Path]) -> int:
    return sum(file.stat().st_size for file in files if file.exists())
