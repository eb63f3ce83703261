"""The run as a whole: what holds of every report, and inputs that are none."""

import dataclasses
import datetime as dt
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from natocheck import pipeline
from natocheck.language.parse import LONGEST
from natocheck.readers import read

ARTICLE = (
    "Allies meet in Riga – again\n\n"
    "NATO was founded in 1949, and 32 countries belong to it. “That’s naïve,” he said.\n"
    "Finland joined in April 2023; Sweden followed in 2024."
    " \u200bEstonia’s café is open 👩\u200d🚀.\n\n"
    "- Poland spent 4.1 percent of GDP in 2024.\n- The summit in The Hague is over.\n"
)
HOSTILE = (
    "NATO was founded \x1b[31min\x1b[0m 1949 [red]it[/red] says [/]. \u202eIt e\u0301nds\u202c.\n"
)
SETTINGS = pipeline.Settings(date=dt.date(2025, 6, 1))


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("text", [ARTICLE, HOSTILE], ids=["article", "hostile"])
def test_offsets_are_those_of_the_file(tmp_path, checker, ending, encoding, suffix, text):
    path = tmp_path / f"a{suffix}"
    path.write_bytes(text.replace("\n", ending).encode(encoding))
    report = pipeline.check_document(read(str(path)), checker)
    source = path.read_bytes().decode(report.encoding)
    assert report.sentences
    for each in report.sentences:
        place = each.sentence
        assert source[place.start : place.end] == place.text
        for finding in each.findings:
            assert place.start <= finding.start < finding.end <= place.end
    places = [each.sentence for each in report.sentences]
    assert all(first.end <= second.start for first, second in pairwise(places))


def test_inputs_that_are_no_articles_do_not_hide_the_others(tmp_path):
    inputs = {
        "a.txt": ARTICLE.encode(),
        "b.txt": b"",
        "c.txt": b"%PDF-1.7",
        "d.md": b"---\ndate: soon\n---\nNews.",
        "e.md": ARTICLE.encode(),
    }
    for name, content in inputs.items():
        (tmp_path / name).write_bytes(content)
    missing = str(tmp_path / "none.txt")
    report = pipeline.check([str(tmp_path), missing], SETTINGS)
    assert [Path(each.path).name for each in report.documents] == ["a.txt", "e.md"]
    assert [Path(each.path).name for each in report.problems] == [
        *("b.txt", "c.txt", "d.md", "none.txt")
    ]
    assert not any(str(tmp_path) in problem.message for problem in report.problems)


@pytest.mark.parametrize("word", ["(", "and ", "Finland joined NATO in 2023, and ", "12 percent, "])
def test_what_is_too_long_for_a_sentence_is_listed_and_not_read(checker, word):
    text = f"NATO was founded {word * (LONGEST // len(word))} in 1949."
    report = pipeline.check_document(pipeline.document_of(text), checker)
    assert [each.sentence.text for each in report.sentences] == [text]
    assert report.sentences[0].verdict == "unverified"
    assert report.sentences[0].findings == ()


def test_more_than_the_parser_takes_at_once_is_no_error(checker):
    text = "(" * (checker.nlp.max_length + 1) + " end."
    assert len(pipeline.check_document(pipeline.document_of(text), checker).sentences) == 1


def test_bytes_that_are_no_text_can_be_explained():
    explanation = pipeline.explain("\udcff NATO was founded in 1949.", SETTINGS)
    assert "NATO was founded in 1949." in explanation.report.sentence.text


def test_the_same_article_gives_the_same_bytes_under_any_hash_seed(tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    program = "from natocheck.cli.main import run; run()"
    command = [sys.executable, "-c", program, "a.txt", "--format", "json"]
    outputs = {
        subprocess.run(
            command,
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=False,
        ).stdout
        for seed in ("0", "1", "4711")
    }
    assert len(outputs) == 1
    assert outputs != {b""}


@pytest.mark.parametrize(
    ("day", "text", "judged", "source"),
    [
        (None, "News.", "2020-01-01", "configuration"),
        (None, "---\ndate: 2021-05-05\n---\nNews.", "2020-01-01", "configuration"),
        (dt.date(2025, 6, 1), "News.", "2025-06-01", "option"),
    ],
)
def test_the_day_of_a_file_goes_before_the_articles_and_behind_the_option(
    tmp_path, checker, day, text, judged, source
):
    (tmp_path / "old").mkdir()
    path = tmp_path / "old" / "a.md"
    path.write_text(text)
    dates = (("/new/", dt.date(2024, 1, 1)), ("/old/", dt.date(2020, 1, 1)))
    own = dataclasses.replace(checker, date=day, dates=dates, base=str(tmp_path))
    report = pipeline.check_document(read(str(path)), own)
    assert (report.date.isoformat(), report.date_source) == (judged, source)
