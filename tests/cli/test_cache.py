"""``--no-cache``, ``--cache-dir`` and ``natocheck cache``, each in a process of its own."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "NATO was founded in 1950.\n"
_RUN = """
import os
import sys
from natocheck.cli.main import run
end = os._exit
def tell(code):
    print("spacy" if "spacy" in sys.modules else "no spacy", file=sys.stderr, flush=True)
    end(code)
os._exit = tell
run()
"""


def natocheck(*arguments: object, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _RUN, *map(str, arguments), "--cache-dir", "kept"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    return tmp_path


def test_an_unchanged_article_is_reported_alike_without_spacy(folder):
    first = natocheck("a.txt", folder=folder)
    again = natocheck("a.txt", folder=folder)
    assert (first.returncode, again.returncode) == (1, 1)
    assert again.stdout == first.stdout
    assert "disputed" in first.stdout
    assert (first.stderr.strip(), again.stderr.strip()) == ("spacy", "no spacy")

    (folder / "a.txt").write_text(TEXT.replace("1950", "1949"))
    changed = natocheck("a.txt", folder=folder)
    assert (changed.returncode, changed.stderr.strip()) == (0, "spacy")

    assert natocheck("a.txt", "--no-cache", folder=folder).stderr.strip() == "spacy"

    told = natocheck("cache", "info", folder=folder).stdout
    assert re.search(r"^folder: kept$", told, re.M)
    assert re.search(r"^findings: 3 kept, [\d,]+ of at most [\d,]+ bytes$", told, re.M)
    assert re.search(r"^rules: [1-9][\d,]+ bytes$", told, re.M)

    mine = folder / "kept" / "mine.txt"
    mine.touch()
    assert re.fullmatch(
        r"[1-9][\d,]+ bytes removed\n", natocheck("cache", "clean", folder=folder).stdout
    )
    assert [file for file in (folder / "kept").rglob("*") if file.is_file()] == [mine]
    assert natocheck("cache", "clean", folder=folder).stdout == "0 bytes removed\n"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["rules", "list"]])
def test_what_judges_nothing_does_not_load_spacy(tmp_path, arguments):
    command = [sys.executable, "-c", _RUN, *arguments]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (run.returncode, run.stderr.strip()) == (0, "no spacy")


def test_a_configuration_error_does_not_load_spacy(folder):
    (folder / "natocheck.toml").write_text("colour = 1\n")
    run = natocheck("a.txt", folder=folder)
    assert run.returncode == 2
    assert run.stderr.strip().endswith("no spacy")


def test_without_the_cache_nothing_is_kept_of_an_article(folder):
    assert natocheck("a.txt", "--no-cache", folder=folder).returncode == 1
    assert not (folder / "kept" / "findings.sqlite3").exists()
