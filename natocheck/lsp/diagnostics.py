"""Findings as the diagnostics of the protocol: disputed is an error, outdated a warning."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lsprotocol.types import CodeDescription, Diagnostic, DiagnosticSeverity

from natocheck.lsp.checking import Checked
from natocheck.lsp.drafts import Draft
from natocheck.lsp.positions import Positions
from natocheck.lsp.sources import faults
from natocheck.model.places import Span
from natocheck.model.report import Finding
from natocheck.reports.alerts import message
from natocheck.reports.safe import visible

SOURCE = "natocheck"
_LEVELS = {"disputed": DiagnosticSeverity.Error, "outdated": DiagnosticSeverity.Warning}
_LINE = re.compile(r"line (\d+): (.*)", re.DOTALL)


def diagnostics(checked: Checked, encoding: str) -> Iterator[Diagnostic]:
    """The diagnostics of a draft, in the order of its text."""
    positions = Positions(checked.draft.text, encoding)
    for _, finding, span in faults(checked):
        yield diagnostic(finding, span, positions)


def diagnostic(finding: Finding, span: Span, positions: Positions) -> Diagnostic:
    """One finding; what only stands in a quotation, where those fail no run, is information."""
    severity = _LEVELS[finding.level or "disputed"]
    address = _address(finding)
    return Diagnostic(
        range=positions.range(*span),
        severity=DiagnosticSeverity.Information if finding.excuse else severity,
        code=finding.rule or finding.reason,
        code_description=CodeDescription(address) if address else None,
        source=SOURCE,
        message=visible(message(finding)),
    )


def unreadable(draft: Draft, why: str, encoding: str) -> Diagnostic:
    """That a draft cannot be read, on the line of the fault: half-written front matter, say."""
    found = _LINE.match(why)
    number = int(found[1]) - 1 if found else 0
    return Diagnostic(
        range=Positions(draft.text, encoding).line(number),
        severity=DiagnosticSeverity.Warning,
        code="unreadable",
        source=SOURCE,
        message=visible(f"Not checked: {found[2] if found else why}"),
    )


def _address(finding: Finding) -> str | None:
    """Where the first source stands on the web, if it does."""
    url = finding.sources[0].url if finding.sources else ""
    parts = urlsplit(url)
    return url if parts.scheme in {"http", "https"} and parts.netloc else None
