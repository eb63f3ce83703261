"""What the check of an archive may be told."""

import datetime as dt
from pathlib import Path
from typing import Literal

import msgspec

Each = Literal["article", "sentence"]


class Rows(msgspec.Struct, frozen=True):
    """Which columns hold text and date, what a row of the result is, and how it is judged.

    ``date_column`` None is the column "date", if there is one. ``date`` wins over it; rows without
    either are judged as of their text's dateline, else of the newest day the rules speak of.
    """

    text_column: str = "text"
    date_column: str | None = None
    each: Each = "article"
    date: dt.date | None = None
    rule_folders: tuple[Path, ...] = ()
    model: str | None = None
    cache: Path | None = None

    @property
    def days(self) -> str:
        """The name of the column of dates."""
        return self.date_column or _DAYS


_DAYS = "date"
