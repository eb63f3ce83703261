"""Names of rules that are none: a slip in a selection would silently check nothing."""

from collections.abc import Iterable

from rapidfuzz import process

from natocheck.model.errors import UsageError

_LIKE = 60


def refuse_unknown(names: Iterable[str], known: Iterable[str]) -> None:
    """Raise UsageError for a name that is no rule or kind, with the likeliest one meant.

    A pattern with stars may match nothing.
    """
    listed = sorted(set(known))
    for name in names:
        if "*" in name or name in listed:
            continue
        found = process.extractOne(name, listed, score_cutoff=_LIKE)
        hint = f"Did you mean {found[0]!r}?" if found else "natocheck rules list shows them."
        raise UsageError(f"{name!r} is no rule and no kind. {hint}")
