"""A baseline: what was at fault when a newsroom began, so that only what is new fails a run."""

import json
from pathlib import Path

import msgspec

from natocheck.model.errors import UsageError
from natocheck.model.paths import relative
from natocheck.model.report import Excuse, Report, SentenceReport
from natocheck.triage.changing import each_sentence, suppressing

VERSION = "1"


class Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, order=True):
    """One known finding; the fingerprint alone decides, the rest is for people."""

    path: str
    rule: str
    text: str
    fingerprint: str


class Baseline(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The known findings of a file."""

    schema_version: str
    findings: tuple[Entry, ...]


def written(report: Report) -> str:
    """The baseline of a run as JSON: everything disputed or outdated in it, sorted."""
    entries = sorted(
        Entry(
            path=relative(document.path),
            rule=finding.rule or "",
            text=finding.text,
            fingerprint=finding.fingerprint,
        )
        for document in report.documents
        for sentence in document.sentences
        for finding in sentence.findings
        if finding.level
    )
    value = msgspec.to_builtins(Baseline(schema_version=VERSION, findings=tuple(entries)))
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def read_baseline(path: Path) -> Baseline:
    """Read a baseline. Raises UsageError, with what to do, for a file that is none."""
    again = "Write it again with natocheck baseline write."
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Baseline)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}. {again}") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: is no baseline: {error}. {again}") from error
    if found.schema_version != VERSION:
        raise UsageError(f"{path}: is of version {found.schema_version}, not {VERSION}. {again}")
    return found


def less_known(report: Report, baseline: Baseline, where: str) -> tuple[Report, int]:
    """The report with what the baseline knows suppressed, and how many entries no longer fit.

    Entries of files that are there and were not checked are not asked for.
    """
    checked = {relative(document.path) for document in report.documents}
    known = {entry.fingerprint for entry in baseline.findings}
    met: set[str] = set()
    excuse = Excuse(kind="baseline", where=where)

    def changed(sentence: SentenceReport) -> SentenceReport:
        old = [f for f in sentence.findings if f.level and f.fingerprint in known]
        met.update(finding.fingerprint for finding in old)
        return suppressing(sentence, [(finding, excuse) for finding in old])

    left = each_sentence(report, changed)
    asked = {e.fingerprint for e in baseline.findings if e.path in checked or _is_gone(e.path)}
    return left, len(asked - met)


def _is_gone(path: str) -> bool:
    return not Path(path).exists()
