"""What of a run's findings counts, as the options say."""

from pathlib import Path

from natocheck.cli.git import changed_lines
from natocheck.cli.messages import say
from natocheck.config import InForce
from natocheck.config.counting import what_counts
from natocheck.model.errors import UsageError
from natocheck.model.report import Report
from natocheck.reports.alerts import alerts, message
from natocheck.reports.wording import counted
from natocheck.triage.changes import only_changed


def list_suppressed(report: Report) -> None:
    """Say on standard error what is suppressed, why and where."""
    for alert in alerts(report):
        excuse = alert.finding.excuse
        if excuse is not None and alert.suppressed:
            why = f"suppressed ({excuse.kind}{': ' if excuse.reason else ''}{excuse.reason})"
            say(f"{alert.document.path}:{alert.place.line}: {why} {message(alert.finding)}")


def count_suppressed(report: Report) -> None:
    """Say on standard error how many findings are suppressed, if any are."""
    found = sum(len(s.suppressed) for d in report.documents for s in d.sentences)
    if found:
        say(f"{counted(found, 'finding')} suppressed (--show-suppressed lists them)")


def triaged(report: Report, settings: InForce, diff: str | None) -> Report:
    """The report with what counts; what is to be said of it goes to standard error."""
    found, notes = what_counts(report, settings)
    for note in notes:
        say(note)
    return changed(found, diff)


def changed(report: Report, diff: str | None) -> Report:
    """Of a report what stands on lines that changed since a revision, if one is given."""
    return report if diff is None else only_changed(report, changed_lines(diff, _files(report)))


def _files(report: Report) -> list[str]:
    """The files of a report. Raises UsageError for what is none: git knows nothing of it."""
    paths = list(dict.fromkeys(document.path for document in report.documents))
    missing = next((path for path in paths if not Path(path).is_file()), None)
    if missing is not None:
        raise UsageError(f"--diff: {missing} is no file, so that git cannot tell what changed")
    return paths
