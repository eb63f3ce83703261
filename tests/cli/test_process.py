"""What only a process of its own can show: exit codes, pipes, and what is imported."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-c", "from natocheck.cli.main import run; run()"]
STUBBED = """
import sys
sys.path.insert(0, {folder!r})
from cli.conftest import Pipeline, report_of
import natocheck
natocheck.pipeline = sys.modules["natocheck.pipeline"] = Pipeline()
natocheck.pipeline.report = report_of(*["disputed"] * {sentences})
from natocheck.cli.main import run
run()
"""
HEAVY = ("spacy", "numpy", "ruamel", "natocheck.rulebase", "natocheck.model.facts", "rich")


def run(*arguments: str, program: list[str] = PROGRAM) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*program, *arguments], capture_output=True, text=True, check=False)


def stubbed(sentences: int) -> list[str]:
    folder = str(Path(__file__).parents[1])
    return [sys.executable, "-c", STUBBED.format(folder=folder, sentences=sentences)]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 0),
        (["--help"], 0),
        (["check", "--help"], 0),
        (["completion", "--help"], 0),
        (["man", "--help"], 0),
        (["--version"], 0),
        (["a.txt", "--date", "2025-02-30"], 2),
        (["--bogus"], 2),
    ],
)
def test_help_and_usage_errors_load_nothing_heavy(arguments, code):
    report = (
        "import sys, os; end = os._exit;"
        "os._exit = lambda code: (print(*sys.modules, file=sys.stderr, flush=True), end(code));"
        + PROGRAM[2]
    )
    done = run(*arguments, program=[sys.executable, "-c", report])
    assert done.returncode == code
    loaded = set(done.stderr.split("\n")[-2].split())
    assert not loaded & set(HEAVY)


def test_a_dispute_ends_the_process_with_1():
    done = run("a.txt", program=stubbed(1))
    assert (done.returncode, done.stderr) == (1, "")


def test_a_reader_that_goes_away_ends_the_run_quietly():
    program = [*stubbed(20_000), "a.txt"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_a_stream_of_ascii_gets_ascii():
    program = [*stubbed(1), "a.txt"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(program, capture_output=True, env=environment, check=False)
    assert b'x disputed    A sentence that is disputed - "so it is".' in done.stdout
    assert done.stdout.isascii()


def test_json_is_utf8_whatever_the_stream_is():
    program = [*stubbed(1), "a.txt", "--format", "json"]
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(program, capture_output=True, env=environment, check=False)
    assert "“so it is”".encode() in done.stdout


def in_shell(program: list[str], redirection: str) -> subprocess.CompletedProcess[str]:
    command = f"{shlex.join(program)} {redirection}"
    return subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="the system has no device that is always full")
@pytest.mark.parametrize(
    "program",
    [[*PROGRAM, "--help"], [*PROGRAM, "--version"], [*PROGRAM, "schema"], [*stubbed(1), "a.txt"]],
    ids=["help", "version", "schema", "check"],
)
def test_output_that_cannot_be_written_is_an_error_and_no_verdict(program):
    done = in_shell(program, f"> {FULL}")
    assert (done.returncode, done.stderr) == (
        2,
        "natocheck: standard output: No space left on device\n",
    )


@pytest.mark.skipif(os.name != "posix", reason="closes streams as a POSIX shell does")
@pytest.mark.parametrize(
    ("article", "closed", "says"),
    [
        ("good.txt", ">&-", "standard output is closed"),
        ("-", "<&-", "-: Standard input is closed"),
        ("none.txt", "2>&-", ""),
        ("none.txt", "<&- >&- 2>&-", ""),
    ],
)
def test_a_closed_stream_is_an_error_and_no_verdict(tmp_path, article, closed, says):
    (tmp_path / "good.txt").write_text("They met in Riga on Monday.")
    done = in_shell([*PROGRAM, article if article == "-" else str(tmp_path / article)], closed)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
