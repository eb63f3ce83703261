"""GitLab's code quality report: what is disputed or outdated, beside the merge request."""

from natocheck.model.paths import relative
from natocheck.model.report import Report
from natocheck.reports.alerts import Alert, faults, message
from natocheck.reports.json_report import Json, dumps
from natocheck.reports.options import RenderOptions
from natocheck.reports.safe import visible

_SEVERITY = {"disputed": "major", "outdated": "minor"}


def render(report: Report, options: RenderOptions) -> str:
    """A list of issues, worst first in each file as GitLab sorts them itself."""
    del options
    return dumps([_issue(alert) for alert in faults(report)])


def _issue(alert: Alert) -> Json:
    place = alert.place
    return {
        "check_name": alert.rule,
        "description": visible(message(alert.finding)),
        "severity": _SEVERITY[alert.finding.level or "disputed"],
        "fingerprint": alert.finding.fingerprint,
        "location": {
            "path": relative(alert.document.path),
            "positions": {
                "begin": {"line": place.line, "column": place.column},
                "end": {"line": place.end_line, "column": place.end_column},
            },
        },
    }
