"""How often each rule spoke, and how: a table for people, or JSON."""

from collections import Counter

from rich.text import Text

from natocheck.model.report import Report
from natocheck.reports.json_report import dumps
from natocheck.reports.layout import Layout
from natocheck.reports.options import RenderOptions

_COLUMNS = ("disputed", "outdated", "supported", "unverified")


def render(report: Report, options: RenderOptions) -> str:
    """A row a rule, the most disputed first; what no rule spoke on stands under its kind."""
    layout = Layout(options)
    rows = [[Text(name, style="bold") for name in (*_COLUMNS, "rule")]]
    for rule, counts in _by_rule(report):
        cells = [Text(f"{counts[name]:>{len(name)}}") for name in _COLUMNS]
        rows.append([*cells, layout.text(rule)])
    layout.rows(rows)
    return layout.give()


def render_json(report: Report, options: RenderOptions) -> str:
    """The same as a list of objects."""
    del options
    return dumps(
        [
            {"rule": rule, **{name: counts[name] for name in _COLUMNS}}
            for rule, counts in _by_rule(report)
        ]
    )


def _by_rule(report: Report) -> list[tuple[str, Counter[str]]]:
    found: dict[str, Counter[str]] = {}
    for finding in report.findings:
        name = finding.rule or f"({finding.kind})"
        found.setdefault(name, Counter())[finding.level or finding.verdict] += 1
    return sorted(found.items(), key=lambda each: ([-each[1][c] for c in _COLUMNS], each[0]))
