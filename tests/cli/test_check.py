import datetime as dt
import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from natocheck.model.errors import RuleError
from natocheck.model.report import Problem
from natocheck.readers import ReadSettings

from .conftest import judged, report_of


@pytest.mark.parametrize(
    ("arguments", "articles"),
    [
        (["a.txt"], ["a.txt"]),
        (["check", "a.txt"], ["a.txt"]),
        (["a.txt", "b.md"], ["a.txt", "b.md"]),
        (["-"], ["-"]),
        (["--format", "json", "a.txt"], ["a.txt"]),
        (["a.txt", "--format", "json"], ["a.txt"]),
        (["./rules"], ["./rules"]),
        (["check", "rules"], ["rules"]),
        (["check", "check"], ["check"]),
        (["--", "-odd.txt"], ["-odd.txt"]),
    ],
)
def test_articles_need_no_command(run, pipeline, arguments, articles):
    assert run(*arguments).exit_code == 0
    assert pipeline.asked[0] == articles


def test_nothing_is_asked_of_the_pipeline_but_what_the_options_say(run, pipeline):
    run("a.txt", "--date", "2025-06-24", "--rules", "one", "--rules", "two", "--model", "big")
    settings = pipeline.asked[1]
    assert settings.date == dt.date(2025, 6, 24)
    assert settings.rule_folders == (Path("one"), Path("two"))
    assert settings.model == "big"


def test_without_options_nothing_is_assumed(run, pipeline):
    run("a.txt")
    reading = ReadSettings(base=str(Path.cwd()))
    assert pipeline.asked[1] == pipeline.Settings(reading=reading, base=str(Path.cwd()), keep=True)


@pytest.mark.parametrize(
    ("verdicts", "options", "code"),
    [
        (["supported", "opinion", "unverified"], [], 0),
        (["supported", "opinion"], ["--fail-on", "unverified"], 0),
        (["disputed"], ["--fail-on", "never"], 0),
        (["disputed"], ["--exit-zero"], 0),
        (["supported", "disputed"], [], 1),
        (["supported", "disputed"], ["--quiet"], 1),
        (["unverified"], ["--fail-on", "unverified"], 1),
        (["disputed"], ["--fail-on", "unverified"], 1),
    ],
)
def test_the_exit_code_says_what_was_found(run, pipeline, verdicts, options, code):
    pipeline.report = report_of(*verdicts)
    assert run("a.txt", *options).exit_code == code


def test_an_input_that_fails_does_not_hide_the_others(run, pipeline):
    gone = Problem(path="gone.txt", message="no such file")
    pipeline.report = report_of("supported", problems=(gone,))
    result = run("a.txt", "gone.txt", "--exit-zero")
    assert result.exit_code == 2
    assert result.stderr == "natocheck: gone.txt: no such file\n"
    assert "✓ supported   A sentence" in result.stdout


def test_where_no_input_could_be_read_there_is_no_data(run, pipeline):
    pipeline.report = report_of(problems=(Problem(path="gone.txt", message="no such file"),))
    result = run("gone.txt")
    assert (result.exit_code, result.stdout) == (2, "")


def test_a_path_that_could_steer_the_terminal_is_shown_harmlessly(run, pipeline):
    pipeline.report = report_of(problems=(Problem(path="a\x1b[2Jb", message="no such file"),))
    assert run("a").stderr == "natocheck: a\\x1b[2Jb: no such file\n"


@pytest.mark.parametrize(
    "day",
    ["2025-02-30", "2025-2", "2025-2-3", "٢٠٢٥-02-03", "yesterday", "24 June 2025", ""],
)
def test_a_date_that_is_none_is_a_usage_error(run, pipeline, day):
    result = run("a.txt", "--date", day)
    assert result.exit_code == 2
    assert f"{day!r} is not a day of the calendar; write YYYY-MM-DD" in " ".join(
        result.stderr.split()
    )
    assert pipeline.asked is None


@pytest.mark.parametrize(
    "arguments",
    [["a.txt", "--format", "pdf"], ["a.txt", "--fail-on", "opinion"], ["a.txt", "--bogus"]],
)
def test_a_wrong_option_is_a_usage_error(run, pipeline, arguments):
    result = run(*arguments)
    assert result.exit_code == 2
    assert arguments[-1] in result.stderr
    assert result.stdout == ""


def test_faults_in_the_rules_end_the_run_without_a_traceback(run, pipeline):
    pipeline.error = RuleError("2 faults:\nrules/a.yaml:3: unknown key")
    result = run("a.txt")
    assert result.exit_code == 2
    assert result.stderr == "natocheck: 2 faults:\nrules/a.yaml:3: unknown key\n"
    assert result.stdout == ""


def test_an_interrupt_ends_the_run_quietly(run, pipeline):
    pipeline.error = KeyboardInterrupt()
    result = run("a.txt")
    assert (result.exit_code, result.output) == (130, "")


def test_json_is_data_alone_and_always_utf8(run, pipeline, monkeypatch):
    result = run("a.txt", "--format", "json")
    assert json.loads(result.stdout)["documents"][0]["summary"]["supported"] == 1
    assert "“so it is”".encode() in result.stdout_bytes
    assert result.stderr == ""


def test_output_goes_to_a_file_in_utf8(run, pipeline, tmp_path):
    target = tmp_path / "report.txt"
    result = run("a.txt", "--output", target)
    assert result.stdout == ""
    assert "✓ supported   A sentence" in target.read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_is_an_error(run, pipeline, tmp_path):
    result = run("a.txt", "--output", tmp_path / "no" / "report.txt")
    assert result.exit_code == 2
    assert "cannot be written: No such file or directory" in result.stderr


def test_colour_is_for_terminals_unless_it_is_asked_for(run, pipeline):
    assert "\x1b[" not in run("a.txt").stdout
    assert "\x1b[" not in run("a.txt", "--color", "never").stdout
    assert "\x1b[" in run("a.txt", "--color", "always").stdout


def test_the_report_is_as_wide_as_the_page(run, pipeline, monkeypatch):
    monkeypatch.setenv("COLUMNS", "50")
    assert max(map(len, run("a.txt").stdout.splitlines())) <= 50


def test_the_same_run_gives_the_same_bytes(run, pipeline):
    assert run("a.txt").stdout_bytes == run("a.txt").stdout_bytes


@pytest.mark.parametrize(
    ("level", "code"), [("never", 0), ("disputed", 0), ("outdated", 1), ("unverified", 1)]
)
def test_what_was_right_once_fails_from_its_own_level_on(run, pipeline, level, code):
    article = report_of("supported").documents[0]
    once = replace(article, sentences=(judged("disputed", reason="outdated"),))
    pipeline.report = replace(pipeline.report, documents=(once,))
    assert run("a.txt", "--fail-on", level).exit_code == code
    assert run("a.txt").exit_code == 1


def test_how_inputs_are_read_is_as_the_options_say(run, pipeline):
    run("rows.csv", "--text-column", "body", "--date-column", "day", "--stdin-filename", "a.md")
    _, settings = pipeline.asked
    assert settings.reading == ReadSettings(
        text_column="body", date_column="day", stdin_filename="a.md", base=str(Path.cwd())
    )
