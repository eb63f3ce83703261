"""``natocheck rules list``: every rule on one line."""

from typing import Annotated

import typer

from natocheck.cli.options import RuleFolders, When, one_of
from natocheck.reports.registry import RULE_LISTS, renderer


def list_rules(
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(RULE_LISTS),
            callback=lambda value: one_of(RULE_LISTS, value),
            help="How to write the list.",
        ),
    ] = "rich",
    rules: RuleFolders = None,
    color: When = None,
) -> None:
    """List the rules: id, kind and statement."""
    from natocheck import rulebase
    from natocheck.cli import streams

    base = rulebase.load(tuple(rules or ()))
    text = renderer(RULE_LISTS, format)(base, streams.render_options(color))
    streams.write(text, format=format)
