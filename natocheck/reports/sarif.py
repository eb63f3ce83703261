"""SARIF 2.1.0, which code scanning reads: what is disputed is an error, what is outdated a warning.

Addresses are relative and columns count code points. What is supported, opinion or open is left
out unless asked for, as some readers show a pass as an alert.
"""

from collections.abc import Iterable
from urllib.parse import quote

from natocheck.model.paths import relative
from natocheck.model.report import Finding, Report, RuleNote
from natocheck.reports.alerts import NO_RULE, Alert, alerts, message
from natocheck.reports.json_report import Json, dumps
from natocheck.reports.options import RenderOptions
from natocheck.reports.safe import visible
from natocheck.reports.wording import citation

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"disputed": "error", "outdated": "warning"}
_KINDS = {"supported": "pass", "opinion": "notApplicable", "unverified": "open"}
_LONGEST = 1024  # characters that readers take of a description
_WITHIN = {"in-text": "inSource", "configuration": "external", "baseline": "external"}


def render(report: Report, options: RenderOptions) -> str:
    """One run with its rules and results."""
    shown = [a for a in alerts(report) if a.finding.level or options.all_results]
    ids = sorted({alert.rule for alert in shown})
    notes = {note.id: note for note in report.rules}
    return dumps(
        {
            "$schema": _SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {"driver": _driver(report, [notes.get(i, _unknown(i)) for i in ids])},
                    "columnKind": "unicodeCodePoints",
                    "invocations": [_invocation(report)],
                    "results": [_result(alert, ids.index(alert.rule)) for alert in shown],
                }
            ],
        }
    )


def _unknown(id: str) -> RuleNote:
    statement = "A claim that no rule speaks about" if id == NO_RULE else id
    return RuleNote(id=id, kind="", statement=statement)


def _driver(report: Report, notes: Iterable[RuleNote]) -> Json:
    return {
        "name": "natocheck",
        "semanticVersion": report.version,
        "rules": [_rule(note) for note in notes],
    }


def _rule(note: RuleNote) -> Json:
    cited = [citation(source) for source in note.sources]
    links = [f"- [{citation(s)}]({s.url})" if s.url else f"- {citation(s)}" for s in note.sources]
    rule: Json = {
        "id": note.id,
        "name": note.id,
        "shortDescription": {"text": note.statement[:_LONGEST]},
        "fullDescription": {"text": "\n".join([note.statement, *cited])[:_LONGEST]},
        "help": {
            "text": "\n".join([note.statement, "Sources:", *cited]),
            "markdown": "\n".join([note.statement, "", "Sources:", "", *links]),
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": [note.kind] if note.kind else [], "precision": "high"},
    }
    address = next((source.url for source in note.sources if source.url), None)
    return {**rule, "helpUri": address} if address else rule


def _invocation(report: Report) -> Json:
    notes = [
        {"level": "error", "message": {"text": visible(f"{p.path}: {p.message}")}}
        for p in report.problems
    ]
    done: Json = {"executionSuccessful": not report.problems}
    return {**done, "toolExecutionNotifications": notes} if notes else done


def _result(alert: Alert, index: int) -> Json:
    finding = alert.finding
    level = _LEVELS.get(finding.level or "", "none")
    result: Json = {
        "ruleId": alert.rule,
        "ruleIndex": index,
        "kind": "fail" if finding.level else _KINDS[finding.verdict],
        "level": level,
        "message": {"text": visible(message(finding))},
        "locations": [{"physicalLocation": _location(alert)}],
        "partialFingerprints": {"primaryLocationLineHash": finding.fingerprint},
    }
    suppressions = _suppressions(finding)
    return {**result, "suppressions": suppressions} if suppressions else result


def _location(alert: Alert) -> Json:
    place = alert.place
    return {
        "artifactLocation": {"uri": quote(relative(alert.document.path))},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
            "snippet": {"text": visible(alert.finding.text)},
        },
    }


def _suppressions(finding: Finding) -> list[Json]:
    excuse = finding.excuse
    if excuse is None or excuse.kind not in _WITHIN:
        return []
    said: Json = {"kind": _WITHIN[excuse.kind], "status": "accepted"}
    return [{**said, "justification": excuse.reason} if excuse.reason else said]
