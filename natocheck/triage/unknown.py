"""Names of rules that are none: a slip in a selection would silently check nothing."""

from collections.abc import Iterable

from natocheck.model.errors import UsageError
from natocheck.model.likeness import likeliest


def refuse_unknown(names: Iterable[str], known: Iterable[str], where: str = "") -> None:
    """Raise UsageError for a name that is no rule or kind, with the likeliest one meant.

    The message begins with ``where``. A pattern with stars may match nothing.
    """
    listed = sorted(set(known))
    for name in names:
        if "*" in name or name in listed:
            continue
        meant = likeliest(name, listed)
        hint = f"Did you mean {meant!r}?" if meant else "natocheck rules list shows them."
        raise UsageError(f"{where}{name!r} is no rule and no kind. {hint}")
