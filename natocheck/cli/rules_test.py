"""``natocheck rules test``: judge every rule's example sentences."""

from typing import Annotated

import typer

from natocheck.cli.options import Model, RuleFolders, When


def test_rules(
    only: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help="Test these rules only.", show_default=False),
    ] = None,
    rules: RuleFolders = None,
    color: When = None,
    model: Model = None,
) -> None:
    """Judge the example sentences of the rules; exit code 1 if one fails."""
    import natocheck.pipeline as pipeline
    from natocheck.cli import streams
    from natocheck.reports.rules import render_results

    settings = pipeline.Settings(rule_folders=tuple(rules or ()), model=model)
    results = pipeline.test_examples(settings, tuple(only or ()))
    streams.write(render_results(results, streams.render_options(color)))
    raise typer.Exit(int(not all(result.passed for result in results)))
