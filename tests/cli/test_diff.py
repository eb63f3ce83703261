"""Only sentences on lines that changed since a revision of a scratch repository count."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from natocheck.model.places import Origin
from natocheck.model.text import Sentence

from .conftest import judged, report_of

NAMES = ("a.txt", "drafts/b.txt", "drafts/c d [1].txt")
TEXT = "One.\nTwo.\nThree.\nFour.\n"


def article(path):
    """Each line of a file as a disputed sentence."""
    text, start, sentences = Path(path).read_text("utf-8"), 0, []
    for index, line in enumerate(text.splitlines()):
        place = Sentence(
            index=index, text=line, start=start, end=start + len(line), line=index + 1, column=1
        )
        sentences.append(replace(judged("disputed"), sentence=place))
        start += len(line) + 1
    document = report_of("disputed").documents[0]
    return replace(document, path=path, text=text, sentences=tuple(sentences))


def git(*arguments):
    author = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false"]
    subprocess.run(["git", *author, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for name in [each for each in os.environ if each in ("GIT_DIR", "GIT_INDEX_FILE")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    for name in NAMES:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(TEXT, "utf-8")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    return tmp_path


@pytest.fixture
def left(run, pipeline):
    """The sentences that a run with --diff leaves, by article."""

    def ask(*paths, base="main", origin=None):
        articles = [article(path) for path in paths]
        if origin is not None:
            articles = [replace(each, origin=origin) for each in articles]
        pipeline.report = replace(report_of(), documents=tuple(articles))
        result = run(*paths, "--diff", base, "--format", "json")
        assert result.exit_code in (0, 1), result.stderr
        documents = json.loads(result.stdout)["documents"]
        found = {d["path"]: [s["text"] for s in d["sentences"]] for d in documents}
        assert result.exit_code == int(any(found.values()))
        return found

    return ask


def change(path, old, new):
    Path(path).write_text(Path(path).read_text("utf-8").replace(old, new), "utf-8")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Two.", "Zwei.", ["Zwei."]),
        ("Two.\n", "", []),
        ("Two.", "Two.\nNew.", ["New."]),
        ("One.", "New.\nOne.", ["New."]),
        ("Four.\n", "Four.", ["Four."]),
        ("One.\nTwo.\nThree.", "A.\nTwo.\nC.", ["A.", "C."]),
        ("Two.", "++ @@ -1 +1,4 @@", ["++ @@ -1 +1,4 @@"]),
        ("", "", []),
    ],
    ids=["changed", "taken out", "put in", "put in front", "line end", "two", "sham", "as it was"],
)
def test_only_lines_that_changed_count(repository, left, name, old, new, changed):
    if old:
        change(name, old, new)
    assert left(name) == {name: changed}


def test_files_are_told_apart_and_new_ones_count_whole(repository, left):
    change("drafts/b.txt", "Two.", "Zwei.")
    Path("new.txt").write_text("Neu.\nAlt.\n")
    expected = {"a.txt": [], "drafts/b.txt": ["Zwei."], "new.txt": ["Neu.", "Alt."]}
    assert left("a.txt", "drafts/b.txt", "new.txt") == expected
    git("add", "new.txt")
    assert left("new.txt")["new.txt"] == ["Neu.", "Alt."]


def test_what_is_committed_counts_since_the_revision(repository, left):
    change("a.txt", "Two.", "Zwei.")
    git("commit", "-q", "-a", "-m", "second")
    assert left("a.txt")["a.txt"] == []
    assert left("a.txt", base="HEAD~1")["a.txt"] == ["Zwei."]


def test_paths_hold_from_a_subfolder_and_from_anywhere(repository, left, monkeypatch):
    change("drafts/b.txt", "Two.", "Zwei.")
    monkeypatch.chdir("drafts")
    assert left("b.txt") == {"b.txt": ["Zwei."]}
    assert left("../a.txt") == {"../a.txt": []}
    monkeypatch.chdir("/")
    whole = str(repository / "drafts" / "b.txt")
    assert left(whole) == {whole: ["Zwei."]}


def test_a_link_is_the_file_that_it_names(repository, left):
    change("drafts/b.txt", "Two.", "Zwei.")
    Path("link.txt").symlink_to("drafts/b.txt")
    assert left("link.txt") == {"link.txt": ["Zwei."]}


def test_a_name_is_no_pattern(repository, left):
    change("drafts/c d [1].txt", "Two.", "Zwei.")
    Path("drafts/c d 1.txt").write_text(TEXT)
    git("add", ".")
    git("commit", "-q", "-m", "second")
    change("drafts/c d 1.txt", "Three.", "Drei.")
    assert left("drafts/c d [1].txt") == {"drafts/c d [1].txt": []}


def test_a_user_who_has_set_git_up_otherwise_gets_the_same(repository, left):
    for name, value in {
        "diff.interHunkContext": "9",
        "color.ui": "always",
        "diff.noprefix": "true",
        "diff.external": "false",
    }.items():
        git("config", name, value)
    change("a.txt", "One.\nTwo.\nThree.", "A.\nTwo.\nC.")
    assert left("a.txt") == {"a.txt": ["A.", "C."]}


def test_a_file_without_lines_counts_whole_once_it_changed(repository, left):
    pages = Origin(unit="page", starts=(0,))
    assert left("a.txt", origin=pages)["a.txt"] == []
    change("a.txt", "Two.", "Zwei.")
    assert left("a.txt", origin=pages)["a.txt"] == ["One.", "Zwei.", "Three.", "Four."]


@pytest.mark.parametrize("base", ["none", "", "--output=x", "main..HEAD", "HEAD:a.txt", "a.txt"])
def test_what_is_no_revision_is_an_error(repository, run, pipeline, base):
    pipeline.report = replace(report_of(), documents=(article("a.txt"),))
    result = run("a.txt", f"--diff={base}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"natocheck: --diff: there is no such revision as {base!r}\n"
    assert not Path("x").exists()


def test_a_file_in_no_repository_is_an_error(tmp_path, run, pipeline, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    Path("a.txt").write_text(TEXT)
    pipeline.report = replace(report_of(), documents=(article("a.txt"),))
    result = run("a.txt", "--diff", "main")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("natocheck: --diff: not a git repository")


def test_standard_input_has_no_revision(repository, run, pipeline):
    pipeline.report = replace(report_of("disputed"))
    result = run("-", "--diff", "main")
    assert result.exit_code == 2
    assert "article.txt is no file, so that git cannot tell what changed" in result.stderr


def test_a_machine_without_git_is_told_so(repository, run, pipeline, monkeypatch):
    pipeline.report = replace(report_of(), documents=(article("a.txt"),))
    monkeypatch.setenv("PATH", "")
    result = run("a.txt", "--diff", "main")
    assert (result.exit_code, result.stderr) == (
        2,
        "natocheck: --diff asks git, which is not installed\n",
    )
