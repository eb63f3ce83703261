import os

import pytest

from natocheck.model.errors import InputError
from natocheck.model.report import Problem
from natocheck.readers import find, read


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a/z.md", "a/y.MARKDOWN", ".hidden.txt", ".git/c.txt", "d.pdf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("News.")
    return tmp_path


def test_a_folder_gives_its_articles_sorted_without_hidden_ones(folder):
    names = [os.path.relpath(path, folder) for path in find([str(folder)])]
    assert names == ["a/y.MARKDOWN", "a/z.md", "b.txt", "d.pdf"]


def test_a_path_given_twice_is_found_once(folder):
    path = str(folder / "b.txt")
    assert list(find([path, str(folder / "a" / ".." / "b.txt"), "-", "-"])) == [path, "-"]


def test_a_file_that_is_named_is_found_whatever_its_suffix(folder):
    assert list(find([str(folder / "d.pdf")])) == [str(folder / "d.pdf")]


@pytest.mark.parametrize(("name", "says"), [("none.txt", "no such file"), ("empty", "no article")])
def test_a_path_without_articles_is_a_problem(tmp_path, name, says):
    (tmp_path / "empty").mkdir()
    (problem,) = find([str(tmp_path / name)])
    assert isinstance(problem, Problem)
    assert says in problem.message


def test_what_is_no_readable_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    for name in ("pipe", "link", ".", "none", "nul\0"):
        with pytest.raises(InputError):
            read(f"{tmp_path}/{name}")
