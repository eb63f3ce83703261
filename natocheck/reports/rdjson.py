"""reviewdog's diagnostic formats: one object, or a diagnostic a line. Columns count bytes."""

from natocheck.model.paths import relative
from natocheck.model.places import Places
from natocheck.model.report import Report
from natocheck.reports.alerts import Alert, faults, message
from natocheck.reports.json_report import Json, dumps, one_line
from natocheck.reports.options import RenderOptions
from natocheck.reports.safe import visible

_SOURCE = {"name": "natocheck"}
_SEVERITY = {"disputed": "ERROR", "outdated": "WARNING"}


def render(report: Report, options: RenderOptions) -> str:
    """A DiagnosticResult of what is disputed or outdated."""
    del options
    found = [_diagnostic(alert) for alert in faults(report)]
    return dumps({"source": _SOURCE, "diagnostics": found})


def render_lines(report: Report, options: RenderOptions) -> str:
    """The same, a Diagnostic a line."""
    del options
    return "".join(one_line({**_diagnostic(a), "source": _SOURCE}) for a in faults(report))


def _diagnostic(alert: Alert) -> Json:
    place, finding = alert.place, alert.finding
    code: Json = {"value": alert.rule}
    if finding.sources and finding.sources[0].url:
        code["url"] = finding.sources[0].url
    return {
        "message": visible(message(finding)),
        "location": {
            "path": relative(alert.document.path),
            "range": {
                "start": _position(alert.places, place.line, place.column),
                "end": _position(alert.places, place.end_line, place.end_column),
            },
        },
        "severity": _SEVERITY[finding.level or "disputed"],
        "code": code,
    }


def _position(places: Places, line: int, column: int) -> Json:
    return {"line": line, "column": places.in_bytes(line, column)}
