"""Only what has changed: sentences on other lines are left out, and count for nothing."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from natocheck.model.report import DocumentReport, Report

Lines = Sequence[range] | None
"""New lines of a file; None if the whole file is new."""


def only_changed(report: Report, changed: Mapping[str, Lines]) -> Report:
    """The report with those sentences alone that stand on a changed line."""
    documents = (_document(d, changed.get(d.path)) for d in report.documents)
    return replace(report, documents=tuple(documents))


def _document(document: DocumentReport, lines: Lines) -> DocumentReport:
    if lines is None:
        return document
    places = document.places

    def is_changed(start: int, end: int) -> bool:
        place = places.of(start, end)
        return any(r.start <= place.end_line and place.line < r.stop for r in lines)

    kept = [s for s in document.sentences if is_changed(s.sentence.start, s.sentence.end)]
    return replace(document, sentences=tuple(kept))
