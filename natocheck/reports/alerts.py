"""Findings as a flat list, each with its place: what every format but the rich one shows."""

from collections.abc import Iterable, Iterator

import msgspec

from natocheck.model.places import Place, Places
from natocheck.model.report import DocumentReport, Finding, Report, SentenceReport
from natocheck.reports.wording import citation

NO_RULE = "natocheck"
"""What names the source of a finding behind which no rule stands."""


class Alert(msgspec.Struct, frozen=True, kw_only=True):
    """One finding, the sentence and the document that it stands in, and where.

    ``places`` are those of the document; ``suppressed``: it counts for no verdict.
    """

    document: DocumentReport
    sentence: SentenceReport
    finding: Finding
    place: Place
    places: Places
    suppressed: bool

    @property
    def rule(self) -> str:
        """The id of the rule that spoke."""
        return self.finding.rule or NO_RULE


def alerts(report: Report) -> Iterator[Alert]:
    """Every finding of a run in the order of the text, suppressed ones included."""
    for document in report.documents:
        places = document.places
        for sentence in document.sentences:
            found = [(finding, False) for finding in sentence.findings]
            found += [(finding, True) for finding in sentence.suppressed]
            for finding, suppressed in sorted(found, key=_order):
                yield Alert(
                    document=document,
                    sentence=sentence,
                    finding=finding,
                    place=places.of(finding.start, finding.end),
                    places=places,
                    suppressed=suppressed,
                )


def faults(report: Report) -> list[Alert]:
    """What is disputed or outdated and not suppressed, in the order of the text."""
    return [alert for alert in alerts(report) if alert.finding.level and not alert.suppressed]


def worst_first(found: Iterable[Alert]) -> list[Alert]:
    """Disputed before outdated, each in the order given."""
    return sorted(found, key=lambda alert: alert.finding.level != "disputed")


def message(finding: Finding) -> str:
    """Say a finding in one line: what is claimed and by whom, what the record says, a source."""
    said = f"“{finding.text}”" + (f" (said by {finding.speaker})" if finding.speaker else "")
    right = finding.correction or finding.recorded
    parts = [said, right, finding.caveat or ""]
    cited = [citation(source, finding.release, whole=False) for source in finding.sources[:1]]
    return " – ".join(part for part in (*parts, *cited) if part)


def _order(found: tuple[Finding, bool]) -> tuple[int, int, str, str]:
    finding, _ = found
    return finding.start, finding.end, finding.kind, finding.rule or ""
