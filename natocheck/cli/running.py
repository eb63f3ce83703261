"""A check from its settings to its exit code: read, judge, choose what counts, write."""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from natocheck.cli import streams, triaging
from natocheck.cli.messages import say
from natocheck.cli.outputs import Output, outputs
from natocheck.config import Choices, InForce
from natocheck.config.counting import refuse_unknown_rules, what_counts
from natocheck.model.report import Report
from natocheck.readers.settings import ReadSettings
from natocheck.reports.exits import exit_code
from natocheck.reports.registry import REPORTS, STATISTICS, renderer

_STREAM = Output("jsonl", None)
"""What is written article by article, not at the end of the run."""


@dataclass(frozen=True)
class Run:
    """One call of the program: the inputs, the settings, and what is no setting."""

    articles: tuple[str, ...]
    settings: InForce
    stdin_filename: str | None = None
    diff: str | None = None
    cache: Path | None = None
    keep: bool = False
    jobs: int = 1


def run(wanted: Run) -> int:
    """Check once, write the reports, and give the exit code."""
    choices = wanted.settings.choices
    reports = outputs(choices.format, choices.output, REPORTS)
    refuse_unknown_rules(wanted.settings)
    streamed = _STREAM in reports
    whole = checked(wanted, partial(_stream, wanted) if streamed else None)
    report = triaging.triaged(whole, wanted.settings, wanted.diff)
    streams.complain(report.problems)
    if not report.documents and not report.problems:
        say("no article was checked: all are left out (--exclude, .gitignore)")
    show = triaging.list_suppressed if choices.show_suppressed else triaging.count_suppressed
    show(report)
    for output in reports:
        rest = replace(report, documents=()) if output == _STREAM else report
        write(rest, choices, output)
    return exit_code(report, choices.fail_on, choices.exit_zero)


def known(wanted: Run) -> Report:
    """The report that a baseline is made of: as the settings say, whatever an old one knows."""
    settings = wanted.settings
    refuse_unknown_rules(settings)
    anew = replace(settings, choices=replace(settings.choices, baseline=None))
    return triaging.triaged(checked(wanted), anew, None)


def _stream(wanted: Run, report: Report) -> None:
    """Write the report of one article as soon as it is there."""
    found, _ = what_counts(report, wanted.settings)
    write(triaging.changed(found, wanted.diff), wanted.settings.choices, _STREAM)


def checked(wanted: Run, done: Callable[[Report], None] | None = None) -> Report:
    """The report of the articles, before anything in it is chosen or excused.

    ``done`` is given the report of each article when it is there.
    """
    import natocheck.pipeline as pipeline

    choices = wanted.settings.choices
    settings = pipeline.Settings(
        date=choices.date if wanted.settings.is_option("date") else None,
        rule_folders=tuple(map(Path, choices.rules)),
        model=choices.model,
        reading=reading_of(wanted),
        dates=_dates(choices),
        base=str(wanted.settings.folder),
        cache=wanted.cache,
        keep=wanted.keep,
        jobs=wanted.jobs,
    )
    with streams.progress(len(wanted.articles), choices.quiet) as progress:
        return pipeline.check(list(wanted.articles), settings, progress, done)


def _dates(choices: Choices) -> tuple[tuple[str, dt.date], ...]:
    """The days of a configuration: those of files that a pattern names, then that of all."""
    given = [(pattern, each.date) for pattern, each in choices.per_file.items()]
    return tuple((p, date) for p, date in (*given, ("**", choices.date)) if date is not None)


def reading_of(wanted: Run) -> ReadSettings:
    """How the inputs are found and read; patterns of an option are told from this folder."""
    settings, choices = wanted.settings, wanted.settings.choices
    base = Path.cwd() if settings.is_option("exclude") else settings.folder
    return ReadSettings(
        text_column=choices.text_column,
        date_column=choices.date_column,
        stdin_filename=wanted.stdin_filename,
        exclude=choices.exclude,
        base=str(base),
        force_exclude=choices.force_exclude,
        respect_gitignore=choices.respect_gitignore,
    )


def write(report: Report, choices: Choices, output: Output) -> None:
    """Write one report to where it goes."""
    from natocheck.cli import step_summary

    options = streams.render_options(
        choices.color,
        output.file,
        verbose=choices.verbose,
        quiet=choices.quiet,
        all_results=choices.sarif_all,
        show=choices.show,
    )
    family = STATISTICS if choices.statistics and output.format in STATISTICS else REPORTS
    text = renderer(family, output.format)(report, options)
    streams.write(text, output.file, output.format)
    if output.format == "github":
        step_summary.append(report)


def watch_over(wanted: Run) -> int:
    """Check again whenever an article changes, until Ctrl-C; then give the last exit code."""
    from natocheck.cli.watching import changes

    choices, code = wanted.settings.choices, 0
    written = [output.file for output in outputs(choices.format, choices.output, REPORTS)]
    with suppress(KeyboardInterrupt):
        for _ in changes(wanted.articles, [file for file in written if file is not None]):
            streams.clear()
            code = run(wanted)
            streams.say_watching(wanted.articles)
    return code
