"""What of a run's findings counts, as its settings say: for the program and for editors alike."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from natocheck.config.choices import Choices, PerFile
from natocheck.config.inforce import InForce
from natocheck.model.errors import UsageError
from natocheck.model.paths import matches
from natocheck.model.report import DocumentReport, Report
from natocheck.reports.wording import counted
from natocheck.triage import refuse_unknown, selected, with_quotes
from natocheck.triage.baseline import less_known, read_baseline
from natocheck.triage.listed import less_listed
from natocheck.triage.suppressing import less_excused, names_in


def refuse_unknown_rules(settings: InForce) -> None:
    """Raise UsageError for a chosen name that is neither a rule nor a kind of the rule base."""
    choices = settings.choices
    per_file = choices.per_file.values()
    names = [*choices.select, *choices.ignore]
    names += [name for each in per_file for name in (*each.select, *each.ignore)]
    _refuse(names, choices)


def chosen(report: Report, settings: InForce) -> Report:
    """What the run selects, then what the patterns of its configuration do for their files."""
    choices, base = settings.choices, str(settings.folder)
    found = with_quotes(selected(report, choices.select, choices.ignore), choices.quotes)
    for pattern, each in choices.per_file.items():
        documents = (
            _of_file(d, each) if matches(d.path, pattern, base) else d for d in found.documents
        )
        found = replace(found, documents=tuple(documents))
    return found


def less_suppressed(report: Report, settings: InForce) -> tuple[Report, list[str]]:
    """The report with what comments, configuration and baseline excuse suppressed.

    Besides, what is to say of them: comments and entries that excuse nothing, those that have
    expired, names that are no rules, and how many entries of the baseline fit nothing any more.
    """
    choices = settings.choices
    left, notes = less_excused(report)
    unknown = _unknown(names_in(left), "a comment", choices)
    left, more = _less_listed(left, settings)
    left, stale = _less_known(left, choices.baseline)
    return left, [*unknown, *_unknown_listed(settings), *notes, *more, *stale]


def _refuse(names: Sequence[str], choices: Choices) -> None:
    if not names:
        return
    from natocheck import rulebase
    from natocheck.model.facts import kind_of
    from natocheck.rulebase.lookup import all_rules

    found = list(all_rules(rulebase.load(tuple(map(Path, choices.rules)))))
    refuse_unknown(names, [*(rule.id for rule in found), *(kind_of(rule) for rule in found)])


def _unknown(names: Sequence[str], where: str, choices: Choices) -> list[str]:
    """Which names are no rules: what they stand in excuses nothing."""
    try:
        _refuse(names, choices)
    except UsageError as error:
        return [f"in {where}: {error}"]
    return []


def _unknown_listed(settings: InForce) -> list[str]:
    if settings.file is None:
        return []
    names = [each.rule for each in settings.choices.suppress if each.rule]
    return _unknown(names, str(settings.file.path), settings.choices)


def _of_file(document: DocumentReport, own: PerFile) -> DocumentReport:
    """One document by the settings of its file."""
    alone = Report(version="", rules_digest="", rules_facts=0, rules_as_of=document.date)
    found = selected(replace(alone, documents=(document,)), own.select, own.ignore)
    return with_quotes(found, own.quotes or "check").documents[0]


def _less_listed(report: Report, settings: InForce) -> tuple[Report, list[str]]:
    entries = settings.choices.suppress
    if not entries or settings.file is None:
        return report, []
    return less_listed(report, entries, str(settings.file.path), str(settings.folder))


def _less_known(report: Report, baseline: str | None) -> tuple[Report, list[str]]:
    if baseline is None:
        return report, []
    left, stale = less_known(report, read_baseline(Path(baseline)), baseline)
    known = counted(stale, "known finding")
    return left, [f"{baseline}: {known} not found any more; write it again"] if stale else []
