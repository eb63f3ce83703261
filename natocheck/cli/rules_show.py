"""``natocheck rules show ID``: one rule whole."""

from typing import Annotated

import typer

from natocheck.cli.options import RuleFolders, When


def show_rule(
    rule: Annotated[str, typer.Argument(metavar="ID", help="The rule's id.")],
    rules: RuleFolders = None,
    color: When = None,
) -> None:
    """Show everything that one rule holds: its facts, sources and examples."""
    from natocheck import rulebase
    from natocheck.cli import streams
    from natocheck.reports.rules import render_entry

    base = rulebase.load(tuple(rules or ()))
    streams.write(render_entry(base, rule, streams.render_options(color)))
