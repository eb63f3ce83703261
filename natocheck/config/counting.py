"""What of a run's findings counts, as the settings say."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from natocheck.config.choices import Choices, PerFile
from natocheck.config.inforce import InForce
from natocheck.model.errors import UsageError
from natocheck.model.paths import matches
from natocheck.model.report import DocumentReport, Report
from natocheck.reports.wording import counted
from natocheck.triage import Quotes, refuse_unknown, selected, with_fingerprints, with_quotes
from natocheck.triage.baseline import less_known, read_baseline
from natocheck.triage.listed import less_listed
from natocheck.triage.suppressing import less_excused, names_in


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


def _unknown(names: Sequence[str], where: str, choices: Choices) -> list[str]:
    """Which names are no rules: what they stand in excuses nothing."""
    try:
        _refuse(names, f"in {where}: ", choices)
    except UsageError as error:
        return [str(error)]
    return []


def what_counts(report: Report, settings: InForce) -> tuple[Report, list[str]]:
    """The report with what counts, each finding with its fingerprint, and what is to be said.

    That are comments and entries that excuse nothing, those that have expired, and how many
    entries of the baseline fit nothing any more: told from the whole report, before a selection
    leaves something out. Raises UsageError for a baseline that cannot be read.
    """
    left, notes = less_excused(with_fingerprints(report))
    unknown = _unknown(names_in(left), "a comment", settings.choices)
    left, listed = _less_listed(left, settings)
    left, stale = _less_known(left, settings.choices.baseline)
    return _chosen(left, settings), [*unknown, *notes, *listed, *stale]


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
    unknown = _unknown([e.rule for e in entries if e.rule], where, settings.choices)
    left, notes = less_listed(report, entries, where, str(settings.folder))
    return left, [*unknown, *notes]


def _less_known(report: Report, baseline: str | None) -> tuple[Report, list[str]]:
    if baseline is None:
        return report, []
    left, stale = less_known(report, read_baseline(Path(baseline)), baseline)
    found = counted(stale, "known finding")
    return left, [f"{baseline}: {found} not found any more; write it again"] if stale else []
