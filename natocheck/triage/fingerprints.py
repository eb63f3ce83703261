"""A name for each finding that stays when lines move: by rule, file and the sentence's words."""

import hashlib
import re
import unicodedata
from collections import Counter

from msgspec.structs import replace

from natocheck.model.paths import relative
from natocheck.model.report import DocumentReport, Finding, Report, SentenceReport

_LENGTH = 20
"""Hexadecimal digits of a fingerprint; 80 bits do not meet by chance."""


def with_fingerprints(report: Report) -> Report:
    """Give every finding its fingerprint.

    It depends on the rule, the kind, the path from the working folder, and the sentence without
    its marks, spacing and capitals; like findings of like sentences are numbered.
    """
    seen: Counter[str] = Counter()
    return replace(report, documents=tuple(_document(each, seen) for each in report.documents))


def normalized(text: str) -> str:
    """The words of a sentence, however they are set: what a fingerprint is made of."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+(?:[.,]\d+)*%?", plain))


def _document(document: DocumentReport, seen: Counter[str]) -> DocumentReport:
    """``seen`` counts like findings of a file, which may hold several articles."""
    path = relative(document.path)

    def named(sentence: SentenceReport, finding: Finding) -> Finding:
        key = "\0".join(
            (path, finding.rule or "", finding.kind, normalized(sentence.sentence.text))
        )
        seen[key] += 1
        digest = hashlib.sha256(f"{key}\0{seen[key]}".encode("utf-8", "surrogatepass"))
        return replace(finding, fingerprint=digest.hexdigest()[:_LENGTH])

    return replace(
        document,
        sentences=tuple(
            replace(one, findings=tuple(named(one, finding) for finding in one.findings))
            for one in document.sentences
        ),
    )
