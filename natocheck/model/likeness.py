"""The name that somebody may have meant."""

from collections.abc import Iterable

_LIKE = 60


def likeliest(name: str, known: Iterable[str]) -> str | None:
    """The most similar of the known names; None if none is like it."""
    from rapidfuzz import process

    found = process.extractOne(name, sorted(set(known)), score_cutoff=_LIKE)
    return found[0] if found else None
