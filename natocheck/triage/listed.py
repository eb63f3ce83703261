"""Findings that the configuration accepts: by rule or fingerprint, for some files, until a day."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec.structs import replace

from natocheck.model.paths import matches
from natocheck.model.report import DocumentReport, Excuse, Finding, Report, SentenceReport
from natocheck.triage.changing import suppressing
from natocheck.triage.selecting import is_named

Words = Annotated[str, msgspec.Meta(min_length=1)]


class Suppression(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A finding that is known and accepted: of a rule or kind, or the one of a fingerprint.

    ``rule`` may be a pattern with stars, as in a selection; ``path`` is a pattern of files, and
    ``expires`` the last day of judging on which it holds.
    """

    reason: Words
    path: Words = "**"
    rule: Words | None = None
    fingerprint: Words | None = None
    expires: dt.date | None = None


def less_listed(
    report: Report, entries: Sequence[Suppression], where: str, base: str = ""
) -> tuple[Report, list[str]]:
    """The report with accepted findings suppressed, and what is to say of the entries.

    An entry has expired once an article is judged as of a later day; the machine's clock is
    never asked. Patterns are told from the folder ``base``. Told are entries that have expired,
    and those that fit nothing in the files of theirs that were checked, or whose file is gone.
    """
    used: set[int] = set()
    expired: set[int] = set()
    met = {i for i, each in enumerate(entries) if _is_gone(each.path, base)}
    documents = []
    for document in report.documents:
        here = [(i, e) for i, e in enumerate(entries) if matches(document.path, e.path, base)]
        holding = [(i, each) for i, each in here if _holds(each, document)]
        met |= {i for i, _ in here}
        expired |= {i for i, _ in here} - {i for i, _ in holding}
        documents.append(_document(document, holding, where, used))
    said = [
        f"{where}: suppress entry {i + 1} ({_name(each)}) {_fault(i in expired)}"
        for i, each in enumerate(entries)
        if i in expired or i in met - used
    ]
    return replace(report, documents=tuple(documents)), said if report.documents else []


def _is_gone(path: str, base: str) -> bool:
    """Whether a path that is no pattern names nothing that is there."""
    return not set("*?[!") & set(path) and "/" in path and not Path(base, path.strip("/")).exists()


def _holds(entry: Suppression, document: DocumentReport) -> bool:
    return entry.expires is None or document.date <= entry.expires


def _document(
    document: DocumentReport, holding: list[tuple[int, Suppression]], where: str, used: set[int]
) -> DocumentReport:
    sentences = tuple(_sentence(one, holding, where, used) for one in document.sentences)
    return replace(document, sentences=sentences)


def _sentence(
    sentence: SentenceReport, holding: list[tuple[int, Suppression]], where: str, used: set[int]
) -> SentenceReport:
    excused: list[tuple[Finding, Excuse]] = []
    for finding in sentence.findings:
        found = next(((i, e) for i, e in holding if finding.level and _fits(e, finding)), None)
        if found is not None:
            used.add(found[0])
            excuse = Excuse(kind="configuration", reason=found[1].reason, where=where)
            excused.append((finding, excuse))
    return suppressing(sentence, excused)


def _fits(entry: Suppression, finding: Finding) -> bool:
    if entry.fingerprint is not None:
        return finding.fingerprint == entry.fingerprint
    return entry.rule is not None and is_named(finding, [entry.rule])


def _name(entry: Suppression) -> str:
    return entry.rule or entry.fingerprint or ""


def _fault(is_expired: bool) -> str:
    return "has expired; look at it again" if is_expired else "fits nothing here any more"
