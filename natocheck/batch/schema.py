"""What is in the column ``natocheck`` that the check adds to the rows of an archive.

The names are those of the JSON report, and mean the same.
"""

import pyarrow as pa

from natocheck.batch.settings import Rows
from natocheck.model.errors import UsageError

COLUMN = "natocheck"

_TEXTS = pa.list_(pa.string())
_SOURCE = pa.struct(
    {name: pa.string() for name in ("id", "title", "publisher", "url", "published", "where")}
)
_CLAIM = pa.struct(
    {
        "kind": pa.string(),
        "text": pa.string(),
        "start": pa.int32(),
        "end": pa.int32(),
        "verdict": pa.string(),
        "reason": pa.string(),
        "level": pa.string(),
        "speaker": pa.string(),
        "stance": _TEXTS,
        "rule": pa.string(),
        "claimed": pa.string(),
        "recorded": pa.string(),
        "working": _TEXTS,
        "caveat": pa.string(),
        "correction": pa.string(),
        "release": pa.string(),
        "sources": pa.list_(_SOURCE),
    }
)
_OPINION = pa.struct({"voice": pa.string(), "speaker": pa.string(), "cues": _TEXTS})
SENTENCE = pa.struct(
    {
        "index": pa.int32(),
        "text": pa.string(),
        "start": pa.int32(),
        "end": pa.int32(),
        "line": pa.int32(),
        "column": pa.int32(),
        "block": pa.string(),
        "paragraph": pa.int32(),
        "verdict": pa.string(),
        "opinion": _OPINION,
        "claims": pa.list_(_CLAIM),
    }
)
_ARTICLE = {"problem": pa.string(), "date": pa.date32(), "date_source": pa.string()}
_COUNTS = {verdict: pa.int32() for verdict in ("supported", "disputed", "opinion", "unverified")}
_BY_ARTICLE = pa.struct({**_ARTICLE, **_COUNTS, "sentences": pa.list_(SENTENCE)})
_BY_SENTENCE = pa.struct({**_ARTICLE, **{field.name: field.type for field in SENTENCE}})


def found_type(rows: Rows) -> pa.DataType:
    """The type of the added column: of an article or of a sentence."""
    return _BY_ARTICLE if rows.each == "article" else _BY_SENTENCE


def schema_of(given: pa.Schema, rows: Rows) -> pa.Schema:
    """The columns of the result for those of the input.

    All are kept; only with a row a sentence is the article's text left out, which each sentence
    would repeat. Raises UsageError for columns that are not there, or not what they should be.
    """
    _refuse_doubled(given.names)
    _require(given, rows.text_column)
    if rows.date_column is not None:
        _require(given, rows.date_column)
    if COLUMN in given.names:
        raise UsageError(f"the input has a column {COLUMN!r} already; give it another name")
    kept = [field for field in given if rows.each == "article" or field.name != rows.text_column]
    return pa.schema([*kept, pa.field(COLUMN, found_type(rows))])


def _require(given: pa.Schema, column: str) -> None:
    if column not in given.names:
        known = ", ".join(given.names) or "none"
        raise UsageError(
            f"there is no column {column!r} (--text-column, --date-column); its columns: {known}"
        )


def _refuse_doubled(names: list[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise UsageError(f"several columns are called {', '.join(twice)}; give each its own name")
