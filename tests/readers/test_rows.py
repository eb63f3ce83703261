"""Collections: rows as articles, their columns, and rows that are none."""

import csv
import re
from pathlib import Path

import pytest

from natocheck import readers
from natocheck.model.report import Problem
from natocheck.model.text import Document
from natocheck.readers import ReadSettings

GOOD = {
    "csv": ("a.csv", 'id,text,date\n1,"They met.\nThey left.",2025-06-26\n2,They ate.,\n', {}),
    "csv with other names": (
        "a.csv",
        'body,day\n"They met.\nThey left.",26 June 2025\nThey ate.,\n',
        {"text_column": "body", "date_column": "day"},
    ),
    "json lines": (
        "a.jsonl",
        '{"text": "They met.\\nThey left.", "date": "2025-06-26"}\n\n{"text": "They ate."}\n',
        {},
    ),
}


def read(tmp_path: Path, name: str, text: str, **settings: str) -> list[Document | Problem]:
    path = tmp_path / name
    path.write_bytes(text.encode())
    return list(readers.read_all([str(path)], ReadSettings(**settings)))


@pytest.mark.parametrize(("name", "text", "settings"), GOOD.values(), ids=GOOD.keys())
def test_each_row_is_an_article(
    name: str, text: str, settings: dict[str, str], tmp_path: Path
) -> None:
    found = read(tmp_path, name, text, **settings)
    rows = [each for each in found if isinstance(each, Document)]
    assert [each.text for each in rows] == ["They met.\nThey left.", "They ate."]
    assert [str(each.date) for each in rows] == ["2025-06-26", "None"]
    assert [each.origin.row for each in rows] == [1, 2]


BAD = {
    "a line that is no JSON": (
        "a.jsonl",
        '{"text": "They met."}\n{"text": \n{"text": "They ate."}\n',
        "line 2: this is no JSON",
        2,
    ),
    "a line that is no object": ("a.jsonl", '[1]\n{"text": "They ate."}\n', "no object", 1),
    "a row without the column": (
        "a.jsonl",
        '{"body": "They met."}\n{"text": "They ate."}\n',
        "line 1: There is no column 'text' .*Its columns: body",
        1,
    ),
    "a text that is a number": ("a.jsonl", '{"text": 5}\n', "no text in its column", 0),
    "a date that is no day": (
        "a.csv",
        "text,date\nThey met.,2025-02-30\nThey ate.,\n",
        "line 2: The date '2025-02-30' .* is no day",
        1,
    ),
    "a file without the column": ("a.csv", "body\nThey met.\n", "Its columns: body", 0),
    "an empty file": ("a.csv", "", "Its columns: none", 0),
    "a quotation that does not end": (
        "a.csv",
        'text\nThey met.\n"They left.\n',
        "line 3: this is no CSV",
        1,
    ),
    "an empty cell": ("a.csv", "text,date\n,2025-01-01\nThey ate.,\n", "no text", 1),
}


@pytest.mark.parametrize(("name", "text", "said", "good"), BAD.values(), ids=BAD.keys())
def test_row_that_is_none_is_a_problem_and_the_rest_is_read(
    name: str, text: str, said: str, good: int, tmp_path: Path
) -> None:
    found = read(tmp_path, name, text)
    problems = [each.message for each in found if isinstance(each, Problem)]
    assert len(problems) == 1
    assert re.search(said, problems[0])
    assert len(found) - 1 == good


def test_a_short_file_does_not_keep_others_of_the_process_from_long_fields(tmp_path: Path) -> None:
    before = csv.field_size_limit()
    read(tmp_path, "a.csv", "text\nNews.\n")
    assert csv.field_size_limit() == before
    long = "News. " * before
    (found,) = read(tmp_path, "b.csv", f"text\n{long}\n")
    assert isinstance(found, Document)
