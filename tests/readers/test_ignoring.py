"""What of a folder is not read."""

import os
from pathlib import Path

import pytest

from natocheck.model.report import Problem
from natocheck.readers import ReadSettings, find

FILES = ("a.md", "b.txt", "old/a.md", "old/deep/c.md", "new/a.md", "new/d e.txt")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    root = tmp_path / "root"
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("News.")
    monkeypatch.chdir(root)
    return root


def found(*paths, base="", **settings):
    files = find([*map(str, paths or ["."])], ReadSettings(base=base, **settings))
    return [
        each.message if isinstance(each, Problem) else Path(os.path.relpath(each)).as_posix()
        for each in files
    ]


def ignoring(folder, **files):
    """Write .gitignore files; a name is the folder of one, "root" the outermost."""
    for name, text in files.items():
        (folder / ("" if name == "root" else name) / ".gitignore").write_text(text)


@pytest.mark.parametrize(
    ("exclude", "left"),
    [
        ([], {*FILES}),
        (["old/"], {"a.md", "b.txt", "new/a.md", "new/d e.txt"}),
        (["/a.md"], {*FILES} - {"a.md"}),
        (["a.md"], {"b.txt", "old/deep/c.md", "new/d e.txt"}),
        (["*.md", "!c.md"], {"b.txt", "new/d e.txt", "old/deep/c.md"}),
        (["new/d e.txt"], {*FILES} - {"new/d e.txt"}),
        (["deep"], {*FILES} - {"old/deep/c.md"}),
        (["*"], set()),
    ],
)
def test_patterns_leave_out_what_they_name(folder, exclude, left):
    assert set(found(exclude=tuple(exclude))) == left


def test_patterns_are_told_from_their_folder(folder):
    assert "old/a.md" not in found("old", base=str(folder), exclude=("/old/a.md",))
    assert "old/a.md" in found("old", base=str(folder / "old"), exclude=("/old/a.md",))


@pytest.mark.parametrize(
    ("path", "force", "left"),
    [
        ("old/a.md", False, ["old/a.md"]),
        ("old/a.md", True, []),
        ("b.txt", True, ["b.txt"]),
        ("-", True, ["-"]),
    ],
)
def test_what_is_named_is_read_unless_exclusion_is_forced(folder, path, force, left):
    assert found(path, exclude=("old/",), force_exclude=force) == left


@pytest.mark.parametrize(
    ("files", "left"),
    [
        ({"root": "old/\n# b.txt\n\n"}, {*FILES} - {"old/a.md", "old/deep/c.md"}),
        ({"root": "*.md\n!c.md\n"}, {"b.txt", "new/d e.txt", "old/deep/c.md"}),
        ({"old": "/a.md\n"}, {*FILES} - {"old/a.md"}),
        ({"root": "a.md", "old": "!a.md"}, {*FILES} - {"a.md", "new/a.md"}),
        ({"root": "!\nb.txt\n"}, {*FILES} - {"b.txt"}),
        ({"root": "\ufeffb.txt\n"}, {*FILES} - {"b.txt"}),
    ],
)
@pytest.mark.parametrize("repository", [True, False])
def test_a_folder_is_searched_without_what_git_ignores(folder, files, left, repository):
    if repository:
        (folder / ".git").mkdir()
    ignoring(folder, **files)
    assert set(found()) == left
    assert set(found(respect_gitignore=False)) == {*FILES}


def test_only_the_gitignore_of_the_repository_counts(folder):
    ignoring(folder, root="a.md\n")
    assert "old/a.md" in found("old")
    (folder / ".git").mkdir()
    assert "old/a.md" not in found("old")
    (folder / "old" / ".git").write_text("gitdir: elsewhere")
    assert "old/a.md" in found("old")


def test_what_is_named_is_read_though_git_ignores_it(folder):
    (folder / ".git").mkdir()
    ignoring(folder, root="old/\n", old="c.md\n")
    assert found("old/deep/c.md") == ["old/deep/c.md"]
    assert found("old") == ["old/a.md"]


def test_a_folder_whose_articles_are_all_left_out_is_no_problem(folder):
    assert found(exclude=("*",)) == []
