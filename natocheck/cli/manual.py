"""The manual page, in the macros of man(7), from what the commands say of themselves."""

import re
from collections.abc import Iterable, Sequence

from natocheck import __version__
from natocheck.cli.walking import Described

_EXITS = (
    ("0", "Nothing is at or above the fail level."),
    ("1", "Something is; or an example of a rule failed."),
    ("2", "A wrong option, a fault in the rules, or an input that could not be read."),
    ("130, 141", "Stopped by Ctrl-C; the reader of a pipe went away."),
)
_VARIABLES = (
    ("NATOCHECK_CONFIG", "The configuration to use instead of the nearest."),
    ("NO_COLOR", "If set, no colour is used."),
    ("COLUMNS", "The width of what is shown."),
    ("GITHUB_STEP_SUMMARY", "With --format github, the file that takes the summary."),
)
_FILES = (
    (
        "natocheck.toml, .natocheck.toml",
        "The configuration, nearest upwards, else in the user's folder of configurations.",
    ),
    ("pyproject.toml", "The same as a table [tool.natocheck]."),
)


def page(commands: Sequence[Described]) -> str:
    """The whole page. It has no date, so that the same version gives the same bytes."""
    program, *rest = commands
    lines = [
        f'.TH NATOCHECK 1 "" "natocheck {_escaped(__version__)}" "User Commands"',
        *(".SH NAME", r"natocheck \- check articles against sourced facts"),
        *(".SH SYNOPSIS", _bold(program.usage)),
        *(".SH DESCRIPTION", *_paragraphs(program.text), *_rows(program.options)),
        ".SH COMMANDS",
        *(line for command in rest for line in _command(command)),
        *(".SH EXIT STATUS", *_rows(_EXITS)),
        *(".SH ENVIRONMENT", *_rows(_VARIABLES)),
        *(".SH FILES", *_rows(_FILES)),
    ]
    return "\n".join(lines) + "\n"


def _command(command: Described) -> Iterable[str]:
    yield from (f'.SS "{_escaped(command.words)}"', _bold(command.usage))
    yield from (".PP", *_paragraphs(command.text))
    yield from _rows([*command.arguments, *command.options])


def _paragraphs(text: str) -> list[str]:
    parts = [" ".join(part.split()) for part in text.split("\n\n")]
    return [line for part in parts if part for line in (".PP", _line(part))][1:]


def _rows(rows: Iterable[tuple[str, str]]) -> list[str]:
    return [line for name, text in rows for line in (".TP", _bold(name), _line(text))]


def _bold(text: str) -> str:
    return rf"\fB{_escaped(text)}\fR"


def _line(text: str) -> str:
    """A line of text: what begins like a request is none."""
    escaped = _escaped(" ".join(text.split()))
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped


def _escaped(text: str) -> str:
    """Signs that roff reads as its own; a long choice of words may break behind each bar."""
    plain = text.replace("\\", r"\(rs").replace("-", r"\-").replace('"', r"\(dq")
    return re.sub(r"\|(?=\S)", r"|\\:", plain)
