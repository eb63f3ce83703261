"""The exit code of a run: whether anything in it reaches the level at which runs fail."""

from natocheck.model.report import Report, SentenceReport

FAIL_LEVELS = ("never", "disputed", "outdated", "unverified")
"""From the most lenient to the strictest; each fails on what those before it fail on."""


def exit_code(report: Report, fail_on: str, exit_zero: bool = False) -> int:
    """Give 2 if an input failed, 1 if a sentence reaches ``fail_on``, else 0.

    Findings that are excused reach no level. ``exit_zero`` forgives findings, not inputs
    that could not be read.
    """
    if report.problems:
        return 2
    found = any(
        fails(sentence, fail_on) for document in report.documents for sentence in document.sentences
    )
    return int(found and not exit_zero)


def fails(sentence: SentenceReport, fail_on: str) -> bool:
    """Whether a sentence reaches the level: "outdated" is below "disputed", open below both."""
    limit = FAIL_LEVELS.index(fail_on)
    levels = [f.level for f in sentence.findings if f.level and f.excuse is None]
    if sentence.verdict == "unverified":
        return limit >= FAIL_LEVELS.index("unverified")
    return any(limit >= FAIL_LEVELS.index(level) for level in levels)
