"""Archives: articles in the rows of Arrow data, on one machine or many.

``CheckRows`` is the check as a function from rows to the same rows with what was found in
them; an engine for data on many machines can run it as it is. ``check_archive`` does the same
on one. Each name is imported when it is first asked for, since Arrow takes time to load.
"""

from typing import TYPE_CHECKING

from natocheck.lazily import lazily

if TYPE_CHECKING:
    from natocheck.batch.checking import check_archive
    from natocheck.batch.rows import CheckRows
    from natocheck.batch.schema import schema_of
    from natocheck.batch.settings import Rows
    from natocheck.batch.summary import Summary

__all__ = ["CheckRows", "Rows", "Summary", "check_archive", "schema_of"]
__getattr__ = lazily(
    __name__,
    globals(),
    {
        "checking": ("check_archive",),
        "rows": ("CheckRows",),
        "schema": ("schema_of",),
        "settings": ("Rows",),
        "summary": ("Summary",),
    },
)
