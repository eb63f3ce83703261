"""What led to the verdict of one sentence, for people and for programs."""

from collections.abc import Iterable

import msgspec
from rich.text import Text

from natocheck import __version__
from natocheck.model.report import Explanation
from natocheck.reports.findings import add_finding, add_opinion
from natocheck.reports.json_report import SCHEMA_VERSION, dumps, sentence
from natocheck.reports.layout import Layout
from natocheck.reports.marks import MARKS
from natocheck.reports.options import RenderOptions
from natocheck.reports.wording import DATE_SOURCES, day

_INDENT = 2


def render(explanation: Explanation, options: RenderOptions) -> str:
    """Render verdict, mentions, clauses, trials and findings, in the order of the work."""
    layout = Layout(_with_working(options))
    _add_verdict(layout, explanation)
    _add_table(layout, "mentions", ((m.text, m.type, m.reading) for m in explanation.mentions))
    _add_table(
        layout,
        "clauses",
        ((c.predicate, c.subject, ", ".join(c.stance), c.text) for c in explanation.clauses),
        heading=("predicate", "subject", "stance", "words"),
    )
    _add_table(layout, "tried", ((t.kind, t.outcome, t.text) for t in explanation.trials))
    _add_findings(layout, explanation)
    return layout.give()


def render_json(explanation: Explanation, options: RenderOptions) -> str:
    """Render the explanation as ``explanation`` in ``report.schema.json`` describes it."""
    del options
    return dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "natocheck", "version": __version__},
            "date": explanation.date.isoformat(),
            "date_source": explanation.date_source,
            "sentence": sentence(explanation.report),
            "mentions": [
                {"text": m.text, "type": m.type, "reading": m.reading} for m in explanation.mentions
            ],
            "clauses": [
                {
                    "text": c.text,
                    "predicate": c.predicate,
                    "subject": c.subject,
                    "stance": list(c.stance),
                }
                for c in explanation.clauses
            ],
            "trials": [
                {"kind": t.kind, "text": t.text, "outcome": t.outcome} for t in explanation.trials
            ],
        }
    )


def _with_working(options: RenderOptions) -> RenderOptions:
    return msgspec.structs.replace(options, verbose=True)


def _add_verdict(layout: Layout, explanation: Explanation) -> None:
    report = explanation.report
    mark = MARKS[report.verdict]
    verdict = Text(f"{mark.shown(layout.options)} {report.verdict}  ", style=f"bold {mark.style}")
    layout.hang(verdict, layout.text(report.sentence.text), verdict.cell_len)
    as_of = f"judged as of {day(explanation.date)}, {DATE_SOURCES[explanation.date_source]}"
    layout.hang(Text(), Text(as_of, style="dim"), verdict.cell_len)
    layout.blank()


def _add_table(
    layout: Layout, title: str, rows: Iterable[tuple[str, ...]], heading: tuple[str, ...] = ()
) -> None:
    body = [[layout.text(cell) for cell in row] for row in rows]
    if not body:
        return
    layout.line(Text(title, style="bold"))
    head = [[Text(cell, style="dim") for cell in heading]] if heading else []
    layout.rows(head + body, _INDENT)
    layout.blank()


def _add_findings(layout: Layout, explanation: Explanation) -> None:
    report = explanation.report
    layout.line(Text("findings", style="bold"))
    for finding in report.findings:
        add_finding(layout, finding, _INDENT)
        layout.blank()
    if report.opinion:
        add_opinion(layout, report.opinion, _INDENT)
    if not report.findings and not report.opinion:
        layout.hang(Text(" " * _INDENT), Text("none: nothing here could be checked"), _INDENT)
