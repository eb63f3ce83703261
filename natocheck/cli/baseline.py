"""``natocheck baseline FILE ARTICLE...``: write down what is known to be at fault."""

from pathlib import Path
from typing import Annotated

import typer

from natocheck.cli.options import ArticleDate, Model, RuleFolders


def baseline(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The baseline to write.")],
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE", help="Files to check; or folders of them.")
    ],
    date: ArticleDate = None,
    rules: RuleFolders = None,
    model: Model = None,
) -> None:
    """Write what is disputed today to FILE: check --baseline FILE then fails on the rest alone.

    Findings are known by their rule, their file and the words of their sentence, wherever it
    stands there. Exit code 2 if an article cannot be read; then nothing is written.
    """
    import natocheck.pipeline as pipeline
    from natocheck.cli import streams
    from natocheck.triage import with_fingerprints
    from natocheck.triage.baseline import written

    settings = pipeline.Settings(date=date, rule_folders=tuple(rules or ()), model=model)
    with streams.progress(len(articles), quiet=False) as progress:
        report = with_fingerprints(pipeline.check(articles, settings, progress))
    streams.complain(report.problems)
    if report.problems:
        raise typer.Exit(2)
    streams.write(written(report), file, format="json")
