"""Every setting of a check with its default; the keys of a configuration file are their names."""

import datetime as dt
from typing import Literal

import msgspec

from natocheck.triage import Quotes
from natocheck.triage.listed import Suppression, Words

Color = Literal["auto", "always", "never"]
FailOn = Literal["never", "disputed", "outdated", "unverified"]
Shown = Literal["supported", "disputed", "outdated", "opinion", "unverified", "all"]


class PerFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Settings of the files that a pattern names: they narrow what the run selects, and their
    date and quotes go before those of all files."""

    select: tuple[Words, ...] = ()
    ignore: tuple[Words, ...] = ()
    quotes: Quotes | None = None
    date: dt.date | None = None


class Choices(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"
):
    """The settings of a run."""

    date: dt.date | None = None
    format: str = "rich"
    output: tuple[Words, ...] = ()
    rules: tuple[Words, ...] = ()
    select: tuple[Words, ...] = ()
    ignore: tuple[Words, ...] = ()
    show: tuple[Shown, ...] = ()
    quotes: Quotes = "check"
    baseline: Words | None = None
    fail_on: FailOn = "outdated"
    exit_zero: bool = False
    verbose: bool = False
    quiet: bool = False
    statistics: bool = False
    sarif_all: bool = False
    show_suppressed: bool = False
    color: Color = "auto"
    model: Words | None = None
    text_column: Words = "text"
    date_column: Words = "date"
    exclude: tuple[Words, ...] = ()
    force_exclude: bool = False
    respect_gitignore: bool = True
    per_file: dict[str, PerFile] = {}
    suppress: tuple[Suppression, ...] = ()


KEYS: dict[str, str] = dict(
    zip(Choices.__struct_encode_fields__, Choices.__struct_fields__, strict=True)
)
"""The keys of a configuration file, and the fields that they set."""

PATHS = ("rules", "baseline")
"""Settings that name files: from the folder of the configuration that gives them."""
