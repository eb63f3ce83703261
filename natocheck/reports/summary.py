"""Counts of a report."""

from collections import Counter
from collections.abc import Iterable

from natocheck.model.report import DocumentReport, Verdict
from natocheck.reports.marks import MARKS

Tally = dict[Verdict, int]


def tally(documents: Iterable[DocumentReport]) -> Tally:
    """Count the sentences of each verdict, worst verdict first."""
    counts = Counter(s.verdict for document in documents for s in document.sentences)
    return {verdict: counts[verdict] for verdict in MARKS}
