"""One run that writes several reports, and files that are written whole or not at all."""

import json

import pytest


def test_reports_named_with_a_format_are_written_besides(run, pipeline, tmp_path):
    file = tmp_path / "report.json"
    result = run("a.txt", "--output", f"json={file}")
    assert json.loads(file.read_text("utf-8"))["documents"]
    assert "article.txt" in result.stdout


def test_a_bare_file_takes_the_format_in_place_of_standard_output(run, pipeline, tmp_path):
    file = tmp_path / "report"
    result = run("a.txt", "--format", "json", "-o", file, "-o", f"rich={tmp_path / 'r.txt'}")
    assert json.loads(file.read_text("utf-8"))["documents"]
    assert "article.txt" in (tmp_path / "r.txt").read_text("utf-8")
    assert result.stdout == ""


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["yaml=x"], "yaml"),
        (["json="], "names no file"),
        (["json=x", "rich=x"], "written twice"),
    ],
)
def test_outputs_that_cannot_be_are_usage_errors(
    run, pipeline, tmp_path, monkeypatch, values, said
):
    monkeypatch.chdir(tmp_path)
    result = run("a.txt", *(part for value in values for part in ("--output", value)))
    assert result.exit_code == 2
    assert said in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_cannot_be_written_leaves_what_was_there(run, pipeline, tmp_path):
    (tmp_path / "folder").mkdir()
    result = run("a.txt", "--output", tmp_path / "none" / "report.json")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_report_replaces_the_old_one_and_leaves_nothing_beside_it(run, pipeline, tmp_path):
    file = tmp_path / "report.json"
    file.write_text("old")
    run("a.txt", "-f", "json", "-o", file)
    assert json.loads(file.read_text("utf-8"))
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]
