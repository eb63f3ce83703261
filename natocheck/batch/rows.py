"""The check as a function over Arrow data: rows in, the same rows out with what was found."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, TypeVar

import pyarrow as pa

from natocheck.batch.schema import COLUMN, found_type, schema_of
from natocheck.batch.settings import Rows
from natocheck.model.errors import InputError
from natocheck.model.report import DocumentReport
from natocheck.pipeline import Checker, Settings, check_document, make_checker
from natocheck.readers import ReadSettings
from natocheck.readers.rows import document_of
from natocheck.reports.json_report import sentence
from natocheck.reports.summary import tally

Table = TypeVar("Table", pa.Table, pa.RecordBatch)
Found = dict[str, Any]


class CheckRows:
    """Checks the article in each row of a table or record batch.

    What is loaded for it is loaded with the first rows, once for each object: hand the object, or
    the class with its settings, to whatever runs it on many rows.
    """

    def __init__(self, rows: Rows | None = None) -> None:
        self._rows = rows or Rows()

    @cached_property
    def _checker(self) -> Checker:
        rows = self._rows
        return make_checker(
            Settings(
                date=rows.date, rule_folders=rows.rule_folders, model=rows.model, cache=rows.cache
            )
        )

    def __call__(self, table: Table) -> Table:
        """Give the rows of ``table``, each once and in order, with the column ``natocheck``.

        With a row a sentence, an article has as many rows as sentences, and one where it could
        not be checked. Raises UsageError for a table without the columns that are asked for.
        """
        kept = schema_of(table.schema, self._rows).names[:-1]
        found = [list(self._found(each)) for each in self._articles(table)]
        origin = [row for row, each in enumerate(found) for _ in each]
        flat = [each for several in found for each in several]
        column = pa.array(flat, found_type(self._rows))
        return table.select(kept).take(pa.array(origin, pa.int64())).append_column(COLUMN, column)

    def _articles(self, table: Table) -> Iterator[Found]:
        """The values of each row that matter here."""
        names = {self._rows.text_column, self._rows.days} & set(table.schema.names)
        yield from table.select(sorted(names)).to_pylist()

    def _found(self, values: Found) -> Iterator[Found]:
        """What is found in a row: one thing of an article, or one of each of its sentences."""
        rows = self._rows
        reading = ReadSettings(text_column=rows.text_column, date_column=rows.days)
        try:
            report = check_document(document_of("-", values, reading), self._checker)
        except InputError as error:
            yield {"problem": str(error)}
            return
        about = {"date": report.date, "date_source": report.date_source}
        if rows.each == "article":
            yield {**about, **_article(report)}
        else:
            sentences = [sentence(each) for each in report.sentences]
            yield from ({**about, **each} for each in sentences or [{}])


def _article(report: DocumentReport) -> Found:
    counts: dict[str, int] = dict(tally([report]).items())
    return {**counts, "sentences": [sentence(each) for each in report.sentences]}
