"""JUnit XML: a suite a document, a test case a claim, so that CI systems list what was checked.

A supported claim passes, a disputed or outdated one fails, an open one is skipped.
"""

import xml.etree.ElementTree as ET
from itertools import groupby

from natocheck.model.report import Report
from natocheck.reports.alerts import Alert, alerts, message
from natocheck.reports.options import RenderOptions
from natocheck.reports.safe import visible


def render(report: Report, options: RenderOptions) -> str:
    """The test suites of a run; an input that failed is a suite with an error."""
    del options
    root = ET.Element("testsuites", name="natocheck")
    by_path = {path: list(found) for path, found in groupby(alerts(report), _path)}
    for document in report.documents:
        _suite(root, document.path, by_path.get(document.path, []))
    for problem in report.problems:
        suite = ET.SubElement(root, "testsuite", name=visible(problem.path), tests="1", errors="1")
        case = ET.SubElement(suite, "testcase", name="read", classname=visible(problem.path))
        ET.SubElement(case, "error", message=visible(problem.message))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _path(alert: Alert) -> str:
    return alert.document.path


def _suite(root: ET.Element, path: str, found: list[Alert]) -> None:
    failed = [alert for alert in found if _fails(alert)]
    skipped = [alert for alert in found if alert.finding.verdict == "unverified"]
    counts = {"tests": len(found), "failures": len(failed), "errors": 0, "skipped": len(skipped)}
    attributes = {name: str(number) for name, number in counts.items()}
    suite = ET.SubElement(root, "testsuite", {"name": visible(path), **attributes})
    for alert in found:
        _case(suite, alert)


def _case(suite: ET.Element, alert: Alert) -> None:
    finding = alert.finding
    case = ET.SubElement(
        suite,
        "testcase",
        name=f"{alert.rule}: {visible(finding.text)}",
        classname=visible(alert.document.path),
        file=visible(alert.document.path),
        line=str(alert.place.line),
    )
    if _fails(alert):
        failure = ET.SubElement(case, "failure", message=visible(message(finding)))
        failure.set("type", finding.reason)
        failure.text = "\n".join(visible(step) for step in finding.working)
    elif finding.verdict == "unverified":
        ET.SubElement(case, "skipped", message=finding.reason)


def _fails(alert: Alert) -> bool:
    return bool(alert.finding.level) and not alert.suppressed
