"""What a run may be told, and the day as of which it judges: no more than that needs."""

import datetime as dt
from pathlib import Path
from typing import Protocol

import msgspec

from natocheck import readers
from natocheck.model.facts import RuleBase
from natocheck.model.paths import matches
from natocheck.model.text import Block, DateSource, Document


class Settings(msgspec.Struct, frozen=True):
    """What a run may be told: the date, further rules, another language model, its inputs.

    ``dates`` are those that a configuration gives the files that a pattern names, told from the
    folder ``base``: the first that fits; ``date`` wins.
    ``cache`` is the folder for what outlives a run, by default the user's; with ``keep``, what was
    found in each article is kept there and not worked out again, else the compiled rules alone.
    ``jobs`` is how many processes check articles at the same time.
    """

    date: dt.date | None = None
    rule_folders: tuple[Path, ...] = ()
    model: str | None = None
    reading: readers.ReadSettings = readers.ReadSettings()
    dates: tuple[tuple[str, dt.date], ...] = ()
    base: str = ""
    cache: Path | None = None
    keep: bool = False
    jobs: int = 1


class Told(Protocol):
    """Whoever knows which days a run was told."""

    @property
    def date(self) -> dt.date | None: ...  # noqa: D102

    @property
    def dates(self) -> tuple[tuple[str, dt.date], ...]: ...  # noqa: D102

    @property
    def base(self) -> str: ...  # noqa: D102


def date_of(document: Document, told: Told, rules: RuleBase) -> tuple[dt.date, DateSource]:
    """Return the day as of which a document is judged, and where it comes from."""
    if told.date is not None:
        return told.date, "option"
    for pattern, date in told.dates:
        if matches(document.path, pattern, told.base):
            return date, "configuration"
    if document.date is not None and document.date_source is not None:
        return document.date, document.date_source
    return rules.as_of, "rules"


def document_of(text: str, date: dt.date | None = None) -> Document:
    """A text that is in no file, as a document of one paragraph."""
    source: DateSource | None = "option" if date is not None else None
    return Document("-", text, (Block(0, len(text)),), date, source)
