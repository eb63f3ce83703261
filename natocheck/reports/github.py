"""Workflow commands that GitHub Actions turns into annotations on the lines of a change.

GitHub shows ten errors and ten warnings of a step: the worst come first, and a notice counts
the rest. Drafts are strangers' text: what they contain can end no command and begin none.
"""

from natocheck.model.paths import relative
from natocheck.model.report import Report
from natocheck.reports.alerts import Alert, faults, message, worst_first
from natocheck.reports.options import RenderOptions
from natocheck.reports.safe import visible

_COMMANDS = {"disputed": "error", "outdated": "warning"}
_MOST = 10


def render(report: Report, options: RenderOptions) -> str:
    """A command a line, errors before warnings."""
    del options
    found = worst_first(faults(report))
    shown: list[Alert] = []
    for level in _COMMANDS:
        shown += [alert for alert in found if alert.finding.level == level][:_MOST]
    lines = [_command(alert) for alert in shown]
    if left := len(found) - len(shown):
        lines.append(f"::notice title=natocheck::{left} more in the report of this step")
    lines += [
        f"::error title=natocheck::{_data(f'{p.path}: {p.message}')}" for p in report.problems
    ]
    return "".join(f"{line}\n" for line in lines)


def _command(alert: Alert) -> str:
    place = alert.place
    where = {
        "title": f"natocheck ({alert.rule})",
        "file": relative(alert.document.path),
        "line": str(place.line),
    }
    if place.line == place.end_line:
        where |= {"col": str(place.column), "endColumn": str(place.end_column)}
    where["endLine"] = str(place.end_line)
    properties = ",".join(f"{name}={_property(value)}" for name, value in where.items())
    command = _COMMANDS[alert.finding.level or "disputed"]
    return f"::{command} {properties}::{_data(message(alert.finding))}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
