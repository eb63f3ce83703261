"""One line a finding, as compilers and linters write them: editors jump to the place."""

from natocheck.model.places import Place
from natocheck.model.report import Report
from natocheck.reports.alerts import alerts, faults, message
from natocheck.reports.options import RenderOptions
from natocheck.reports.safe import plain, visible
from natocheck.reports.showing import shows_finding


def render(report: Report, options: RenderOptions) -> str:
    """``path:line:column: verdict rule message`` for what is disputed or outdated.

    Instead of a line a file may have "paragraph 7", "page 2" or "row 3". Verbose, for every
    finding; quiet, for what is disputed alone.
    """
    found = list(alerts(report)) if options.verbose or options.show else faults(report)
    lines = [
        f"{alert.document.path}:{_place(alert.place)}: "
        f"{alert.finding.level or alert.finding.verdict} {alert.rule} {message(alert.finding)}"
        for alert in found
        if shows_finding(options, alert.finding)
        and (not options.quiet or alert.finding.level == "disputed")
    ]
    shown = (visible(line) for line in lines)
    return "".join(f"{line if options.unicode else plain(line)}\n" for line in shown)


def _place(place: Place) -> str:
    if place.row is None and place.unit == "line":
        return f"{place.line}:{place.column}"
    return place.words
