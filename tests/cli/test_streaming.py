"""JSON Lines are written article by article, while the run goes on."""

import json
import sys

import msgspec
import pytest

from natocheck.cli.main import app
from natocheck.model.report import Problem


@pytest.fixture
def two(pipeline):
    """A run over two articles, and an input that cannot be read."""
    report = pipeline.report
    paths = ("a.txt", "b.txt")
    documents = tuple(msgspec.structs.replace(report.documents[0], path=path) for path in paths)
    problem = Problem(path="c.txt", message="cannot be read")
    pipeline.report = msgspec.structs.replace(report, documents=documents, problems=(problem,))
    return pipeline


def written(monkeypatch, capsys, *arguments):
    monkeypatch.setattr(sys, "argv", ["natocheck", "check", "a.txt", "b.txt", "c.txt", *arguments])
    with pytest.raises(SystemExit):
        app(prog_name="natocheck")
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_each_article_is_written_once_and_what_failed_at_the_end(two, monkeypatch, capsys):
    lines = written(monkeypatch, capsys, "--format", "jsonl")
    assert [line["path"] for line in lines] == ["a.txt", "b.txt", "c.txt"]
    assert lines[-1]["problem"] == "cannot be read"


def test_an_article_is_there_before_the_next_is_checked(two, monkeypatch, capsys):
    before = []
    check = two.check

    def checked(paths, settings, progress=None, done=None):
        def told(report):
            done(report)
            before.append(capsys.readouterr().out)

        return check(paths, settings, progress, told)

    monkeypatch.setattr(two, "check", checked, raising=False)
    left = written(monkeypatch, capsys, "--format", "jsonl")
    assert [json.loads(out)["path"] for out in before] == ["a.txt", "b.txt"]
    assert [line["path"] for line in left] == ["c.txt"]


def test_a_file_of_lines_is_written_whole_at_the_end(two, monkeypatch, capsys, tmp_path):
    file = tmp_path / "out.jsonl"
    assert written(monkeypatch, capsys, "--format", "jsonl", "--output", str(file)) == []
    assert len(file.read_text("utf-8").splitlines()) == 3
