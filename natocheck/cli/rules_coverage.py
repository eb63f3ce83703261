"""``natocheck rules coverage ARTICLE...``: what no rule speaks about."""

from typing import Annotated

import typer

from natocheck.cli.options import ArticleDate, Model, RuleFolders, When, one_of
from natocheck.reports.registry import COVERAGES, renderer


def rules_coverage(
    articles: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE", help='Files to read; "-" is standard input.'),
    ],
    date: ArticleDate = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(COVERAGES),
            callback=lambda value: one_of(COVERAGES, value),
            help="How to write the list.",
        ),
    ] = "rich",
    rules: RuleFolders = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show why the rules are silent as well.")
    ] = False,
    color: When = None,
    model: Model = None,
) -> None:
    """List the sentences worth checking on which no rule speaks, by what they mention."""
    import natocheck.pipeline as pipeline
    from natocheck.cli import streams

    settings = pipeline.Settings(date=date, rule_folders=tuple(rules or ()), model=model)
    found = pipeline.coverage(articles, settings)
    streams.complain(found.problems)
    options = streams.render_options(color, verbose=verbose)
    streams.write(renderer(COVERAGES, format)(found, options), None, format)
    raise typer.Exit(2 if found.problems else 0)
