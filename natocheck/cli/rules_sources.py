"""``natocheck rules sources``: every source and what hangs on it."""

from typing import Annotated

import typer

from natocheck.cli.options import OnDay, RuleFolders, When, one_of
from natocheck.reports.registry import SOURCE_LISTS, renderer


def list_sources(
    on: OnDay = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(SOURCE_LISTS),
            callback=lambda value: one_of(SOURCE_LISTS, value),
            help="How to write the list.",
        ),
    ] = "rich",
    rules: RuleFolders = None,
    color: When = None,
) -> None:
    """List the sources: how many facts hang on each, its tier, and which are old.

    Old is a source that nobody is known to have looked at for a year.
    """
    from natocheck import rulebase
    from natocheck.cli import streams
    from natocheck.rulebase.upkeep import source_uses

    base = rulebase.load(tuple(rules or ()))
    uses = source_uses(base, on or base.as_of)
    streams.write(renderer(SOURCE_LISTS, format)(uses, streams.render_options(color)), None, format)
