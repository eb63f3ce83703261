"""The GitLab job, run as a runner does: a shell that ends at the first error, and variables."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from junitparser import JUnitXml
from ruamel.yaml import YAML

TEMPLATE = Path(__file__).parents[1] / "ci" / "gitlab.yml"
PIPELINE = YAML(typ="safe", pure=True).load(TEMPLATE.read_text("utf-8"))
JOB = PIPELINE["natocheck"]
REPORTS = JOB["artifacts"]["reports"]
WRONG = "NATO was founded in 1950.\n"
INSTALLER = '#!/bin/sh\necho "$@" >> installed\n'


@pytest.fixture
def run(tmp_path):
    stub = tmp_path / "bin" / "pip"
    stub.parent.mkdir()
    stub.write_text(INSTALLER, "utf-8")
    stub.chmod(0o755)

    def job(shell=("bash", "-eo", "pipefail"), **given):
        lines = "\n".join([*JOB["before_script"], *JOB["script"]])
        (tmp_path / "job").write_text(lines, "utf-8")
        path = (str(stub.parent), str(Path(sys.executable).parent), os.environ["PATH"])
        package = {"NATOCHECK_PACKAGE": "natocheck.whl", "NATOCHECK_DATE": "2025-06-01"}
        variables = {**PIPELINE["variables"], **package, **given}
        return subprocess.run(
            [*shell, str(tmp_path / "job")],
            cwd=tmp_path,
            env={**os.environ, "PATH": os.pathsep.join(path), **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    return job


@pytest.mark.parametrize("shell", [("bash", "-eo", "pipefail"), ("sh", "-e")], ids=["bash", "sh"])
def test_a_wrong_draft_fails_the_job_and_is_in_both_reports(run, tmp_path, shell):
    name = "a b$(touch owned); '\".txt"
    (tmp_path / name).write_text(WRONG, "utf-8")
    done = run(shell, NATOCHECK_PATHS=f"\n{name}\n")
    assert done.returncode == 1, done.stderr
    assert (tmp_path / "installed").read_text("utf-8") == "install --quiet natocheck.whl\n"
    issue = json.loads((tmp_path / REPORTS["codequality"]).read_text("utf-8"))[0]
    assert issue["location"]["path"] == name
    cases = [
        case for suite in JUnitXml.fromfile(str(tmp_path / REPORTS["junit"])) for case in suite
    ]
    assert [result.type for case in cases for result in case.result] == ["wrong-date"]
    assert not (tmp_path / "owned").exists()


def test_levels_and_baselines_are_those_of_the_variables(run, tmp_path):
    (tmp_path / "a.txt").write_text(WRONG, "utf-8")
    assert run(NATOCHECK_PATHS="a.txt", NATOCHECK_FAIL_ON="never").returncode == 0
    missing = run(NATOCHECK_PATHS="a.txt", NATOCHECK_BASELINE="none.json")
    assert (missing.returncode, "none.json" in missing.stderr) == (2, True)


def test_a_job_that_is_not_told_what_to_install_says_so(run, tmp_path):
    done = run(NATOCHECK_PACKAGE="")
    assert done.returncode != 0
    assert "say what to install" in done.stderr


def test_the_reports_are_kept_when_the_job_fails():
    assert JOB["artifacts"]["when"] == "always"
    assert set(JOB) == {"image", "before_script", "script", "artifacts"}
