"""Counts of a report, and whether it reaches a level at which a run should fail."""

from collections import Counter
from collections.abc import Iterable

from natocheck.model.report import DocumentReport, Report, Verdict
from natocheck.reports.marks import MARKS

Tally = dict[Verdict, int]

_FAILING: dict[str, frozenset[Verdict]] = {
    "never": frozenset(),
    "disputed": frozenset({"disputed"}),
    "unverified": frozenset({"disputed", "unverified"}),
}


def tally(documents: Iterable[DocumentReport]) -> Tally:
    """Count the sentences of each verdict, worst verdict first."""
    counts = Counter(s.verdict for document in documents for s in document.sentences)
    return {verdict: counts[verdict] for verdict in MARKS}


def exit_code(report: Report, fail_on: str, exit_zero: bool = False) -> int:
    """Give 2 if an input failed, 1 if a sentence reaches ``fail_on``, else 0.

    ``exit_zero`` forgives findings, not inputs that could not be read.
    """
    if report.problems:
        return 2
    found = any(
        sentence.verdict in _FAILING[fail_on]
        for document in report.documents
        for sentence in document.sentences
    )
    return int(found and not exit_zero)
