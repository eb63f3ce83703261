"""The run: document → sentence → claim → fact → finding → report.

What was found in an article before is taken from where it is kept; the ways of reading and
the language model are only loaded for the first article that was not.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from natocheck import __version__, readers, rulebase
from natocheck.model.facts import RuleBase
from natocheck.model.report import DocumentReport, Problem, Report, RuleNote
from natocheck.model.text import Document
from natocheck.pipeline.jobs import Awaited, in_order, workers
from natocheck.pipeline.keeping import Checked, Keeping, kept_between_runs
from natocheck.pipeline.settings import Settings
from natocheck.rulebase.lookup import rule_of, sources_of

if TYPE_CHECKING:
    from natocheck.pipeline.checking import Checker


Work = tuple[Document, bytes | None]
"""A document, and what is kept of an earlier version; None where nothing is to be kept."""


def check(
    paths: Sequence[str],
    settings: Settings,
    progress: Callable[[str], None] | None = None,
    done: Callable[[Report], None] | None = None,
) -> Report:
    """Check every article named by ``paths`` (files, folders, "-" for standard input).

    ``progress`` is given the path of each article when it has been checked, ``done`` the report
    of it alone. Inputs that cannot be read are listed in the report's problems and do not stop
    the run. Raises RuleError for a rule base with faults and UsageError for a missing model.
    """
    rules = rulebase.load(settings.rule_folders, cache=settings.cache)
    reports: list[DocumentReport] = []
    problems: list[Problem] = []
    for each in _checked(paths, settings, rules):
        if isinstance(each, Problem):
            problems.append(each)
            continue
        reports.append(each)
        if done is not None:
            done(report_of(rules, [each], []))
        if progress is not None:
            progress(each.path)
    return report_of(rules, reports, problems)


def _checked(
    paths: Sequence[str], settings: Settings, rules: RuleBase
) -> Iterator[DocumentReport | Problem]:
    """Each input in turn, from what is kept of it or anew."""
    inputs = readers.read_all(readers.find(paths, settings.reading), settings.reading)
    make = partial(_Judge, settings, rules if settings.jobs == 1 else None)
    with kept_between_runs(settings, rules) as kept, workers(make, settings.jobs) as begin:
        yield from in_order((_begun(each, kept, begin) for each in inputs), settings.jobs)


def _begun(
    each: Document | Problem,
    kept: Keeping,
    begin: Callable[[Work], Awaited[Checked]],
) -> Awaited[DocumentReport | Problem]:
    """Begin what an input takes, which for what is kept is nothing."""
    if isinstance(each, Problem):
        return lambda: each
    entry = kept(each)
    if (found := entry.found) is not None:
        return lambda: found
    result = begin((each, entry.before))
    return lambda: entry.keep(result())


class _Judge:
    """Checks documents; whatever that takes is loaded for the first of them."""

    def __init__(self, settings: Settings, rules: RuleBase | None) -> None:
        self._settings, self._rules = settings, rules
        self._checker: Checker | None = None

    def __call__(self, work: Work) -> Checked:
        from natocheck.pipeline.checking import check_again, check_document, make_checker

        document, before = work
        self._checker = self._checker or make_checker(self._settings, self._rules)
        if before is None:
            return check_document(document, self._checker), None
        return check_again(document, self._checker, before)


def report_of(
    rules: RuleBase, documents: Sequence[DocumentReport], problems: Sequence[Problem]
) -> Report:
    """What a run found, with the rules that judged it."""
    return Report(
        version=__version__,
        rules_digest=rules.digest,
        rules_facts=rules.facts,
        rules_as_of=rules.as_of,
        documents=tuple(documents),
        problems=tuple(problems),
        rules=tuple(notes_of(rules, documents)),
    )


def notes_of(rules: RuleBase, reports: Sequence[DocumentReport]) -> Iterator[RuleNote]:
    """The rules that findings name, for whoever shows what spoke."""
    named = {f.rule: f.kind for d in reports for s in d.sentences for f in s.findings if f.rule}
    for id in sorted(named):
        rule = rule_of(rules, id)
        if rule is not None:
            yield RuleNote(
                id=rule.id,
                kind=named[id],
                statement=rule.statement,
                sources=tuple(sources_of(rules, rule)),
            )


def read_all(
    paths: Sequence[str], reading: readers.ReadSettings
) -> tuple[list[Document], list[Problem]]:
    """Read every article that ``paths`` name, and list those that cannot be read."""
    found = list(readers.read_all(readers.find(paths, reading), reading))
    documents = [each for each in found if isinstance(each, Document)]
    return documents, [each for each in found if isinstance(each, Problem)]
