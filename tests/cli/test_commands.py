import json
from pathlib import Path

import jsonschema
import pytest

from natocheck import __version__
from natocheck.cli.main import app
from natocheck.model.errors import RuleError
from natocheck.model.report import Coverage, Problem

from .conftest import ExampleResult

RULE_COMMANDS = ("list", "show", "lint", "test", "coverage", "sources", "stale", "schema")


def result(passed: bool) -> ExampleResult:
    got = "disputed" if passed else "unverified"
    return ExampleResult("nato-founding", "It was 1948.", "2025-01-01", "disputed", got, passed)


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_names_every_command(run, arguments):
    shown = run(*arguments)
    assert shown.exit_code == 0
    assert all(f"  {name} " in shown.stdout for name in ("check", "explain", "schema", "rules"))
    assert "ARTICLE..." in shown.stdout


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["explain"], ["schema"], ["rules"]] + [["rules", name] for name in RULE_COMMANDS],
)
def test_every_command_has_help(run, arguments):
    shown = run(*arguments, "--help")
    assert shown.exit_code == 0
    assert f"natocheck {' '.join(arguments)}" in shown.stdout


def test_version(run):
    assert run("--version").stdout == f"natocheck {__version__}\n"


def test_every_option_has_help():
    from typer.main import get_command

    for name, command in get_command(app).commands.items():
        if name != "rules":
            assert all(getattr(option, "help", "") for option in command.params), name


def test_the_schema_of_rule_files_is_printed(run):
    schema = json.loads(run("rules", "schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)


def test_examples_of_some_rules_are_asked_for_by_id(run, pipeline):
    pipeline.results = [result(True)]
    assert run("rules", "test", "nato-founding").exit_code == 0


def test_what_the_rules_leave_open_is_listed_by_what_it_mentions(run, pipeline):
    shown = run("rules", "coverage", "a.txt")
    assert (shown.exit_code, shown.stdout) == (
        0,
        "the League  1\n"
        "  The League met in Strelsau in 1830. (a.txt:7)\n\n"
        "rules speak about 2 of 3 sentences worth checking\n",
    )


def test_what_the_rules_leave_open_as_json(run, pipeline):
    told = json.loads(run("rules", "coverage", "a.txt", "--format", "json").stdout)
    assert (told["checkable"], told["uncovered"]) == (3, 1)
    assert told["groups"][0]["sentences"][0]["reasons"] == ["event: no-fact"]


def test_an_article_that_cannot_be_read_ends_coverage_with_2(run, pipeline):
    pipeline.open = Coverage(checkable=0, problems=(Problem(path="b.txt", message="gone"),))
    shown = run("rules", "coverage", "b.txt")
    assert (shown.exit_code, shown.stderr) == (2, "natocheck: b.txt: gone\n")


def test_the_schema_is_printed(run):
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)


def test_a_sentence_is_explained(run, pipeline):
    shown = run("explain", "It was 1948.", "--date", "2025-06-24")
    assert pipeline.asked[0] == "It was 1948."
    assert str(pipeline.asked[1].date) == "2025-06-24"
    assert shown.stdout.startswith("✓ supported  A sentence")


def test_a_sentence_is_explained_in_json(run, pipeline):
    shown = run("explain", "It was 1948.", "--format", "json")
    assert json.loads(shown.stdout)["sentence"]["verdict"] == "supported"


def test_examples_that_pass_are_counted(run, pipeline):
    pipeline.results = [result(True), result(True)]
    shown = run("rules", "test")
    assert (shown.exit_code, shown.stdout) == (0, "2 of 2 examples passed\n")


def test_examples_that_fail_are_shown_with_what_they_gave(run, pipeline):
    pipeline.results = [result(True), result(False)]
    shown = run("rules", "test", "--rules", "mine")
    assert shown.exit_code == 1
    assert shown.stdout.splitlines() == [
        "nato-founding",
        "  It was 1948. (on 2025-01-01)",
        "  expected disputed, got unverified",
        "",
        "1 of 2 examples passed",
    ]
    assert pipeline.asked[1].rule_folders == (Path("mine"),)


def test_faults_are_listed_with_their_place(run, monkeypatch):
    monkeypatch.setattr("natocheck.rulebase.lint.lint_folders", lambda extra: ["a.yaml:3: odd"])
    shown = run("rules", "lint")
    assert (shown.exit_code, shown.stdout) == (2, "a.yaml:3: odd\n")


def test_rules_without_faults_are_fine(run, monkeypatch):
    monkeypatch.setattr("natocheck.rulebase.lint.lint_folders", lambda extra: [])
    shown = run("rules", "lint")
    assert (shown.exit_code, shown.stdout) == (0, "")


def test_broken_rules_are_said_without_a_traceback(run, monkeypatch):
    def broken(extra):
        raise RuleError("a.yaml:3: odd")

    monkeypatch.setattr("natocheck.rulebase.load", broken)
    shown = run("rules", "list")
    assert (shown.exit_code, shown.stderr) == (2, "natocheck: a.yaml:3: odd\n")
