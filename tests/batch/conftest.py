"""Small archives in every format, and a check that uses the model of all tests."""

import csv
import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from natocheck.batch import CheckRows
from natocheck.pipeline import Checker

Row = dict[str, Any]
TEXTS = (
    "NATO was founded in 1950. The sun shone.",
    "Finland joined NATO in 2023.",
    "",
    "A baker sold bread.\n\nIt was a mistake.",
    "NATO was founded in 1949.",
)
ROWS: list[Row] = [
    {"id": f"{number:03}", "text": text, "date": "2025-06-20" if number % 2 else ""}
    for number, text in enumerate(TEXTS)
]


@pytest.fixture
def one_model(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CheckRows, "_checker", checker)


def write_rows(rows: list[Row], file: Path) -> Path:
    WRITERS[file.suffix](rows, file)
    return file


def read_rows(file: Path) -> list[Row]:
    if file.suffix == ".jsonl":
        return [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    rows: list[Row] = pq.read_table(file).to_pylist()
    return rows


def _parquet(rows: list[Row], file: Path) -> None:
    pq.write_table(pa.Table.from_pylist(rows), file, row_group_size=2)


def _json_lines(rows: list[Row], file: Path) -> None:
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def _csv(rows: list[Row], file: Path) -> None:
    with file.open("w", newline="", encoding="utf-8") as lines:
        writer = csv.DictWriter(lines, rows[0])
        writer.writeheader()
        writer.writerows(rows)


WRITERS: dict[str, Callable[[list[Row], Path], None]] = {
    ".parquet": _parquet,
    ".jsonl": _json_lines,
    ".csv": _csv,
}
DAY = dt.date(2025, 6, 20)
