"""``natocheck explain SENTENCE``: show all that leads to the verdict of one sentence."""

from typing import Annotated

import typer

from natocheck.cli.options import ArticleDate, Model, RuleFolders, When, one_of
from natocheck.reports.registry import EXPLANATIONS, renderer


def explain(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="The sentence, quoted.")],
    date: ArticleDate = None,
    format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(EXPLANATIONS),
            callback=lambda value: one_of(EXPLANATIONS, value),
            help="How to write the explanation.",
        ),
    ] = "rich",
    rules: RuleFolders = None,
    color: When = None,
    model: Model = None,
) -> None:
    """Explain one sentence: what was read in it, what was tried, and what was found."""
    import natocheck.pipeline as pipeline
    from natocheck.cli import streams

    settings = pipeline.Settings(date=date, rule_folders=tuple(rules or ()), model=model)
    explanation = pipeline.explain(sentence, settings)
    options = streams.render_options(color)
    streams.write(renderer(EXPLANATIONS, format)(explanation, options), format=format)
