"""Archives: articles in the rows of Arrow data, on one machine or many.

``CheckRows`` is the check as a function from rows to the same rows with what was found in
them; an engine for data on many machines can run it as it is. ``check_archive`` does the same
on one. Each name is imported when it is first asked for, since Arrow takes time to load.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from natocheck.batch.checking import check_archive
    from natocheck.batch.rows import CheckRows
    from natocheck.batch.schema import schema_of
    from natocheck.batch.settings import Rows
    from natocheck.batch.summary import Summary

__all__ = ["CheckRows", "Rows", "Summary", "check_archive", "schema_of"]
_HOMES = {
    "CheckRows": "rows",
    "Rows": "settings",
    "Summary": "summary",
    "check_archive": "checking",
    "schema_of": "schema",
}


def __getattr__(name: str) -> Any:
    """A public name, from the module that holds it."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
