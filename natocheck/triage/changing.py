"""What every step of triage does to a report: sentence by sentence, verdicts worked out anew."""

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from natocheck.model.report import Excuse, Finding, Report, SentenceReport, verdict_of


def each_sentence(report: Report, change: Callable[[SentenceReport], SentenceReport]) -> Report:
    """The report with every sentence changed."""
    documents = (
        replace(document, sentences=tuple(map(change, document.sentences)))
        for document in report.documents
    )
    return replace(report, documents=tuple(documents))


def with_findings(sentence: SentenceReport, findings: Iterable[Finding]) -> SentenceReport:
    """The sentence with these findings alone, judged by them."""
    left = tuple(findings)
    return replace(sentence, findings=left, verdict=verdict_of(left, sentence.opinion))


def suppressing(
    sentence: SentenceReport, excused: Sequence[tuple[Finding, Excuse]]
) -> SentenceReport:
    """The sentence with some of its findings suppressed, each for its reason."""
    if not excused:
        return sentence
    gone = [finding for finding, _ in excused]
    kept = tuple(replace(finding, excuse=excuse) for finding, excuse in excused)
    left = with_findings(sentence, (f for f in sentence.findings if f not in gone))
    return replace(left, suppressed=(*sentence.suppressed, *kept))
