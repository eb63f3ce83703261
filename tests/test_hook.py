"""The pre-commit hook, run as pre-commit runs it: its entry, then the names of the files."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from docx import Document
from ruamel.yaml import YAML

from natocheck.readers.find import ARTICLES

MANIFEST = Path(__file__).parents[1] / ".pre-commit-hooks.yaml"
(HOOK,) = YAML(typ="safe", pure=True).load(MANIFEST.read_text("utf-8"))
WRONG = "NATO was founded in 1950."
CONFIGURATION = 'date = 2025-06-01\nexclude = ["old/"]\n'


def hook(folder: Path, *files: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [*shlex.split(HOOK["entry"]), *files],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_is_given_every_article_that_a_folder_is_searched_for_and_nothing_else():
    assert all(re.search(HOOK["files"], f"drafts/a{suffix}") for suffix in ARTICLES)
    others = ("a.py", "b.docx.bak", "txt", "c.csv", "d.mdx")
    assert not any(re.search(HOOK["files"], name) for name in others)
    assert HOOK["language"] == "python"


def test_it_fails_on_what_is_wrong_in_any_format_and_passes_over_what_is_excluded(tmp_path):
    (tmp_path / "natocheck.toml").write_text(CONFIGURATION, "utf-8")
    page = f"<html><body><article><h1>On NATO</h1><p>{WRONG}</p></article></body></html>"
    (tmp_path / "old").mkdir()
    for name, text in {"a.txt": WRONG, "b.md": WRONG, "c.html": page, "old/e.txt": WRONG}.items():
        (tmp_path / name).write_text(text, "utf-8")
    document = Document()
    document.add_paragraph(WRONG)
    document.save(str(tmp_path / "d.docx"))
    done = hook(tmp_path, "a.txt", "b.md", "c.html", "d.docx", "old/e.txt")
    assert done.returncode == 1, done.stderr
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == [
        "a.txt",
        "b.md",
        "c.html",
        "d.docx",
    ]


def test_a_commit_of_excluded_files_alone_passes(tmp_path):
    (tmp_path / "natocheck.toml").write_text(CONFIGURATION, "utf-8")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "e.txt").write_text(WRONG, "utf-8")
    done = hook(tmp_path, "old/e.txt")
    assert (done.returncode, done.stdout) == (0, "")
