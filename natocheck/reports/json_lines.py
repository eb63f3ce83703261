"""JSON Lines: a line a sentence, each with the article that it stands in."""

from natocheck.model.report import Report
from natocheck.reports.json_report import one_line, sentence
from natocheck.reports.options import RenderOptions


def render(report: Report, options: RenderOptions) -> str:
    """Every sentence as in ``--format json``, with ``path`` and ``date`` before it; then the
    inputs that failed, as ``path`` and ``problem``."""
    del options
    lines = [
        one_line(
            {
                "path": document.path,
                "row": document.origin.row,
                "date": document.date.isoformat(),
                **sentence(each),
            }
        )
        for document in report.documents
        for each in document.sentences
    ]
    lines += [one_line({"path": p.path, "problem": p.message}) for p in report.problems]
    return "".join(lines)
