"""A table for spreadsheets: a row a claim, the sentences without one included."""

import csv
import io
from collections.abc import Iterator

from natocheck.model.report import Finding, Report, SentenceReport
from natocheck.reports.options import RenderOptions
from natocheck.reports.wording import citation

COLUMNS = (
    "path",
    "date",
    "line",
    "column",
    "sentence",
    "sentence_verdict",
    "verdict",
    "level",
    "reason",
    "rule",
    "claim",
    "speaker",
    "recorded",
    "correction",
    "source",
    "source_url",
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(report: Report, options: RenderOptions) -> str:
    """RFC 4180, with a row of names first.

    A text that a spreadsheet would run as a formula has an apostrophe put before it.
    """
    del options
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in _rows(report):
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    for document in report.documents:
        places = document.places
        for sentence in document.sentences:
            head = (document.path, document.date.isoformat())
            for finding in sentence.findings or (None,):
                start = finding.start if finding else sentence.sentence.start
                line, column = places.position(start)
                yield (*head, str(line), str(column), *_cells(sentence, finding))


def _cells(sentence: SentenceReport, finding: Finding | None) -> tuple[str, ...]:
    said = (sentence.sentence.text, sentence.verdict)
    if finding is None:
        return (*said, *[""] * (len(COLUMNS) - 6))
    source = finding.sources[0] if finding.sources else None
    return (
        *said,
        finding.verdict,
        finding.level or "",
        finding.reason,
        finding.rule or "",
        finding.text,
        finding.speaker or "",
        finding.recorded,
        finding.correction or "",
        citation(source, finding.release) if source else "",
        (source.url or "") if source else "",
    )


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
