"""Completion, asked of the shells themselves: what they offer for the start of a line."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import natocheck

PROGRAM = """#!/bin/sh
PYTHONPATH='{code}' exec '{python}' -c "from natocheck.cli.main import run; run()" "$@"
"""
ASK = {
    "bash": """
source <(natocheck completion bash)
complete=$(complete -p natocheck | sed 's/.*-F \\([^ ]*\\).*/\\1/')
while IFS= read -r line; do
    IFS='|' read -ra COMP_WORDS <<< "$line|"
    COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
    "$complete" natocheck "${COMP_WORDS[COMP_CWORD]}" ""
    printf '%s\\n' "${COMPREPLY[@]}" "="
done
""",
    "fish": """
natocheck completion fish | source
while read line; complete -C (string replace -a '|' ' ' $line); echo "="; end
""",
}
CHECKS = {"zsh": ["-n"], "fish": ["--no-execute"], "bash": ["-n"]}
LINES = {
    ("",): {"check", "rules", "completion", "a b.txt", "checked.md", "drafts"},
    ("ch",): {"check", "checked.md"},
    ("--fo",): {"--format", "--force-exclude"},
    ("a b.txt", "--sh"): {"--show", "--show-suppressed"},
    ("check", "--quotes", ""): {"check", "report", "skip"},
    ("check", "--format", "j"): {"json", "jsonl", "junit"},
    ("rules", "s"): {"show", "sources", "stale", "schema"},
    ("--version", "sch"): {"schema"},
    ("completion", ""): {"bash", "zsh", "fish"},
}
HOLDS_MORE = {("",)}


@pytest.fixture
def folder(tmp_path):
    program = tmp_path / "bin" / "natocheck"
    program.parent.mkdir()
    code = Path(natocheck.__file__).parents[1]
    program.write_text(PROGRAM.format(code=code, python=sys.executable), "utf-8")
    program.chmod(0o755)
    work = tmp_path / "work"
    (work / "drafts").mkdir(parents=True)
    for name in ("a b.txt", "checked.md"):
        (work / name).touch()
    return work


def shell(name: str, folder: Path, *arguments: str, given: str = "") -> str:
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    path = f"{folder.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [name, *arguments],
        cwd=folder,
        env={**os.environ, "PATH": path, "HOME": str(folder.parent)},
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("name", ASK)
def test_a_shell_offers_commands_options_values_and_files(folder, name):
    lines = "".join("|".join(("natocheck", *words)) + "\n" for words in LINES)
    typed = lines.replace(" ", "\\ ")
    answers = shell(name, folder, "-c", ASK[name], given=typed).split("=\n")[:-1]
    assert len(answers) == len(LINES)
    for (words, wanted), answer in zip(LINES.items(), answers, strict=True):
        offered = {each.split("\t")[0].rstrip("/") for each in answer.splitlines()}
        extra = offered - wanted if words in HOLDS_MORE else set()
        assert offered - extra == wanted, words


@pytest.mark.parametrize("name", CHECKS)
def test_every_script_is_sound_for_its_shell(folder, run, name):
    script = run("completion", name)
    assert script.exit_code == 0
    file = folder / "script"
    file.write_text(script.stdout, "utf-8")
    assert "_NATOCHECK_COMPLETE" in script.stdout
    assert shell(name, folder, *CHECKS[name], str(file)) == ""


def test_a_shell_that_is_not_known_is_an_error_of_use(run):
    assert run("completion", "tcsh").exit_code == 2
