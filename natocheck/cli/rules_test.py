"""``natocheck rules test``: judge every rule's example sentences."""

import typer

from natocheck.cli.options import Color, Model, RuleFolders, When


def test_rules(rules: RuleFolders = None, color: When = Color.auto, model: Model = None) -> None:
    """Judge the example sentences of every rule; exit code 1 if one fails."""
    import natocheck.pipeline as pipeline
    from natocheck.cli import streams
    from natocheck.reports.rules import render_results

    settings = pipeline.Settings(rule_folders=tuple(rules or ()), model=model)
    results = pipeline.test_examples(settings)
    streams.write(render_results(results, streams.render_options(color)))
    raise typer.Exit(int(not all(result.passed for result in results)))
