"""What an editor shows over a sentence: its verdict, and the evidence of each finding."""

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position

from natocheck.lsp.checking import Checked
from natocheck.lsp.positions import Positions
from natocheck.lsp.sources import sentences
from natocheck.model.report import Finding, Opinion, SentenceReport
from natocheck.reports.alerts import NO_RULE, message
from natocheck.reports.markdown_report import evidence
from natocheck.reports.reasons import REASONS
from natocheck.reports.safe import as_markdown, visible
from natocheck.reports.wording import day


def hover(checked: Checked, position: Position, encoding: str, kind: MarkupKind) -> Hover | None:
    """What stands behind the sentence at a position; None where there is none."""
    positions = Positions(checked.draft.text, encoding)
    at = positions.offset(position)
    for each, span in sentences(checked):
        if span[0] <= at < span[1] and checked.report is not None:
            write = _markdown if kind == MarkupKind.Markdown else _plain
            text = write(each, day(checked.report.date))
            return Hover(MarkupContent(kind, text), positions.range(*span))
    return None


def _markdown(report: SentenceReport, as_of: str) -> str:
    parts = [f"**{report.verdict}**, judged as of {as_of}"]
    parts += [_finding(finding) for finding in report.findings]
    if report.opinion is not None:
        parts.append(as_markdown(_opinion(report.opinion)))
    return "\n\n".join(parts)


def _finding(finding: Finding) -> str:
    lines = [f"{finding.verdict}: {as_markdown(_why(finding))}"]
    lines += evidence(finding, finding.rule or NO_RULE)
    return "\n".join(f"- {line}" for line in lines)


def _plain(report: SentenceReport, as_of: str) -> str:
    lines = [f"{report.verdict}, judged as of {as_of}"]
    lines += [f"{f.verdict}: {_why(f)} {visible(message(f))}" for f in report.findings]
    if report.opinion is not None:
        lines.append(_opinion(report.opinion))
    return "\n".join(lines)


def _why(finding: Finding) -> str:
    return REASONS[finding.verdict].get(finding.reason, finding.reason)


def _opinion(opinion: Opinion) -> str:
    whose = f" of {opinion.speaker}" if opinion.speaker else ""
    cues = ", ".join(f"“{cue}”" for cue in opinion.cues)
    return visible(f"opinion{whose}: {cues}" if cues else f"opinion{whose}")
