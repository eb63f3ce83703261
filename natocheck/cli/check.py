"""``natocheck check ARTICLE...``: judge articles and report."""

from typing import Annotated

import typer

from natocheck.cli.options import (
    ArticleDate,
    Color,
    DateColumn,
    FailOn,
    Ignore,
    Known,
    Model,
    Quoted,
    Quotes,
    RuleFolders,
    Select,
    StdinName,
    TextColumn,
    When,
    listed,
    one_of,
)
from natocheck.reports.registry import REPORTS, renderer


def check(
    articles: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE", help='Files to check; "-" is standard input.'),
    ],
    date: ArticleDate = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(REPORTS),
            callback=lambda value: one_of(REPORTS, value),
            help="How to write the report.",
        ),
    ] = "rich",
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="[FORMAT=]FILE",
            help="Write the report to FILE; with FORMAT, that report besides. Repeatable.",
        ),
    ] = None,
    stdin_filename: StdinName = None,
    text_column: TextColumn = "text",
    date_column: DateColumn = "date",
    rules: RuleFolders = None,
    select: Select = None,
    ignore: Ignore = None,
    quotes: Quotes = Quoted.check,
    baseline: Known = None,
    fail_on: Annotated[
        FailOn, typer.Option("--fail-on", help="End with exit code 1 from this level on.")
    ] = FailOn.outdated,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="End with 0 whatever is found.")
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show reasons and working as well.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Show only what is disputed.")
    ] = False,
    sarif_all: Annotated[
        bool,
        typer.Option("--sarif-all", help="In SARIF, list what is not at fault as well."),
    ] = False,
    show_suppressed: Annotated[
        bool,
        typer.Option("--show-suppressed", help="List what comments or the baseline suppress."),
    ] = False,
    color: When = Color.auto,
    model: Model = None,
) -> None:
    """Check articles: which sentences are supported, disputed, opinion or unverified.

    Exit codes: 0 nothing at the fail level, 1 something is, 2 bad usage, rules or input.
    """
    import natocheck.pipeline as pipeline
    from natocheck.cli import step_summary, streams, triaging
    from natocheck.cli.outputs import outputs
    from natocheck.readers.settings import ReadSettings
    from natocheck.reports.exits import exit_code
    from natocheck.triage.baseline import read_baseline

    wanted = outputs(format, output or (), REPORTS)
    chosen, left_out = listed(select), listed(ignore)
    triaging.refuse_unknown_rules((*chosen, *left_out), tuple(rules or ()))
    known = read_baseline(baseline) if baseline is not None else None
    reading = ReadSettings(
        text_column=text_column, date_column=date_column, stdin_filename=stdin_filename
    )
    settings = pipeline.Settings(
        date=date, rule_folders=tuple(rules or ()), model=model, reading=reading
    )
    with streams.progress(len(articles), quiet) as progress:
        report = pipeline.check(articles, settings, progress)
    report = triaging.triaged(report, chosen, left_out, quotes, known, str(baseline))
    streams.complain(report.problems)
    triaging.tell_unknown_rules(report, tuple(rules or ()))
    show = triaging.list_suppressed if show_suppressed else triaging.count_suppressed
    show(report)
    for kind, file in wanted:
        options = streams.render_options(color, file, verbose, quiet, all_results=sarif_all)
        streams.write(renderer(REPORTS, kind)(report, options), file, kind)
        if kind == "github":
            step_summary.append(report)
    raise typer.Exit(exit_code(report, fail_on.value, exit_zero))
