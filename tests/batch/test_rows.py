"""The check as a function over Arrow data."""

import datetime as dt
import pickle

import pyarrow as pa
import pytest

from natocheck.batch import CheckRows, Rows, schema_of
from natocheck.batch.schema import SENTENCE
from natocheck.model.errors import UsageError
from natocheck.pipeline import check_document, document_of
from natocheck.reports.json_report import sentence

from .conftest import DAY, ROWS, TEXTS

pytestmark = pytest.mark.usefixtures("one_model")
GIVEN = pa.Table.from_pylist(ROWS)


def test_every_row_comes_out_once_in_order_with_its_columns():
    result = CheckRows()(GIVEN)
    assert result.select(["id", "text", "date"]) == GIVEN
    assert result.schema == schema_of(GIVEN.schema, Rows())
    problems = [each["problem"] for each in result.column("natocheck").to_pylist()]
    assert [bool(each) for each in problems] == [not text for text in TEXTS]


def test_record_batches_are_checked_like_tables():
    (batch,) = GIVEN.to_batches()
    result = CheckRows()(batch)
    assert isinstance(result, pa.RecordBatch)
    assert pa.Table.from_batches([result]) == CheckRows()(GIVEN).combine_chunks()


def test_what_is_found_is_what_the_check_of_an_article_finds(checker):
    report = check_document(document_of("NATO was founded in 1950.", DAY), checker)
    table = pa.table({"text": ["NATO was founded in 1950."], "date": [DAY]})
    (found,) = CheckRows()(table).column("natocheck").to_pylist()
    expected = sentence(report.sentences[0])
    (row,) = found["sentences"]
    assert {name: row[name] for name in row if name != "claims"} == {
        name: expected[name] for name in row if name != "claims"
    }
    (claim,), (wanted,) = row["claims"], expected["claims"]
    assert claim["verdict"] == "disputed"
    assert {name: claim[name] for name in claim if name != "sources"} == {
        name: wanted[name] for name in claim if name != "sources"
    }
    assert (found["disputed"], found["supported"]) == (1, 0)


def test_the_column_has_the_names_of_the_json_report(checker):
    report = check_document(document_of("NATO was founded in 1950."), checker)
    json_report = sentence(report.sentences[0])
    assert {field.name for field in SENTENCE} == json_report.keys() - {"suppressed"}
    claims = {field.name for field in SENTENCE.field("claims").type.value_type}
    assert claims == json_report["claims"][0].keys() - {"fingerprint", "excuse"}


def test_with_a_row_a_sentence_every_article_has_at_least_one():
    result = CheckRows(Rows(each="sentence"))(GIVEN)
    assert result.schema == schema_of(GIVEN.schema, Rows(each="sentence"))
    assert "text" not in result.schema.names
    found = [(row["id"], row["natocheck"]["text"]) for row in result.to_pylist()]
    assert found == [
        ("000", "NATO was founded in 1950."),
        ("000", "The sun shone."),
        ("001", "Finland joined NATO in 2023."),
        ("002", None),
        ("003", "A baker sold bread."),
        ("003", "It was a mistake."),
        ("004", "NATO was founded in 1949."),
    ]


@pytest.mark.parametrize(
    ("days", "day"),
    [
        (pa.array(["2025-06-20"]), DAY),
        (pa.array([DAY]), DAY),
        (pa.array([dt.datetime(2025, 6, 20, 23, 59)]), DAY),
        (pa.array(["20 June 2025"]), DAY),
    ],
)
def test_an_article_is_judged_as_of_its_date(days, day):
    table = pa.table({"text": ["NATO has 32 members."], "when": days})
    (found,) = CheckRows(Rows(date_column="when"))(table).column("natocheck").to_pylist()
    assert (found["date"], found["date_source"]) == (day, "metadata")


@pytest.mark.parametrize("days", [["soon"], [20250620], [20.5], [True]])
def test_a_date_that_is_none_is_a_problem_of_its_row(days):
    (found,) = CheckRows()(pa.table({"text": ["The sun shone."], "date": days})).column(1 + 1)
    assert "is no day" in found.as_py()["problem"]


def test_the_empty_table_stays_empty():
    assert CheckRows()(GIVEN.slice(0, 0)).num_rows == 0
    assert CheckRows(Rows(each="sentence"))(GIVEN.slice(0, 0)).num_rows == 0


@pytest.mark.parametrize("text", [pa.large_string(), pa.dictionary(pa.int8(), pa.string())])
def test_texts_of_other_arrow_types_are_texts(text):
    table = pa.table({"text": pa.array(["NATO was founded in 1949."]).cast(text)})
    assert CheckRows()(table).column("natocheck").to_pylist()[0]["supported"] == 1


@pytest.mark.parametrize(
    ("columns", "rows", "message"),
    [
        (["body"], Rows(), "no column 'text'.*body"),
        (["text"], Rows(date_column="day"), "no column 'day'"),
        (["text", "natocheck"], Rows(), "has a column 'natocheck' already"),
        (["text", "a", "a"], Rows(), "several columns are called a"),
        ([], Rows(), "none"),
    ],
)
def test_columns_that_do_not_fit_are_refused(columns, rows, message):
    table = pa.Table.from_arrays([pa.array(["x"])] * len(columns), names=columns)
    with pytest.raises(UsageError, match=message):
        CheckRows(rows)(table)


def test_it_can_be_handed_to_another_process():
    assert pickle.loads(pickle.dumps(CheckRows(Rows())))(GIVEN) == CheckRows()(GIVEN)
