"""Markdown to paste into a pull request or an issue: what is wrong first, with its evidence."""

from natocheck.model.paths import relative
from natocheck.model.report import Finding, Report
from natocheck.reports.alerts import Alert, faults, worst_first
from natocheck.reports.options import RenderOptions
from natocheck.reports.safe import as_markdown as _text
from natocheck.reports.showing import shows_finding
from natocheck.reports.summary import tally
from natocheck.reports.wording import citation, counted, day

_ALL = RenderOptions()


def render(report: Report, options: RenderOptions) -> str:
    """The summary of a run: counts of each article, then every dispute."""
    return summary(report, options)


def summary(report: Report, options: RenderOptions = _ALL) -> str:
    """The whole report as Markdown."""
    parts = ["## natocheck", _counts(report)]
    found = [a for a in worst_first(faults(report)) if shows_finding(options, a.finding)]
    parts += [_dispute(alert) for alert in found]
    parts += [f"**{_text(p.path)}**: not checked. {_text(p.message)}" for p in report.problems]
    return "\n\n".join(part for part in parts if part) + "\n"


def _counts(report: Report) -> str:
    if not report.documents:
        return ""
    names = list(tally(()))
    lines = ["| article | as of | " + " | ".join(names) + " |"]
    lines.append("| --- | --- |" + " ---: |" * len(names))
    for document in report.documents:
        counts = tally([document])
        cells = [_text(relative(document.name)), day(document.date)]
        lines.append("| " + " | ".join([*cells, *(str(counts[name]) for name in names)]) + " |")
    return "\n".join(lines)


def _dispute(alert: Alert) -> str:
    finding, place = alert.finding, alert.place
    where = f"{_text(relative(alert.document.path))}, {place.words}"
    lines = [f"### {finding.level}: {where}", f"> {_text(alert.sentence.sentence.text)}"]
    lines.append("\n".join(f"- {each}" for each in evidence(finding, alert.rule)))
    return "\n\n".join(lines)


def evidence(finding: Finding, rule: str) -> list[str]:
    """What is claimed, what the record says, and its sources, a line each."""
    said = f"claimed: {_text(finding.text)}"
    said += f" (said by {_text(finding.speaker)})" if finding.speaker else ""
    right = finding.correction or finding.recorded
    found = [said, f"record: {_text(right)}" if right else "", f"rule: `{rule}`"]
    found += [f"note: {_text(finding.caveat)}"] if finding.caveat else []
    for source in finding.sources[:2]:
        cited = _text(citation(source, finding.release))
        found.append(f"source: [{cited}](<{source.url}>)" if source.url else f"source: {cited}")
    hidden = len(finding.sources) - 2
    return [
        *filter(None, found),
        *([f"and {counted(hidden, 'source')} more"] if hidden > 0 else []),
    ]
