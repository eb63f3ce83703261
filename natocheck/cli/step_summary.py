"""The summary page of a GitHub Actions step, where the runner asks for one."""

import os
from pathlib import Path

from natocheck.model.errors import UsageError
from natocheck.model.report import Report

_VARIABLE = "GITHUB_STEP_SUMMARY"
_LARGEST = 1_000_000
"""Bytes; the runner takes no more than a mebibyte of a step."""


def append(report: Report) -> None:
    """Add the report as Markdown to the file that the runner names; nothing if it names none.

    Raises UsageError if that file cannot be written.
    """
    path = os.environ.get(_VARIABLE)
    if not path:
        return
    from natocheck.reports.markdown_report import summary

    data = summary(report).encode("utf-8", "backslashreplace")[:_LARGEST]
    try:
        with Path(path).open("ab") as file:
            file.write(data)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error
