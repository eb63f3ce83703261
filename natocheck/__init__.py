"""natocheck: an offline, explainable fact-checker for articles about NATO.

>>> import natocheck
>>> report = natocheck.check("NATO was founded in 1950.", date="2025-06-01")
>>> [finding.reason for finding in report.findings]
['wrong-date']
"""

import datetime as dt
from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from natocheck.model.report import Report

__all__ = ["__version__", "check", "check_file"]
__version__ = "0.1.0"


def check(text: str, date: dt.date | str | None = None) -> "Report":
    """Check a text: its sentences with their verdicts, and the findings behind them.

    ``date`` is the day of the article, as a date or "YYYY-MM-DD"; without one the newest day
    that the rules speak of. The language model and the rules are loaded by the first call and
    kept for the next. Raises UsageError for a date that is none.

    >>> report = check("Finland joined NATO in 2023. It is cold there.", date="2025-06-01")
    >>> [sentence.verdict for sentence in report.documents[0].sentences]
    ['supported', 'unverified']
    """
    from natocheck.pipeline.api import check_text

    return check_text(text, date)


def check_file(path: str | PathLike[str], date: dt.date | str | None = None) -> "Report":
    """Check an article, of any kind that the command line reads; its own date counts.

    ``date`` overrules it. A file that cannot be read is among the report's problems.
    """
    from natocheck.pipeline.api import check_path

    return check_path(str(path), date)
