"""Findings that the draft itself excuses: "<!-- natocheck: ignore[rule-id] reason -->".

A comment covers the paragraph that it stands in; alone, the one after it. Several ids are parted
by commas, and without any all findings are covered.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath

import msgspec
from msgspec.structs import replace

from natocheck.model.report import (
    DocumentReport,
    Excuse,
    Finding,
    Report,
    SentenceReport,
)
from natocheck.triage.changing import suppressing

_COMMENT = re.compile(
    r"<!--\s*natocheck:\s*ignore(?:\[(?P<ids>[^\]\n]*)\])?\s*(?P<reason>[^>]*?)\s*-->",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\n[ \t]*(?:\r?\n[ \t]*)+")
_WITH_COMMENTS = {".md", ".markdown", ".html", ".htm"}


class Comment(msgspec.Struct, frozen=True):
    """One excuse: the rules or kinds it names, its reason, its line, and the span it covers."""

    names: tuple[str, ...]
    reason: str
    line: int
    start: int
    end: int

    def covers(self, finding: Finding) -> bool:
        """Whether it excuses a finding."""
        named = not self.names or bool({finding.rule, finding.kind} & set(self.names))
        return named and self.start <= finding.start < self.end


def less_excused(report: Report) -> tuple[Report, list[str]]:
    """The report with what comments excuse suppressed, and what is to say of those comments.

    That is: which excuse nothing, so that they can be taken out again.
    """
    documents, said = [], []
    for document in report.documents:
        comments = tuple(comments_of(document))
        used: set[Comment] = set()
        sentences = tuple(_changed(s, comments, document.path, used) for s in document.sentences)
        documents.append(replace(document, sentences=sentences) if comments else document)
        said += [
            f"{document.path}:{each.line}: this comment excuses nothing; take it out"
            for each in comments
            if each not in used
        ]
    return replace(report, documents=tuple(documents)), said


def comments_of(document: DocumentReport) -> Iterator[Comment]:
    """The excuses of a document of a kind that has comments, in its order."""
    if PurePath(document.path).suffix.lower() not in _WITH_COMMENTS:
        return
    text, places = document.text, document.places
    paragraphs = list(_paragraphs(text))
    for found in _COMMENT.finditer(text):
        start, end = _covered(text, paragraphs, found.start())
        names = tuple(filter(None, map(str.strip, (found["ids"] or "").split(","))))
        yield Comment(names, found["reason"], places.position(found.start())[0], start, end)


def names_in(report: Report) -> list[str]:
    """Every rule or kind that a comment names."""
    return [n for document in report.documents for c in comments_of(document) for n in c.names]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _BLANK.finditer(text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _covered(text: str, paragraphs: list[tuple[int, int]], at: int) -> tuple[int, int]:
    """The paragraph of a comment, or the next where there is nothing beside it."""
    own = next(i for i, (start, end) in enumerate(paragraphs) if start <= at <= end)
    words = _COMMENT.sub("", text[slice(*paragraphs[own])])
    alone = not any(char.isalnum() for char in words)
    return paragraphs[min(own + alone, len(paragraphs) - 1)]


def _changed(
    sentence: SentenceReport, comments: Iterable[Comment], where: str, used: set[Comment]
) -> SentenceReport:
    excused: list[tuple[Finding, Excuse]] = []
    for finding in sentence.findings:
        comment = next((c for c in comments if finding.level and c.covers(finding)), None)
        if comment is not None:
            used.add(comment)
            excused.append((finding, Excuse(kind="in-text", reason=comment.reason, where=where)))
    return suppressing(sentence, excused)
