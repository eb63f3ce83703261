"""What of a run's findings counts, as the options say."""

from collections.abc import Sequence
from pathlib import Path

from natocheck.cli.messages import say
from natocheck.cli.options import Quoted
from natocheck.model.report import Report
from natocheck.reports.wording import counted
from natocheck.triage import refuse_unknown, selected, with_fingerprints, with_quotes
from natocheck.triage.baseline import Baseline, less_known


def refuse_unknown_rules(names: Sequence[str], folders: tuple[Path, ...]) -> None:
    """Raise UsageError for a name that is neither a rule nor a kind of the rule base."""
    if not names:
        return
    from natocheck import rulebase
    from natocheck.rulebase.lookup import all_rules

    found = list(all_rules(rulebase.load(folders)))
    refuse_unknown(names, [*(rule.id for rule in found), *(kind_of(rule) for rule in found)])


def kind_of(rule: object) -> str:
    """The kind that a rule's entry declares, which is the lower-case name of its class."""
    return type(rule).__name__.lower()


def triaged(
    report: Report,
    select: Sequence[str],
    ignore: Sequence[str],
    quotes: Quoted,
    known: Baseline | None,
    where: str,
) -> Report:
    """The report with what counts, each finding with its fingerprint.

    How many entries of the baseline fit nothing any more is said on standard error.
    """
    chosen = with_quotes(selected(with_fingerprints(report), select, ignore), quotes.value)
    if known is None:
        return chosen
    left, stale = less_known(chosen, known, where)
    if stale:
        say(f"{where}: {counted(stale, 'known finding')} not found any more; write it again")
    return left
