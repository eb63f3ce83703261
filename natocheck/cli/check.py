"""``natocheck check ARTICLE...``: judge articles and report."""

from typing import Annotated

import typer

from natocheck.cli import options as o


def check(
    articles: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE", help='Files to check; "-" is standard input.'),
    ],
    date: o.ArticleDate = None,
    format: o.Format = None,
    output: o.Output = None,
    show: o.Show = None,
    statistics: o.Statistics = None,
    stdin_filename: o.StdinName = None,
    text_column: o.TextColumn = None,
    date_column: o.DateColumn = None,
    rules: o.RuleFolders = None,
    select: o.Select = None,
    ignore: o.Ignore = None,
    quotes: o.Quotes = None,
    baseline: o.Known = None,
    diff: o.Diff = None,
    exclude: o.Exclude = None,
    force_exclude: o.ForceExclude = None,
    respect_gitignore: o.RespectGitignore = None,
    fail_on: o.FailOnLevel = None,
    exit_zero: o.ExitZero = None,
    verbose: o.Verbose = None,
    quiet: o.Quiet = None,
    sarif_all: o.SarifAll = None,
    show_suppressed: o.ShowSuppressed = None,
    watch: o.Watch = False,
    color: o.When = None,
    model: o.Model = None,
    jobs: o.Jobs = None,
    no_cache: o.NoCache = False,
    cache_dir: o.CacheDir = None,
    config: o.Config = None,
    isolated: o.Isolated = False,
) -> None:
    """Check articles: which sentences are supported, disputed, opinion or unverified.

    Options win over the configuration: natocheck.toml or [tool.natocheck] in pyproject.toml,
    nearest upwards, else the user's. Exit codes: 0 nothing at the fail level, 1 something is, 2
    bad usage, configuration, rules or input.
    """
    from natocheck.cli import inforce

    chosen = inforce.of(
        config,
        isolated,
        date=date,
        format=format,
        output=output,
        show=show,
        statistics=statistics,
        text_column=text_column,
        date_column=date_column,
        rules=rules,
        select=select,
        ignore=ignore,
        quotes=quotes,
        baseline=baseline,
        exclude=exclude,
        force_exclude=force_exclude,
        respect_gitignore=respect_gitignore,
        fail_on=fail_on,
        exit_zero=exit_zero,
        verbose=verbose,
        quiet=quiet,
        sarif_all=sarif_all,
        show_suppressed=show_suppressed,
        color=color,
        model=model,
    )
    from natocheck.cli.running import Run, run, watch_over

    wanted = Run(tuple(articles), chosen, stdin_filename, diff, cache_dir, not no_cache, jobs or 1)
    raise typer.Exit(watch_over(wanted) if watch else run(wanted))
