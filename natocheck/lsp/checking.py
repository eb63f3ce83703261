"""A draft to its findings, as the program would check the file; slow, so run in a thread."""

from dataclasses import replace
from pathlib import Path

import msgspec

from natocheck import readers
from natocheck.config import InForce, in_force
from natocheck.config.counting import refuse_unknown_rules, what_counts
from natocheck.lsp.drafts import Draft
from natocheck.model.report import DocumentReport, Verdict
from natocheck.model.text import Document
from natocheck.pipeline.checking import Checker, check_again, check_document, make_checker
from natocheck.pipeline.run import report_of
from natocheck.pipeline.settings import Settings, document_of
from natocheck.readers.ignoring import Ignored

_Key = tuple[tuple[str, ...], str | None]


class Checked(msgspec.Struct, frozen=True):
    """A draft with what was found in it; no report for one that is not to be checked."""

    draft: Draft
    settings: InForce
    report: DocumentReport | None = None


class Desk:
    """Checks drafts, with rules and language model loaded once for each configuration's choice."""

    def __init__(self, config: Path | None = None, isolated: bool = False) -> None:
        self._config, self._isolated = config, isolated
        self._loaded: dict[_Key, Checker] = {}
        self._before: dict[tuple[_Key, str], bytes] = {}

    def check(self, draft: Draft) -> Checked:
        """Check a draft by the configuration of its folder.

        Raises NatocheckError for a configuration or rules that are wrong, and for a draft that
        cannot be read.
        """
        settings = in_force({}, self._config, self._isolated, draft.folder)
        if not any(map(str.isalnum, draft.text)) or _is_excluded(draft, settings):
            return Checked(draft, settings)
        refuse_unknown_rules(settings)
        return Checked(draft, settings, self.judge(read(draft), settings))

    def verdict(self, sentence: str, checked: Checked) -> Verdict:
        """The verdict of a sentence alone, by the day and the configuration of a draft."""
        date = checked.report.date if checked.report is not None else None
        found = check_document(document_of(sentence, date), self._checker(checked.settings))
        verdicts = {each.verdict for each in found.sentences}
        return verdicts.pop() if len(verdicts) == 1 else "unverified"

    def judge(self, document: Document, settings: InForce) -> DocumentReport:
        """Judge a document and leave what counts of the findings."""
        checker = self._checker(settings)
        draft = (_key(settings), document.path)
        judged, now = check_again(document, checker, self._before.get(draft, b""))
        self._before[draft] = now
        found = report_of(checker.rules, [judged], [])
        left, _ = what_counts(found, settings)
        return left.documents[0]

    def _checker(self, settings: InForce) -> Checker:
        choices, key = settings.choices, _key(settings)
        if key not in self._loaded:
            folders = tuple(map(Path, choices.rules))
            self._loaded[key] = make_checker(Settings(None, folders, choices.model))
        dates = tuple((p, each.date) for p, each in choices.per_file.items() if each.date)
        base = str(settings.folder)
        return replace(self._loaded[key], date=choices.date, dates=dates, base=base)


def _key(settings: InForce) -> _Key:
    """What another checker has to be made for."""
    return settings.choices.rules, settings.choices.model


def read(draft: Draft) -> Document:
    """Read a draft as a file of its kind. Raises InputError for one that cannot be read."""
    return readers.read_text(draft.path, draft.text, draft.suffix)


def _is_excluded(draft: Draft, settings: InForce) -> bool:
    """Whether the configuration leaves the file out: nobody asked for it, it is only open."""
    reading = readers.ReadSettings(exclude=settings.choices.exclude, base=str(settings.folder))
    return Ignored(reading).excludes(draft.path)
