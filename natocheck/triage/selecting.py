"""Which findings count in a run: chosen by rule or kind, and what quotations are worth."""

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import Literal

from msgspec.structs import replace

from natocheck.model.report import Excuse, Finding, Report
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
        chosen = not select or _is_named(finding, select)
        return chosen and not _is_named(finding, ignore)

    return each_sentence(report, lambda one: with_findings(one, filter(keep, one.findings)))


def with_quotes(report: Report, quotes: Quotes) -> Report:
    """What somebody is quoted or reported to say: checked as all else, or shown without failing
    the run, or left out."""
    if quotes == "check":
        return report
    if quotes == "skip":
        return each_sentence(
            report, lambda s: with_findings(s, (f for f in s.findings if not is_quoted(f)))
        )
    return each_sentence(report, lambda s: replace(s, findings=tuple(map(_excused, s.findings))))


def is_quoted(finding: Finding) -> bool:
    """Whether somebody else than the article says it."""
    return finding.speaker is not None or "attributed" in finding.stance


def _is_named(finding: Finding, names: Sequence[str]) -> bool:
    own = {finding.kind, finding.rule or ""}
    return any(fnmatchcase(each, name) for name in names for each in own if each)


def _excused(finding: Finding) -> Finding:
    return replace(finding, excuse=Excuse(kind="quoted")) if is_quoted(finding) else finding
