"""``natocheck batch IN OUT``: judge the articles of an archive."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from natocheck.cli import options as o


def batch(
    source: Annotated[
        Path,
        typer.Argument(metavar="IN", help="Archive: .parquet, .jsonl (.ndjson) or .csv, UTF-8."),
    ],
    out: Annotated[
        Path, typer.Argument(metavar="OUT", help="Result: .parquet or .jsonl (.ndjson).")
    ],
    text_column: Annotated[
        str, typer.Option(metavar="NAME", help="The column of the text.")
    ] = "text",
    date_column: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help='The column of the date. [default: "date", if it is there]'
        ),
    ] = None,
    each: Annotated[
        Literal["article", "sentence"], typer.Option(help="What a row of the result is.")
    ] = "article",
    date: o.ArticleDate = None,
    rules: o.RuleFolders = None,
    model: o.Model = None,
    jobs: o.Jobs = None,
    overwrite: Annotated[
        bool,
        typer.Option("--overwrite", help="Begin anew where OUT, or the begin of it, is there."),
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")] = False,
    cache_dir: o.CacheDir = None,
) -> None:
    """Check the articles of an archive, one a row; the result has the rows and what was found.

    A run that was ended goes on where it was: say the same again. Exit codes: 0 all articles were
    checked, 2 some or none could be; the column natocheck.problem then says why.
    """
    from natocheck import batch as archives
    from natocheck.cli import streams

    rows = archives.Rows(
        text_column=text_column,
        date_column=date_column,
        each=each,
        date=date,
        rule_folders=tuple(rules or ()),
        model=model,
        cache=cache_dir,
    )
    with streams.row_progress(quiet) as progress:
        summary = archives.check_archive(
            source, out, rows, jobs=jobs or 1, overwrite=overwrite, progress=progress
        )
    if not quiet:
        streams.say_summary(summary, out)
    raise typer.Exit(2 if summary.problems else 0)
