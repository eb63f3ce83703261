"""The documentation builds without a warning, and every command that it shows does what it says.

A page's commands run in order, in a folder of its own. A comment "exit code N" gives what a command
ends with, else 0; lines under one are what it prints, "..." for lines that are left out.
"""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest
from ruamel.yaml import YAML
from typer.testing import CliRunner

import natocheck
from natocheck.cli.main import app
from natocheck.config.choices import Choices
from natocheck.readers.registry import SUFFIXES
from natocheck.reports.registry import REPORTS

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "rules" / "README.md"
DOCS = sorted((ROOT / "docs").rglob("*.md"))
PAGES = [ROOT / "README.md", GUIDE, *DOCS]

SKIPPED = {
    "python3 -m venv": "makes an environment",
    ". .venv/bin/activate": "enters it",
    "pip install": "needs the network",
    "natocheck draft.md --watch": "runs until it is stopped",
}
RIGHT = "NATO was founded in 1949.\n"
FILES = {
    "draft.md": RIGHT,
    "draft.txt": RIGHT,
    "drafts/a.md": RIGHT,
    "known.json": '{"schema_version": "1", "findings": []}',
}
LOADED = r"<(?:script|link|img|iframe)[^>]*(?:src|href)=[\"']?((?:https?:)?//[^\s\"'>]+)"
PROGRAM = """#!/bin/sh
PYTHONPATH='{code}' exec '{python}' -c "from natocheck.cli.main import run; run()" "$@"
"""


@dataclass(frozen=True)
class Example:
    """One command of a page, its exit code, and a pattern of what it prints."""

    command: str
    code: int
    prints: str

    @property
    def skipped(self) -> str | None:
        return next((start for start in SKIPPED if self.command.startswith(start)), None)


def fenced(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S)


def examples(page: Path) -> list[Example]:
    """The commands of a page in its order: of sh and console blocks, and indented ones."""
    found = []
    pattern = r"^```(sh|console)\n(.*?)^```$|^ {4,}(natocheck [^\n]*)$"
    for language, block, line in re.findall(pattern, page.read_text("utf-8"), re.M | re.S):
        lines = block.splitlines() if language == "sh" else [line]
        plain = [example(each) for each in lines if each]
        found += list(session(block)) if language == "console" else plain
    return found


def session(block: str) -> Iterator[Example]:
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
        here = re.match(r"[^\n]*<<'(\w+)'\n.*?^\1\n", part, re.M | re.S)
        end = here.end() if here else part.index("\n") + 1
        yield example(part[:end].rstrip("\n"), part[end:])


def example(command: str, prints: str = "") -> Example:
    code = re.search(r"exit code (\d+)", command)
    pattern = re.escape(prints.rstrip("\n")).replace(re.escape("...") + "\\\n", "(.*\n)*?")
    return Example(command, int(code[1]) if code else 0, pattern)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A reader's folder, with drafts, the names and templates of the guide, and git."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "my-rules").mkdir()
    for block in fenced(GUIDE, "yaml")[:2]:
        name = block.splitlines()[0].removeprefix("# ")
        (tmp_path / "my-rules" / name).write_text(block, "utf-8")
    program = tmp_path / "bin" / "natocheck"
    program.parent.mkdir()
    code = Path(natocheck.__file__).parents[1]
    program.write_text(PROGRAM.format(code=code, python=sys.executable), "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)
    git = "git init -qb main && git add draft* && git -c user.name=a -c user.email=a@b commit -qm a"
    subprocess.run(["bash", "-c", git], check=True)
    return tmp_path


def run(command: str) -> tuple[int, str]:
    """Run a command: in this process where it is the program alone, since that takes no start."""
    words = shlex.split(command, comments=True)
    if words[0] == "natocheck" and not set(words) & {"|", ">", "<", "&&"}:
        done = CliRunner().invoke(app, words[1:], prog_name="natocheck")
        return done.exit_code, done.output if done.exit_code > 1 else done.stdout
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", command], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_of_a_page_does_what_it_says(page, folder):
    configuration = fenced(page, "toml")
    if configuration:
        (folder / "natocheck.toml").write_text(configuration[0], "utf-8")
    for each in examples(page):
        if each.skipped is None:
            code, printed = run(each.command)
            assert code == each.code, (each.command, printed)
            printed = printed.replace(str(folder), "/home/you")
            assert re.match(each.prints, printed), (each.command, printed)


def test_commands_that_are_left_out_are_shown_somewhere():
    left_out = {each.skipped for page in PAGES for each in examples(page)} - {None}
    assert left_out == set(SKIPPED)
    assert sum(each.skipped is None for page in PAGES for each in examples(page)) > 40


def test_configurations_that_are_shown_are_valid():
    blocks = [block for page in DOCS for block in fenced(page, "toml")]
    assert len(blocks) == 2
    for block in blocks:
        msgspec.convert(tomllib.loads(block), Choices)


def test_what_ci_is_told_is_what_its_files_know():
    github, gitlab, hook = map(loaded, fenced(ROOT / "docs" / "howto" / "ci.md", "yaml"))
    step = next(s for s in github["jobs"]["natocheck"]["steps"] if s.get("id") == "natocheck")
    action = loaded((ROOT / "action.yml").read_text("utf-8"))
    assert set(step["with"]) <= set(action["inputs"])
    template = loaded((ROOT / gitlab["include"]["file"]).read_text("utf-8"))
    assert set(gitlab["variables"]) <= set(template["variables"])
    hooks = loaded((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [h["id"] for h in hook["repos"][0]["hooks"]] == [h["id"] for h in hooks]


def loaded(text: str):
    return YAML(typ="safe", pure=True).load(text)


@pytest.mark.parametrize(("marker", "names"), [("input", SUFFIXES), ("format", tuple(REPORTS))])
def test_the_tables_of_the_readme_name_every_input_and_every_format(marker, names):
    text = (ROOT / "README.md").read_text("utf-8")
    table = re.search(rf"^\| {marker} \|.*?\n\n", text, re.M | re.S)[0]
    assert [name for name in names if f"`{name}`" not in table] == []


def test_the_site_builds_without_a_warning_and_loads_nothing_from_elsewhere(tmp_path):
    pytest.importorskip("material")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "WARNING" in done.stderr) == (0, False), done.stderr
    files = tmp_path.rglob("*.html")
    pages = {file.relative_to(tmp_path).as_posix(): file.read_text("utf-8") for file in files}
    assert len(pages) > 12
    for name, text in pages.items():
        loads = re.findall(LOADED, text)
        assert loads == [], name
    assert "wrong-date" in pages["reference/reasons.html"]
    assert "natocheck rules coverage" in pages["reference/commands.html"]
