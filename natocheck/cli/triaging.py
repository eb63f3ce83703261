"""What of a run's findings counts, as the options say."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from natocheck.cli.git import changed_lines
from natocheck.cli.messages import say
from natocheck.config import Choices, InForce, PerFile
from natocheck.model.errors import UsageError
from natocheck.model.paths import matches
from natocheck.model.report import DocumentReport, Report
from natocheck.reports.alerts import alerts, message
from natocheck.reports.wording import counted
from natocheck.triage import Quotes, refuse_unknown, selected, with_fingerprints, with_quotes
from natocheck.triage.baseline import less_known, read_baseline
from natocheck.triage.changes import only_changed
from natocheck.triage.listed import less_listed
from natocheck.triage.suppressing import less_excused, names_in


def list_suppressed(report: Report) -> None:
    """Say on standard error what is suppressed, why and where."""
    for alert in alerts(report):
        excuse = alert.finding.excuse
        if excuse is not None and alert.suppressed:
            why = f"suppressed ({excuse.kind}{': ' if excuse.reason else ''}{excuse.reason})"
            say(f"{alert.document.path}:{alert.place.line}: {why} {message(alert.finding)}")


def count_suppressed(report: Report) -> None:
    """Say on standard error how many findings are suppressed, if any are."""
    found = sum(len(s.suppressed) for d in report.documents for s in d.sentences)
    if found:
        say(f"{counted(found, 'finding')} suppressed (--show-suppressed lists them)")


def refuse_unknown_rules(settings: InForce) -> None:
    """Raise UsageError for a chosen name that is neither a rule nor a kind of the rule base."""
    choices, origins = settings.choices, settings.origins
    _refuse(choices.select, f"{origins['select']}: ", choices)
    _refuse(choices.ignore, f"{origins['ignore']}: ", choices)
    for pattern, each in choices.per_file.items():
        where = f"{origins['per_file']}: per-file: {pattern}: "
        _refuse((*each.select, *each.ignore), where, choices)


def _refuse(names: Sequence[str], where: str, choices: Choices) -> None:
    if not names:
        return
    from natocheck import rulebase
    from natocheck.model.facts import kind_of
    from natocheck.rulebase.lookup import all_rules

    found = list(all_rules(rulebase.load(tuple(map(Path, choices.rules)))))
    known = [*(rule.id for rule in found), *(kind_of(rule) for rule in found)]
    refuse_unknown(names, known, where)


def _tell_unknown(names: Sequence[str], where: str, choices: Choices) -> None:
    """Say which names are no rules: what they stand in excuses nothing."""
    try:
        _refuse(names, f"in {where}: ", choices)
    except UsageError as error:
        say(str(error))


def triaged(report: Report, settings: InForce, diff: str | None) -> Report:
    """The report with what counts, each finding with its fingerprint.

    Comments and entries that excuse nothing, those that have expired, and how many entries of
    the baseline fit nothing any more, are said on standard error: told from the whole report,
    before a selection or a revision leaves something out.
    """
    choices = settings.choices
    left, notes = less_excused(with_fingerprints(report))
    _tell_unknown(names_in(left), "a comment", choices)
    left, more = _less_listed(left, settings)
    for note in (*notes, *more):
        say(note)
    chosen = _chosen(_less_known(left, choices.baseline), settings)
    return chosen if diff is None else only_changed(chosen, changed_lines(diff, _files(chosen)))


def _files(report: Report) -> list[str]:
    """The files of a report. Raises UsageError for what is none: git knows nothing of it."""
    paths = list(dict.fromkeys(document.path for document in report.documents))
    missing = next((path for path in paths if not Path(path).is_file()), None)
    if missing is not None:
        raise UsageError(f"--diff: {missing} is no file, so that git cannot tell what changed")
    return paths


def _chosen(report: Report, settings: InForce) -> Report:
    """What the run selects, and of that what the configuration does for the files it names."""
    documents = [_of_file(report, document, settings) for document in report.documents]
    return replace(report, documents=tuple(documents))


def _of_file(report: Report, document: DocumentReport, settings: InForce) -> DocumentReport:
    choices, base = settings.choices, str(settings.folder)
    per_file = choices.per_file.items()
    own = [each for pattern, each in per_file if matches(document.path, pattern, base)]
    chosen = replace(report, documents=(document,))
    chosen = selected(chosen, choices.select, choices.ignore)
    for each in own:
        chosen = selected(chosen, each.select, each.ignore)
    return with_quotes(chosen, _quotes(settings, own)).documents[0]


def _quotes(settings: InForce, own: Sequence[PerFile]) -> Quotes:
    """The option wins, then the first pattern that fits a file, then the setting of all."""
    given = [each.quotes for each in own if each.quotes is not None]
    of_all = settings.choices.quotes
    return of_all if settings.is_option("quotes") or not given else given[0]


def _less_listed(report: Report, settings: InForce) -> tuple[Report, list[str]]:
    entries = settings.choices.suppress
    if not entries or settings.file is None:
        return report, []
    where = str(settings.file.path)
    _tell_unknown([e.rule for e in entries if e.rule], where, settings.choices)
    return less_listed(report, entries, where, str(settings.folder))


def _less_known(report: Report, baseline: str | None) -> Report:
    if baseline is None:
        return report
    left, stale = less_known(report, read_baseline(Path(baseline)), baseline)
    if stale:
        say(f"{baseline}: {counted(stale, 'known finding')} not found any more; write it again")
    return left
