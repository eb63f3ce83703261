"""What of a run's findings counts, as the options say."""

from collections.abc import Sequence
from pathlib import Path

from natocheck.cli.messages import say
from natocheck.cli.options import Quoted
from natocheck.model.errors import UsageError
from natocheck.model.report import Report
from natocheck.reports.alerts import alerts, message
from natocheck.reports.wording import counted
from natocheck.triage import refuse_unknown, selected, with_fingerprints, with_quotes
from natocheck.triage.baseline import Baseline, less_known
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


def tell_unknown_rules(report: Report, folders: tuple[Path, ...]) -> None:
    """Say which rules that comments name are none: such a comment excuses nothing."""
    try:
        refuse_unknown_rules(names_in(report), folders)
    except UsageError as error:
        say(f"in a comment: {error}")


def refuse_unknown_rules(names: Sequence[str], folders: tuple[Path, ...]) -> None:
    """Raise UsageError for a name that is neither a rule nor a kind of the rule base."""
    if not names:
        return
    from natocheck import rulebase
    from natocheck.model.facts import kind_of
    from natocheck.rulebase.lookup import all_rules

    found = list(all_rules(rulebase.load(folders)))
    refuse_unknown(names, [*(rule.id for rule in found), *(kind_of(rule) for rule in found)])


def triaged(
    report: Report,
    select: Sequence[str],
    ignore: Sequence[str],
    quotes: Quoted,
    known: Baseline | None,
    where: str,
) -> Report:
    """The report with what counts, each finding with its fingerprint.

    Comments that excuse nothing, and how many entries of the baseline fit nothing any more, are
    said on standard error.
    """
    chosen = with_quotes(selected(with_fingerprints(report), select, ignore), quotes.value)
    chosen, notes = less_excused(chosen)
    for note in notes:
        say(note)
    if known is None:
        return chosen
    left, stale = less_known(chosen, known, where)
    if stale:
        say(f"{where}: {counted(stale, 'known finding')} not found any more; write it again")
    return left
