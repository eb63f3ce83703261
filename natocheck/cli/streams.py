"""Where output goes: data to standard output or a file, messages to standard error."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from natocheck.cli.messages import say
from natocheck.cli.options import Color
from natocheck.model.errors import UsageError
from natocheck.model.report import Problem
from natocheck.reports.marks import MARKS
from natocheck.reports.options import RenderOptions
from natocheck.wholly import wholly

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from natocheck.batch import Summary

_MANY = 5


def render_options(
    color: Color | None = None,
    output: Path | None = None,
    *,
    verbose: bool = False,
    quiet: bool = False,
    all_results: bool = False,
    show: Iterable[str] = (),
) -> RenderOptions:
    """Fit the rendering to the stream that will take it."""
    return RenderOptions(
        color=_colored(color or "auto", output),
        unicode=output is not None or _can_show_signs(_encoding()),
        width=shutil.get_terminal_size((80, 24)).columns,
        verbose=verbose,
        quiet=quiet,
        all_results=all_results,
        show=frozenset(show),
    )


def clear() -> None:
    """Wipe the terminal before a report is drawn anew; elsewhere nothing."""
    if _is_terminal(sys.stdout):
        sys.stdout.write("\x1b[2J\x1b[3J\x1b[H")
        sys.stdout.flush()


def say_watching(articles: Iterable[str]) -> None:
    """Say what is waited for."""
    say(f"watching {', '.join(articles)} (Ctrl-C ends)")


def write(text: str, output: Path | None = None, format: str = "rich") -> None:
    """Write data to the file ``output``, or to standard output.

    What programs read is UTF-8 wherever it goes; what people read in a terminal is in
    the terminal's encoding. Raises UsageError if it cannot be written.
    """
    if output is None:
        _write_out(text, _encoding() if format == "rich" else "utf-8")
    else:
        _write_aside(text.encode("utf-8", "backslashreplace"), output)


def _write_aside(data: bytes, output: Path) -> None:
    """Write a file beside its place and move it there, so that no half of it is ever seen.

    What is no plain file (a device, a pipe) is written to as it is.
    """
    try:
        if output.exists() and not output.is_file():
            output.write_bytes(data)
            return
        with wholly(output.resolve()) as aside:
            aside.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{output}: cannot be written: {error.strerror}") from error


def complain(problems: Iterable[Problem]) -> None:
    """Say on standard error which inputs could not be checked, and why."""
    for problem in problems:
        say(f"{problem.path}: {problem.message}")


@contextmanager
def progress(total: int, quiet: bool) -> Iterator[Callable[[str], None] | None]:
    """Show how far a run over many articles is, where someone watches standard error."""
    if quiet or total < _MANY or not _is_terminal(sys.stderr):
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("checking", total=total)
        yield lambda _path: bar.advance(task)


@contextmanager
def row_progress(quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """Show how many of an archive's articles are done, how fast, and for how long it goes on."""
    if quiet or not _is_terminal(sys.stderr):
        yield None
        return
    from rich import progress as p
    from rich.console import Console

    columns = (
        p.BarColumn(),
        p.MofNCompleteColumn(),
        p.TextColumn("articles"),
        p.TextColumn("{task.fields[rate]}"),
        p.TextColumn("left"),
        p.TimeRemainingColumn(elapsed_when_finished=True),
    )
    with p.Progress(*columns, console=Console(stderr=True)) as bar:
        yield _Shown(bar)


class _Shown:
    """Shows on a bar what is done; the rate is that of this run, whatever was there before."""

    def __init__(self, bar: "Progress") -> None:
        self._bar = bar
        self._task: TaskID | None = None

    def __call__(self, done: int, total: int) -> None:
        if self._task is None:
            self._task = self._bar.add_task("checking", total=total, completed=done, rate="")
            return
        speed = self._bar.tasks[0].speed
        rate = f"{speed:.1f}/s" if speed else ""
        self._bar.update(self._task, completed=done, rate=rate)


def say_summary(summary: "Summary", out: Path) -> None:
    """Say what came out of an archive."""
    counts = ", ".join(f"{number:,} {verdict}" for verdict, number in summary.verdicts.items())
    articles, sentences = (
        _so_many(summary.articles, "article"),
        _so_many(summary.sentences, "sentence"),
    )
    say(f"{out}: {articles}, {sentences}: {counts}")
    if summary.problems:
        unread = _so_many(summary.problems, "article")
        say(f"{unread} could not be checked; natocheck.problem says why")


def _so_many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _write_out(text: str, encoding: str) -> None:
    if sys.stdout is None:
        raise UsageError("standard output is closed; write to a file with --output")
    rest = memoryview(text.encode(encoding, "replace"))
    while rest:  # an unbuffered stream takes what fits, and says so
        rest = rest[sys.stdout.buffer.write(rest) :]
    sys.stdout.buffer.flush()


def _encoding() -> str:
    return (sys.stdout.encoding if sys.stdout is not None else None) or "ascii"


def _is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody watches; Python has no stream at all where it was closed."""
    return stream is not None and stream.isatty()


def _colored(color: Color, output: Path | None) -> bool:
    if color != "auto":
        return color == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return output is None and not plain and _is_terminal(sys.stdout)


def _can_show_signs(encoding: str) -> bool:
    try:
        "".join(mark.sign + mark.block for mark in MARKS.values()).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
