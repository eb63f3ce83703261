"""The options that several commands share, and how their values are read."""

import datetime as dt
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Literal

import typer

from natocheck.reports.registry import REPORTS

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


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


def pattern(text: str) -> str:
    """Give a pattern of files; a usage error for what can name none."""
    from natocheck.model.paths import is_pattern

    if not is_pattern(text):
        raise typer.BadParameter(f"{text!r} names no file; write a pattern as in .gitignore")
    return text


def processors() -> int:
    """How many processors there are for this process."""
    allowed = getattr(os, "sched_getaffinity", None)  # not on every system
    return len(allowed(0)) if allowed is not None else os.cpu_count() or 1


def beginning(names: Iterable[str]) -> Callable[[str], list[str]]:
    """Complete a value: those of ``names`` that begin as it does."""
    return lambda incomplete: [name for name in names if name.startswith(incomplete)]


# Options that a configuration may give as well are None where they are not given.

Color = Literal["auto", "always", "never"]

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
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="|".join(REPORTS),
        callback=lambda value: value and one_of(REPORTS, value),
        autocompletion=beginning(REPORTS),
        help="How to write the report. [default: rich]",
    ),
]
Output = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="[FORMAT=]FILE",
        help="Write the report to FILE; with FORMAT, that report besides. Repeatable.",
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
When = Annotated[
    Color | None, typer.Option("--color", help="When to colour the output. [default: auto]")
]
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
SHOWN = ("supported", "disputed", "outdated", "opinion", "unverified", "all")
Show = Annotated[
    list[str] | None,
    typer.Option(
        "--show",
        metavar="VERDICT",
        autocompletion=beginning(SHOWN),
        callback=lambda value: [one_of(SHOWN, each) for each in listed(value)] or None,
        help="Show only these to people (supported, disputed, outdated, opinion, unverified, all; "
        "commas). What fails the run is --fail-on's. Repeatable.",
    ),
]
Known = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar="FILE", help="Leave out what this baseline knows: only the new fails."
    ),
]
Diff = Annotated[
    str | None,
    typer.Option(
        "--diff",
        metavar="BASE",
        help="Only sentences on lines that changed since this git revision count.",
    ),
]
Quotes = Annotated[
    Literal["check", "report", "skip"] | None,
    typer.Option(
        "--quotes",
        help="Claims that somebody is quoted with: check them, report without failing, skip. "
        "[default: check]",
    ),
]
FailOnLevel = Annotated[
    Literal["never", "disputed", "outdated", "unverified"] | None,
    typer.Option("--fail-on", help="End with exit code 1 from this level on. [default: outdated]"),
]
ExitZero = Annotated[
    bool | None,
    typer.Option("--exit-zero/--no-exit-zero", help="End with 0 whatever is found."),
]
Verbose = Annotated[
    bool | None,
    typer.Option("--verbose/--no-verbose", "-v", help="Show reasons and working as well."),
]
Quiet = Annotated[
    bool | None,
    typer.Option("--quiet/--no-quiet", "-q", help="Show only what is disputed."),
]
Statistics = Annotated[
    bool | None,
    typer.Option(
        "--statistics/--no-statistics",
        help="Show how often each rule spoke instead (rich, json).",
    ),
]
SarifAll = Annotated[
    bool | None,
    typer.Option("--sarif-all/--no-sarif-all", help="In SARIF, list what is not at fault as well."),
]
ShowSuppressed = Annotated[
    bool | None,
    typer.Option(
        "--show-suppressed/--no-show-suppressed",
        help="List what comments, configuration or baseline suppress.",
    ),
]
Watch = Annotated[
    bool,
    typer.Option("--watch", help="Check again whenever an article is saved, until Ctrl-C."),
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
    str | None,
    typer.Option(
        "--text-column",
        metavar="NAME",
        help="The text's column in CSV, JSON Lines. [default: text]",
    ),
]
DateColumn = Annotated[
    str | None,
    typer.Option(
        "--date-column",
        metavar="NAME",
        help="The date's column in CSV, JSON Lines. [default: date]",
    ),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        metavar="PATTERN",
        callback=lambda value: [pattern(each) for each in value or ()] or None,
        help="Leave files out where a folder is searched, as in .gitignore. Repeatable.",
    ),
]
ForceExclude = Annotated[
    bool | None,
    typer.Option(
        "--force-exclude/--no-force-exclude",
        help="Leave excluded files out also where they are named.",
    ),
]
RespectGitignore = Annotated[
    bool | None,
    typer.Option(
        "--respect-gitignore/--no-respect-gitignore",
        help="Leave out what .gitignore names where a folder is searched. [default: on]",
    ),
]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", help="Check anew, and keep nothing of it for the next run."),
]
CacheDir = Annotated[
    Path | None,
    typer.Option(
        "--cache-dir",
        metavar="DIR",
        help="Keep findings and compiled rules here, not in the user's cache folder.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=0,
        metavar="N",
        callback=lambda value: processors() if value == 0 else value or 1,
        help="Check in N processes at the same time; 0 is one a processor. [default: 1]",
    ),
]
Config = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Use this configuration and no other."),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Pass over all configuration files.")]


def listed(values: Iterable[str] | None) -> tuple[str, ...]:
    """The values of an option that may be repeated and hold several, parted by commas."""
    parts = (part.strip() for value in values or () for part in value.split(","))
    return tuple(part for part in parts if part)
