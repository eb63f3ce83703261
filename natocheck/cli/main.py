"""The ``natocheck`` program: its commands, and the function that runs it."""

import gc
import os
import sys
from typing import Annotated, Any, NoReturn

import typer
from typer._completion_classes import completion_init

from natocheck import __version__
from natocheck.cli.baseline_write import write_baseline
from natocheck.cli.batch import batch
from natocheck.cli.cache_clean import clean_cache
from natocheck.cli.cache_info import cache_info
from natocheck.cli.check import check
from natocheck.cli.completion import completion
from natocheck.cli.config import config
from natocheck.cli.explain import explain
from natocheck.cli.group import BROKEN_PIPE, ArticleGroup, CommandGroup, drop_output
from natocheck.cli.lsp import lsp
from natocheck.cli.man import man
from natocheck.cli.messages import say
from natocheck.cli.rules_coverage import rules_coverage
from natocheck.cli.rules_lint import lint_rules
from natocheck.cli.rules_list import list_rules
from natocheck.cli.rules_schema import rules_schema
from natocheck.cli.rules_show import show_rule
from natocheck.cli.rules_sources import list_sources
from natocheck.cli.rules_stale import stale_rules
from natocheck.cli.rules_test import test_rules
from natocheck.cli.schema import schema

_SELDOM = 200_000  # new objects between two looks for garbage
_HELP = {"help_option_names": ["-h", "--help"]}
_SUBGROUP: dict[str, Any] = {
    "cls": CommandGroup,
    "no_args_is_help": True,
    "rich_markup_mode": None,
}

app = typer.Typer(
    cls=ArticleGroup,
    add_completion=False,  # natocheck completion prints the script; no option installs it
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    subcommand_metavar="ARTICLE... | COMMAND [ARGS]...",
    context_settings=_HELP,
)
baseline = typer.Typer(**_SUBGROUP, help="Know what is at fault.")
cache = typer.Typer(**_SUBGROUP, help="What outlives a run.")
rules = typer.Typer(**_SUBGROUP, help="Look into the rule base.")

app.command("batch")(batch)
app.command("check")(check)
app.command("completion")(completion)
app.command("config")(config)
app.command("explain")(explain)
app.command("lsp")(lsp)
app.command("man")(man)
app.command("rule")(show_rule)
app.command("schema")(schema)
app.add_typer(baseline, name="baseline")
baseline.command("write")(write_baseline)
app.add_typer(cache, name="cache")
cache.command("info")(cache_info)
cache.command("clean")(clean_cache)
app.add_typer(rules, name="rules")
rules.command("list")(list_rules)
rules.command("show")(show_rule)
rules.command("lint")(lint_rules)
rules.command("test")(test_rules)
rules.command("coverage")(rules_coverage)
rules.command("sources")(list_sources)
rules.command("stale")(stale_rules)
rules.command("schema")(rules_schema)


def _version(context: typer.Context, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:  # which completion does
        typer.echo(f"natocheck {__version__}")
        raise typer.Exit


@app.callback()
def natocheck(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Check articles about NATO and European defence against sourced facts, offline.

    natocheck ARTICLE... is short for natocheck check ARTICLE..., whose options
    natocheck check --help lists.
    """


def run() -> None:
    """Run the program with the arguments of this process, and end it.

    A full disk under standard output is an error of the run, no verdict: exit code 2.
    """
    # What is loaded stays until the end: looking for garbage in it is a tenth of a run.
    gc.set_threshold(_SELDOM, *gc.get_threshold()[1:])
    completion_init()  # the shells that may ask for completions
    try:
        leave(_ended())
    except BrokenPipeError:
        drop_output()
        leave(BROKEN_PIPE)
    except OSError as error:
        say(f"{error.filename or 'standard output'}: {error.strerror}")
        drop_output()
        leave(2)


def _ended() -> object:
    """Run the command and give its exit code."""
    try:
        app(prog_name="natocheck")
    except SystemExit as end:
        return end.code
    return 0


def leave(code: object) -> NoReturn:
    """End the process at once: taking a loaded model apart, for nothing, is a tenth of a run."""
    if not isinstance(code, int):
        raise SystemExit(code)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and not stream.closed:
            stream.flush()
    os._exit(code)
