"""The GitHub Action's step, run as Actions runs it: bash, the inputs as variables."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ACTION = Path(__file__).parents[1] / "action.yml"
WRONG = "NATO was founded in 1950.\n"
STEPS = YAML(typ="safe", pure=True).load(ACTION.read_text("utf-8"))["runs"]["steps"]
CHECK = next(step for step in STEPS if step.get("id") == "check")


@pytest.fixture
def run(tmp_path):
    def step(**inputs):
        given = {"PATHS": "a.txt", "DATE": "2025-06-01", "FAIL_ON": "outdated", "BASELINE": ""}
        runner = {
            "SARIF": "out.sarif",
            "GITHUB_OUTPUT": str(tmp_path / "outputs"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }
        (tmp_path / "bash").write_text(CHECK["run"], "utf-8")
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(tmp_path / "bash")],
            cwd=tmp_path,
            env={**os.environ, **given, **runner, **inputs},
            capture_output=True,
            text=True,
            check=False,
        )

    return step


def test_a_wrong_draft_fails_the_step_and_is_annotated(run, tmp_path):
    (tmp_path / "a.txt").write_text(WRONG, "utf-8")
    done = run()
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error title=natocheck (nato-founding),file=a.txt,line=1")
    assert json.loads((tmp_path / "out.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert "1950" in (tmp_path / "summary.md").read_text("utf-8")
    assert (tmp_path / "outputs").read_text("utf-8") == "sarif=out.sarif\n"


def test_inputs_are_no_words_of_the_shell(run, tmp_path):
    name = "a b$(touch owned); '\".txt"
    (tmp_path / name).write_text(WRONG, "utf-8")
    done = run(PATHS=f"\n{name}\n", DATE="2025-06-01")
    assert done.returncode == 1, done.stderr
    assert not (tmp_path / "owned").exists()
    assert "${{" not in CHECK["run"]


def test_a_level_that_is_none_is_an_error_of_use(run, tmp_path):
    (tmp_path / "a.txt").write_text(WRONG, "utf-8")
    assert run(FAIL_ON="sometimes").returncode == 2
    assert run(FAIL_ON="never").returncode == 0
