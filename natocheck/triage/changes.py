"""Only what has changed: sentences on other lines are left out, and count for nothing."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from natocheck.model.report import DocumentReport, Report, SentenceReport

Lines = Sequence[range] | None
"""New lines of a file, an empty range where lines were taken out below its start; None if the
whole file is new."""


def only_changed(report: Report, changed: Mapping[str, Lines]) -> Report:
    """The report with those sentences alone that stand on a changed line.

    A file without lines, such as one of Word, counts whole once it has changed, an article in a
    row once a line of the row has.
    """
    ends = _ends_of_rows(report.documents)
    documents = (_document(d, changed.get(d.path), ends) for d in report.documents)
    return replace(report, documents=tuple(documents))


Row = tuple[str, int]
"""A file that holds several articles, and the line on which one begins."""


def _ends_of_rows(documents: Iterable[DocumentReport]) -> dict[Row, int]:
    """For each row but the last of a file the line on which the next begins."""
    rows = sorted((d.path, d.origin.first) for d in documents if d.origin.row is not None)
    return {one: after[1] for one, after in pairwise(rows) if one[0] == after[0]}


def _document(document: DocumentReport, lines: Lines, ends: Mapping[Row, int]) -> DocumentReport:
    if lines is None:
        return document
    kept = [s for s in document.sentences if _is_changed(_lines_of(document, s, ends), lines)]
    return replace(document, sentences=tuple(kept))


def _is_changed(own: range, lines: Sequence[range]) -> bool:
    return any(_meet(own, new) for new in lines)


def _meet(own: range, new: range) -> bool:
    """An empty range is the gap below a line from which others were taken out."""
    gap = not new
    return own.start < new.stop + gap and new.start < own.stop - gap


def _lines_of(document: DocumentReport, sentence: SentenceReport, ends: Mapping[Row, int]) -> range:
    """The lines of which one must change for a sentence to count."""
    origin, words = document.origin, sentence.sentence
    if origin.row is not None:
        return range(origin.first, ends.get((document.path, origin.first), sys.maxsize))
    if origin.unit != "line":
        return range(sys.maxsize)
    place = document.places.of(words.start, words.end)
    return range(place.line, place.end_line + 1)
