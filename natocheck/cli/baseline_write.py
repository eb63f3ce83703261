"""``natocheck baseline write FILE ARTICLE...``: write down what is known to be at fault."""

from pathlib import Path
from typing import Annotated

import typer

from natocheck.cli import options as o


def write_baseline(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The baseline to write.")],
    articles: Annotated[
        list[str], typer.Argument(metavar="ARTICLE", help="Files to check; or folders of them.")
    ],
    date: o.ArticleDate = None,
    rules: o.RuleFolders = None,
    model: o.Model = None,
    config: o.Config = None,
    isolated: o.Isolated = False,
) -> None:
    """Write what is disputed today to FILE: check --baseline FILE then fails on the rest alone.

    Findings are known by their rule, their file and the words of their sentence, wherever it
    stands there. The configuration counts as it does for check. Exit code 2 if an article cannot
    be read; then nothing is written.
    """
    from natocheck.cli import inforce, streams
    from natocheck.cli.running import Run, known
    from natocheck.triage.baseline import written

    settings = inforce.of(config, isolated, date=date, rules=rules, model=model)
    report = known(Run(tuple(articles), settings))
    streams.complain(report.problems)
    if report.problems:
        raise typer.Exit(2)
    streams.write(written(report), file, format="json")
