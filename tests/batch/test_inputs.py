"""Archives as streams of rows."""

import gzip
import pickle

import pyarrow as pa
import pytest

from natocheck.batch.inputs import open_archive, pieces
from natocheck.model.errors import InputError, UsageError

from .conftest import ROWS, write_rows


@pytest.mark.parametrize("suffix", [".parquet", ".jsonl", ".csv"])
def test_every_format_gives_the_same_rows(suffix, tmp_path):
    archive = open_archive(write_rows(ROWS, tmp_path / f"in{suffix}"))
    assert archive.rows == len(ROWS)
    assert archive.schema.names == ["id", "text", "date"]
    for _ in range(2):  # as often as it is needed
        assert pa.Table.from_batches(archive.read(), archive.schema).to_pylist() == ROWS


@pytest.mark.parametrize("size", [1, 2, 3, 5, 9])
@pytest.mark.parametrize("suffix", [".parquet", ".jsonl", ".csv"])
def test_pieces_are_even_and_lose_nothing(suffix, size, tmp_path):
    found = list(pieces(open_archive(write_rows(ROWS, tmp_path / f"in{suffix}")), size))
    assert [row for piece in found for row in piece.to_pylist()] == ROWS
    assert all(len(piece) == size for piece in found[:-1])


@pytest.mark.parametrize("suffix", [".parquet", ".jsonl", ".csv"])
def test_a_piece_goes_to_another_process_without_the_rest(suffix, tmp_path):
    rows = [{"id": str(number), "text": "x" * 1_000} for number in range(200)]
    for piece in pieces(open_archive(write_rows(rows, tmp_path / f"in{suffix}")), 10):
        assert len(pickle.dumps(piece)) < 2 * 10 * 1_000


def test_values_of_csv_stay_the_text_that_they_are(tmp_path):
    file = tmp_path / "in.csv"
    file.write_bytes(b'\xef\xbb\xbfid,text,n\r\n007,"two\r\nlines, ""quoted""",NA\r\n')
    archive = open_archive(file)
    (batch,) = archive.read()
    assert batch.to_pylist() == [{"id": "007", "text": 'two\r\nlines, "quoted"', "n": "NA"}]


def test_columns_of_json_lines_are_those_of_all_lines(tmp_path):
    file = tmp_path / "in.jsonl"
    file.write_text('\ufeff{"text": "a", "n": 1}\n\n{"more": {"x": [1]}, "n": 1.5}\n', "utf-8")
    (batch,) = open_archive(file).read()
    assert batch.to_pylist() == [
        {"text": "a", "n": 1.0, "more": None},
        {"text": None, "n": 1.5, "more": {"x": [1]}},
    ]


@pytest.mark.parametrize("suffix", [".parquet", ".jsonl", ".csv"])
def test_an_empty_archive_has_no_rows(suffix, tmp_path):
    file = tmp_path / f"in{suffix}"
    if suffix == ".parquet":
        write_rows(ROWS, file)
        pa.parquet.write_table(pa.parquet.read_table(file).slice(0, 0), file)
    else:
        file.write_text("text\n" if suffix == ".csv" else "\n")
    assert open_archive(file).rows == 0


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("in.csv", b"", "cannot be read as csv"),
        ("in.csv", b"text,n\na,1\nb\n", "cannot be read as csv.*columns"),
        ("in.csv", b"text\n\xff\xfe\n", "cannot be read as csv"),
        ("in.jsonl", b'{"text": "a"}\n{"text": \n', "line 2: this is no JSON"),
        ("in.jsonl", b"[1]\n", "line 1: this is no object"),
        ("in.jsonl", b"[" * 100_000, "line 1: this is no JSON"),
        ("in.jsonl", b'{"text": "a"}\n{"text": 1}\n', "lines 1 to 2 .*one type"),
        ("in.jsonl", b'{"text": "\\ud800"}\n', "lines 1 to 1"),
        ("in.jsonl", b'{"n": %d}\n' % 2**70, "lines 1 to 1"),
        ("in.jsonl", b'{"text": "a"}\n{"\xff": 1}\n', "line 2: byte 3 is not of UTF-8"),
        ("in.parquet", b"PAR1 no more", "cannot be read as parquet"),
        ("in.parquet", b"", "cannot be read as parquet"),
    ],
)
def test_what_cannot_be_read_is_told(name, content, message, tmp_path):
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(InputError, match=message) as error:
        open_archive(file)
    assert str(error.value).startswith(str(file))


def test_types_that_differ_far_apart_are_told(tmp_path):
    file = tmp_path / "in.jsonl"
    file.write_text('{"text": "a", "n": 1}\n' * 300 + '{"text": "a", "n": "b"}\n')
    with pytest.raises(InputError, match=r"lines 257 to 301"):
        open_archive(file)


@pytest.mark.parametrize("suffix", [".parquet", ".jsonl", ".csv"])
def test_a_missing_file_and_a_folder_are_told(suffix, tmp_path):
    with pytest.raises(InputError, match="No such file"):
        open_archive(tmp_path / f"none{suffix}")
    (tmp_path / f"folder{suffix}").mkdir()
    with pytest.raises(InputError, match=r"[Ii]s a directory|[Cc]annot be read|not a regular"):
        open_archive(tmp_path / f"folder{suffix}")


def test_other_formats_are_refused_by_name(tmp_path):
    file = tmp_path / "in.jsonl.gz"
    file.write_bytes(gzip.compress(b"{}"))
    with pytest.raises(UsageError, match=r"\.parquet, \.jsonl"):
        open_archive(file)
