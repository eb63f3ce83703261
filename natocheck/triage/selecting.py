"""Which findings count in a run: chosen by rule or kind, and what quotations are worth."""

from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from typing import Literal

from msgspec.structs import replace

from natocheck.model.report import Excuse, Finding, Report, SentenceReport
from natocheck.triage.changing import each_sentence, with_findings

Quotes = Literal["check", "report", "skip"]


def selected(report: Report, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> Report:
    """Leave the findings of chosen rules alone, and drop those of ignored ones.

    A name is the id of a rule, a kind ("event"), or a pattern with stars ("nato-*"); without
    ``select`` all are chosen, and ``ignore`` wins. Verdicts are worked out anew.
    """
    if not select and not ignore:
        return report

    def keep(finding: Finding) -> bool:
        chosen = not select or is_named(finding, select)
        return chosen and not is_named(finding, ignore)

    return _keeping(report, keep)


def with_quotes(report: Report, quotes: Quotes) -> Report:
    """What somebody is quoted or reported to say: checked as all else, or shown without failing
    the run, or left out."""
    if quotes == "check":
        return report
    if quotes == "skip":
        return _keeping(report, lambda finding: not is_quoted(finding))
    return each_sentence(report, lambda s: replace(s, findings=tuple(map(_excused, s.findings))))


def is_quoted(finding: Finding) -> bool:
    """Whether somebody else than the article says it."""
    return finding.speaker is not None or "attributed" in finding.stance


def is_named(finding: Finding, names: Sequence[str]) -> bool:
    """Whether a finding is of one of the rules, kinds or patterns."""
    own = {finding.kind, finding.rule or ""}
    return any(fnmatchcase(each, name) for name in names for each in own if each)


def _keeping(report: Report, keep: Callable[[Finding], bool]) -> Report:
    """The report without the other findings, those that are suppressed already included."""

    def changed(sentence: SentenceReport) -> SentenceReport:
        kept = replace(sentence, suppressed=tuple(filter(keep, sentence.suppressed)))
        return with_findings(kept, filter(keep, sentence.findings))

    return each_sentence(report, changed)


def _excused(finding: Finding) -> Finding:
    return replace(finding, excuse=Excuse(kind="quoted")) if is_quoted(finding) else finding
