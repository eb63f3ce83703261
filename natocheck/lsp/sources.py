"""Where the findings of a draft stand in the text that the editor shows."""

from collections.abc import Iterator

from natocheck.lsp.checking import Checked
from natocheck.model.places import Span
from natocheck.model.report import Finding, SentenceReport


def sentences(checked: Checked) -> Iterator[tuple[SentenceReport, Span]]:
    """Every sentence of a draft, with its span in the editor's text."""
    if checked.report is None:
        return
    places = checked.report.places
    for each in checked.report.sentences:
        yield each, places.in_source(each.sentence.start, each.sentence.end)


def faults(checked: Checked) -> Iterator[tuple[SentenceReport, Finding, Span]]:
    """What is disputed or outdated, with its sentence and its span in the editor's text."""
    if checked.report is None:
        return
    places = checked.report.places
    for each in checked.report.sentences:
        for finding in each.findings:
            if finding.level:
                yield each, finding, places.in_source(finding.start, finding.end)
