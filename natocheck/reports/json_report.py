r"""The report for programs: JSON as ``report.schema.json`` describes it.

Keys stand in a fixed order; there are no timestamps. Characters that could steer a
terminal are written as ``\u009b``, which reads back as the same text.
"""

import json
import re
from importlib.resources import files
from typing import Any

from natocheck.model.facts import Source
from natocheck.model.report import (
    DocumentReport,
    Excuse,
    Finding,
    Opinion,
    Report,
    SentenceReport,
    Verdict,
)
from natocheck.reports.options import RenderOptions
from natocheck.reports.summary import tally

SCHEMA_VERSION = "1"
Json = dict[str, Any]

_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def render(report: Report, options: RenderOptions) -> str:
    """Render the whole report, however little of it ``options`` ask to show."""
    del options
    return dumps(
        {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": "natocheck", "version": report.version},
            "rules": {
                "digest": report.rules_digest,
                "facts": report.rules_facts,
                "as_of": report.rules_as_of.isoformat(),
            },
            "documents": [_document(document) for document in report.documents],
            "problems": [{"path": p.path, "message": p.message} for p in report.problems],
        }
    )


def schema() -> str:
    """Give the JSON Schema of ``render``'s output."""
    return files(__package__).joinpath("report.schema.json").read_text(encoding="utf-8")


def dumps(value: object) -> str:
    """Write a value as indented JSON, ended by a newline."""
    return steered(json.dumps(value, ensure_ascii=False, indent=2))


def one_line(value: object) -> str:
    """Write a value as JSON on one line, ended by a newline."""
    return steered(json.dumps(value, ensure_ascii=False))


def steered(text: str) -> str:
    """End JSON with a newline, and escape in it what could steer a terminal."""
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def sentence(report: SentenceReport) -> Json:
    """Give one sentence with its claims."""
    place = report.sentence
    return {
        "index": place.index,
        "text": place.text,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "block": place.block,
        "paragraph": place.paragraph,
        "verdict": report.verdict,
        "opinion": _opinion(report.opinion),
        "claims": [_claim(finding) for finding in report.findings],
        "suppressed": [_claim(finding) for finding in report.suppressed],
    }


def _document(document: DocumentReport) -> Json:
    return {
        "path": document.path,
        "title": document.title,
        "date": document.date.isoformat(),
        "date_source": document.date_source,
        "encoding": document.encoding,
        "unit": document.origin.unit,
        "row": document.origin.row,
        "summary": _summary(document),
        "sentences": [sentence(s) for s in document.sentences],
    }


def _summary(document: DocumentReport) -> Json:
    counts = tally([document])
    order: tuple[Verdict, ...] = ("supported", "disputed", "opinion", "unverified")
    return {verdict: counts[verdict] for verdict in order}


def _opinion(opinion: Opinion | None) -> Json | None:
    if opinion is None:
        return None
    return {"voice": opinion.voice, "speaker": opinion.speaker, "cues": list(opinion.cues)}


def _claim(finding: Finding) -> Json:
    return {
        "kind": finding.kind,
        "text": finding.text,
        "start": finding.start,
        "end": finding.end,
        "verdict": finding.verdict,
        "reason": finding.reason,
        "speaker": finding.speaker,
        "stance": list(finding.stance),
        "rule": finding.rule,
        "claimed": finding.claimed,
        "recorded": finding.recorded,
        "working": list(finding.working),
        "caveat": finding.caveat,
        "correction": finding.correction,
        "release": finding.release,
        "sources": [_source(source) for source in finding.sources],
        "level": finding.level,
        "fingerprint": finding.fingerprint or None,
        "excuse": _excuse(finding.excuse),
    }


def _excuse(excuse: Excuse | None) -> Json | None:
    if excuse is None:
        return None
    return {"kind": excuse.kind, "reason": excuse.reason, "where": excuse.where}


def _source(source: Source) -> Json:
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "published": _stamp(source.published),
        "retrieved": _stamp(source.retrieved),
        "tier": source.tier,
        "where": source.where,
    }


def _stamp(stamp: str | int | None) -> str | None:
    return None if stamp is None else str(stamp)
