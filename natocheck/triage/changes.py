"""Only what has changed: sentences on other lines are left out, and count for nothing."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from natocheck.model.report import DocumentReport, Report, SentenceReport

Lines = Sequence[range] | None
"""New lines of a file; None if the whole file is new."""


def only_changed(report: Report, changed: Mapping[str, Lines]) -> Report:
    """The report with those sentences alone that stand on a changed line.

    A file without lines, such as one of Word, counts whole once it has changed, an article in a
    row once a line of the row has.
    """
    documents = (_document(d, changed.get(d.path)) for d in report.documents)
    return replace(report, documents=tuple(documents))


def _document(document: DocumentReport, lines: Lines) -> DocumentReport:
    if lines is None:
        return document
    kept = [s for s in document.sentences if _is_changed(_lines_of(document, s), lines)]
    return replace(document, sentences=tuple(kept))


def _is_changed(own: range | None, lines: Sequence[range]) -> bool:
    if own is None:
        return bool(lines)
    return any(each.start < own.stop and own.start < each.stop for each in lines)


def _lines_of(document: DocumentReport, sentence: SentenceReport) -> range | None:
    """The lines that must change for a sentence to count; None for any of its file."""
    origin, words = document.origin, sentence.sentence
    if origin.row is not None:
        return range(origin.first, origin.first + document.text.count("\n") + 1)
    if origin.unit != "line":
        return None
    place = document.places.of(words.start, words.end)
    return range(place.line, place.end_line + 1)
