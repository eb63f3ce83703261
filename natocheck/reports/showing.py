"""What is shown to people: the verdicts that a run asks for."""

from natocheck.model.report import Finding, SentenceReport
from natocheck.reports.options import RenderOptions


def shows(options: RenderOptions, sentence: SentenceReport) -> bool:
    """Whether a sentence is of a verdict, or has a finding of a level, that is to be shown."""
    if options.quiet and sentence.verdict != "disputed":
        return False
    return _wants(options, sentence.verdict, *(each.level for each in sentence.findings))


def shows_finding(options: RenderOptions, finding: Finding) -> bool:
    """Whether a finding is to be shown."""
    return _wants(options, finding.verdict, finding.level)


def _wants(options: RenderOptions, *names: str | None) -> bool:
    return not options.show or bool(options.show & {"all", *names})
