"""Configurations that are wrong, what is in force, and where each value came from."""

import json
import re
import textwrap
import tomllib
from pathlib import Path
from typing import get_args

import pytest
from ruamel.yaml import YAML

from natocheck.cli import options
from natocheck.cli.main import app
from natocheck.config import choices
from natocheck.config.choices import KEYS, Choices

from .conftest import DAY, report_of

BAD = YAML(typ="safe").load(Path(__file__).with_name("bad_configurations.yaml"))
README = Path(__file__).parents[2] / "README.md"
EXAMPLE = textwrap.dedent(
    re.search(r"in a `natocheck\.toml`:\n\n(.*?)\n\nIt", README.read_text("utf-8"), re.S)[1]
)


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Write a configuration into the working folder, which is empty."""
    monkeypatch.chdir(tmp_path)

    def written(text, name="natocheck.toml", encoding="utf-8"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode(encoding))
        return file

    return written


@pytest.mark.parametrize("arguments", [["config"], ["check", "a.txt"]], ids=" ".join)
@pytest.mark.parametrize("bad", BAD, ids=[each["name"] for each in BAD])
def test_a_wrong_configuration_is_told_with_its_place(run, pipeline, write, bad, arguments):
    text = bad["text"].replace("{nested}", "[" * 9999)
    file = write(text, bad.get("file", "natocheck.toml"), bad.get("encoding", "utf-8"))
    result = run(*arguments)
    message = f"natocheck: {file}{bad['says']}"
    assert (result.exit_code, result.stdout) == (2, "")
    whole = result.stderr == f"{message}\n"
    assert whole or (message.endswith("…") and result.stderr.startswith(message[:-1]))
    assert pipeline.asked is None


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("none.toml", "cannot be read: No such file or directory."),
        ("folder", "cannot be read: Is a directory."),
        ("pyproject.toml", "there is no table [tool.natocheck]. Add one."),
    ],
)
def test_a_file_that_is_named_must_be_a_configuration(run, pipeline, write, name, says):
    write("[tool.other]\n", "pyproject.toml")
    Path("folder").mkdir()
    result = run("a.txt", "--config", name)
    assert (result.exit_code, result.stderr) == (2, f"natocheck: {name}: {says}\n")
    assert pipeline.asked is None


def test_a_file_that_the_environment_names_must_be_there(run, pipeline, write, monkeypatch):
    write("quiet = true")
    monkeypatch.setenv("NATOCHECK_CONFIG", "none.toml")
    assert run("a.txt").stderr.startswith("natocheck: none.toml: cannot be read")
    assert run("a.txt", "--isolated").exit_code == 0
    assert run("a.txt", "--config", "natocheck.toml").exit_code == 0


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('select = ["nato-foundign"]', "{}: 'nato-foundign' is no rule and no kind. Did you"),
        ('ignore = ["evnt"]', "{}: 'evnt' is no rule and no kind. Did you mean 'event'?"),
        ('per-file = {"a.*" = {ignore = ["evnt"]}}', "{}: per-file: a.*: 'evnt' is no rule"),
    ],
)
def test_an_unknown_rule_is_refused_where_it_is_chosen(run, pipeline, write, text, says):
    file = write(text)
    result = run("a.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"natocheck: {says.format(file)}")
    assert pipeline.asked is None


def test_an_unknown_rule_of_an_option_is_told_so(run, pipeline, write):
    write('ignore = ["event"]')
    assert run("a.txt", "--ignore", "evnt").stderr.startswith("natocheck: --ignore: 'evnt' is no")


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        ("", [], 1),
        ('fail-on = "never"', [], 0),
        ('fail-on = "never"', ["--fail-on", "disputed"], 1),
        ("exit-zero = true", [], 0),
        ("exit-zero = true", ["--no-exit-zero"], 1),
        ('fail-on = "never"', ["--isolated"], 1),
        ('fail-on = "never"', ["--config", "other.toml"], 1),
    ],
)
def test_options_win_over_the_configuration(run, pipeline, write, text, options, code):
    write("verbose = true", "other.toml")
    write(text)
    pipeline.report = report_of("disputed")
    assert run("a.txt", *options).exit_code == code


def test_a_list_of_an_option_replaces_that_of_the_configuration(run, pipeline, write):
    write('rules = ["own"]\nexclude = ["old/"]')
    run("a.txt", "--rules", "other", "--exclude", "new/")
    settings = pipeline.asked[1]
    assert settings.rule_folders == (Path("other"),)
    assert settings.reading.exclude == ("new/",)


def test_paths_are_told_from_the_folder_of_the_configuration(run, pipeline, write, monkeypatch):
    root = write('rules = ["own"]\nexclude = ["/old"]').parent
    (root / "drafts").mkdir()
    monkeypatch.chdir(root / "drafts")
    run("a.txt")
    settings = pipeline.asked[1]
    assert settings.rule_folders == (root / "own",)
    assert settings.reading.base == str(root)
    run("a.txt", "--exclude", "/old")
    assert pipeline.asked[1].reading.base == str(root / "drafts")


@pytest.mark.parametrize("where", ["--config", "NATOCHECK_CONFIG", "user"])
def test_patterns_of_a_configuration_that_stands_elsewhere_are_told_from_here(
    run, pipeline, write, tmp_path, monkeypatch, where
):
    file = write('exclude = ["/old"]\nrules = ["own"]', "elsewhere/natocheck/natocheck.toml")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    if where == "user":
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "elsewhere"))
    elif where == "NATOCHECK_CONFIG":
        monkeypatch.setenv(where, str(file))
    run("a.txt", *(["--config", file] if where == "--config" else []))
    settings = pipeline.asked[1]
    assert settings.reading.exclude == ("/old",)
    assert settings.reading.base == str(tmp_path / "here")
    assert settings.rule_folders == (file.parent / "own",)


def test_days_of_a_configuration_are_told_from_that_of_an_option(run, pipeline, write):
    write('date = 2026-02-01\n[per-file."old/"]\ndate = "2020-01-01"')
    run("a.txt")
    settings = pipeline.asked[1]
    assert settings.date is None
    assert [(p, str(date)) for p, date in settings.dates] == [
        ("old/", "2020-01-01"),
        ("**", "2026-02-01"),
    ]
    run("a.txt", "--date", "2026-02-01")
    assert pipeline.asked[1].date == DAY


def test_the_settings_in_force_are_shown_with_where_they_came_from(run, write):
    file = write('fail-on = "never"\nselect = ["event"]\n[per-file."a b/"]\nquotes = "skip"\n')
    lines = run("config").stdout.splitlines()
    assert [line.split(" = ")[0] for line in lines] == list(KEYS)
    assert f'fail-on = "never"  # {file}' in lines
    assert f'select = ["event"]  # {file}' in lines
    assert 'format = "rich"  # default' in lines
    assert "date = none  # default" in lines
    (per_file,) = [line for line in lines if line.startswith("per-file")]
    assert per_file.startswith('per-file = {"a b/" = {')
    assert '"quotes" = "skip"' in per_file


def test_the_settings_in_force_are_shown_to_programs(run, write):
    file = write("date = 2025-06-24\nquiet = true")
    rows = {row["key"]: row for row in json.loads(run("config", "--format", "json").stdout)}
    assert list(rows) == list(KEYS)
    assert rows["date"] == {"key": "date", "value": "2025-06-24", "from": str(file)}
    assert rows["quiet"]["value"] is True
    assert rows["fail-on"] == {"key": "fail-on", "value": "outdated", "from": "default"}


@pytest.mark.parametrize("options", [["--isolated"], ["--config", "other.toml"]])
def test_the_settings_in_force_are_those_of_the_same_options(run, write, options):
    write("verbose = true", "other.toml")
    write("quiet = true")
    assert "quiet = false  # default" in run("config", *options).stdout


def test_every_setting_is_an_option_of_check_but_tables():
    (command,) = [each for each in app.registered_commands if each.name == "check"]
    given = set(command.callback.__annotations__)
    assert set(KEYS.values()) - given == {"per_file", "suppress"}


def test_options_and_configuration_take_the_same_words():
    assert set(get_args(choices.Shown)) == set(options.SHOWN)
    for option, setting in (
        (options.FailOnLevel, choices.FailOn),
        (options.Quotes, choices.Quotes),
        (options.When, choices.Color),
    ):
        literal = get_args(get_args(option)[0])[0]
        assert get_args(literal) == get_args(setting)


def test_the_example_of_the_readme_is_a_configuration(run, pipeline, write):
    write("# none yet\n", "our-rules/own.yaml")
    file = write(EXAMPLE)
    result = run("config", "--format", "json")
    assert result.exit_code == 0
    given = {row["key"] for row in json.loads(result.stdout) if row["from"] == str(file)}
    assert given == set(tomllib.loads(EXAMPLE)) > {"per-file", "suppress"}
    assert run("a.txt").exit_code == 0


def test_a_report_of_a_configuration_is_that_of_its_options(run, pipeline, write):
    write('format = "json"\noutput = ["concise=faults"]')
    pipeline.report = report_of("disputed")
    assert json.loads(run("a.txt").stdout)["documents"]
    assert "disputed" in Path("faults").read_text("utf-8")


def test_defaults_are_those_of_no_configuration(run, write):
    write("")
    shown = {row["key"]: row for row in json.loads(run("config", "-f", "json").stdout)}
    assert {row["from"] for row in shown.values()} == {"default"}
    assert shown["format"]["value"] == Choices().format
