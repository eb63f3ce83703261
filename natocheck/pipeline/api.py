"""The check as other Python programs call it: the model and the rules loaded once."""

import datetime as dt
from functools import cache

from natocheck.model.errors import InputError, UsageError
from natocheck.model.report import DocumentReport, Problem, Report
from natocheck.pipeline.checking import Checker, check_document, make_checker
from natocheck.pipeline.run import report_of
from natocheck.pipeline.settings import Settings, document_of
from natocheck.readers import read
from natocheck.triage import with_fingerprints


def check_text(text: str, date: dt.date | str | None) -> Report:
    """Check a text that is in no file."""
    checker = _checker(_day(date))
    return _report(checker, [check_document(document_of(text), checker)])


def check_path(path: str, date: dt.date | str | None) -> Report:
    """Check one file."""
    checker = _checker(_day(date))
    try:
        document = read(path)
    except InputError as error:
        return _report(checker, [], Problem(path=path, message=str(error)))
    return _report(checker, [check_document(document, checker)])


def _report(checker: Checker, documents: list[DocumentReport], *problems: Problem) -> Report:
    return with_fingerprints(report_of(checker.rules, documents, problems))


@cache
def _checker(date: dt.date | None) -> Checker:
    """One for each date; what takes long to load they share."""
    if date is None:
        return make_checker(Settings())
    shared = _checker(None)
    return Checker(shared.rules, shared.lexicon, shared.nlp, date)


def _day(date: dt.date | str | None) -> dt.date | None:
    if date is None or isinstance(date, dt.date):
        return date
    try:
        return dt.date.fromisoformat(date)
    except ValueError:
        raise UsageError(f"{date!r} is not a day of the calendar; write YYYY-MM-DD") from None
