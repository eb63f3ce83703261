"""The options that several commands share, and how their values are read."""

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Color(StrEnum):
    """When to colour the output."""

    auto = "auto"
    always = "always"
    never = "never"


class FailOn(StrEnum):
    """The level from which on a run ends with exit code 1."""

    never = "never"
    disputed = "disputed"
    outdated = "outdated"
    unverified = "unverified"


class Quoted(StrEnum):
    """What claims in quoted and reported speech are worth."""

    check = "check"
    report = "report"
    skip = "skip"


def day(text: str) -> dt.date:
    """Read ``YYYY-MM-DD``; a usage error for anything else, days that do not exist included."""
    try:
        if not _DAY.fullmatch(text):
            raise ValueError(text)
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f"{text!r} is not a day of the calendar; write YYYY-MM-DD, such as 2025-06-24"
        ) from None


def one_of(names: Iterable[str], value: str) -> str:
    """Give ``value`` if it is one of ``names``; else a usage error that lists them."""
    known = list(names)
    if value not in known:
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(known)}")
    return value


ArticleDate = Annotated[
    dt.date | None,
    typer.Option(
        "--date",
        parser=day,
        metavar="YYYY-MM-DD",
        help="Judge as of this day instead of the article's own date.",
    ),
]
OnDay = Annotated[
    dt.date | None,
    typer.Option(
        "--on",
        parser=day,
        metavar="YYYY-MM-DD",
        help="Look from this day instead of the newest day that the rules speak of.",
    ),
]
RuleFolders = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules",
        metavar="DIR",
        help="Add the rules of this folder; an id given again replaces. Repeatable.",
    ),
]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="Use this installed spaCy model."),
]
When = Annotated[Color, typer.Option("--color", help="When to colour the output.")]
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar="RULE",
        help="Count only findings of these rules or kinds (id, kind, nato-*; commas). Repeatable.",
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULE", help="Leave these rules or kinds out. Repeatable."),
]
Known = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar="FILE", help="Leave out what this baseline knows: only the new fails."
    ),
]
Quotes = Annotated[
    Quoted,
    typer.Option(
        "--quotes",
        help="Claims that somebody is quoted with: check them, report without failing, skip.",
    ),
]

StdinName = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename",
        metavar="NAME",
        help='Read standard input ("-") as a file of this name, and report it so.',
    ),
]
TextColumn = Annotated[
    str,
    typer.Option("--text-column", metavar="NAME", help="The text's column in CSV, JSON Lines."),
]
DateColumn = Annotated[
    str,
    typer.Option("--date-column", metavar="NAME", help="The date's column in CSV, JSON Lines."),
]


def listed(values: Iterable[str] | None) -> tuple[str, ...]:
    """The values of an option that may be repeated and hold several, parted by commas."""
    parts = (part.strip() for value in values or () for part in value.split(","))
    return tuple(part for part in parts if part)
