"""``natocheck rules stale``: the facts that are due for review."""

from typing import Annotated

import typer

from natocheck.cli.options import OnDay, RuleFolders, When, one_of
from natocheck.reports.registry import STALE_FACTS, renderer


def stale_rules(
    on: OnDay = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(STALE_FACTS),
            callback=lambda value: one_of(STALE_FACTS, value),
            help="How to write the list.",
        ),
    ] = "rich",
    rules: RuleFolders = None,
    color: When = None,
) -> None:
    """List the facts whose day of review has passed."""
    from natocheck import rulebase
    from natocheck.cli import streams
    from natocheck.rulebase.upkeep import stale_facts

    base = rulebase.load(tuple(rules or ()))
    facts = stale_facts(base, on or base.as_of)
    streams.write(renderer(STALE_FACTS, format)(facts, streams.render_options(color)), None, format)
