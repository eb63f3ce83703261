"""How often something took place: "invoked once", "never hosted a summit"."""

import datetime as dt

from natocheck.model.claims import Happened, When
from natocheck.model.facts import Event, Occurrence, RuleBase
from natocheck.rulebase.lookup import earliest, latest, periods, sources_of
from natocheck.verdicts import wording
from natocheck.verdicts.occurrences.compare import (
    identifying,
    same_parties,
    shares_place,
    time_answer,
)
from natocheck.verdicts.outcome import Outcome, decided, silent


def judge_count(claim: Happened, rule: Event, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Count the occurrences that fit the claim's actors and places, up to its time."""
    before = claim.when is not None and claim.when.relation in {"until", "before"}
    rows = _fitting(claim, rule, rulebase, _until(claim, day))
    in_time = [r for r in rows if claim.when is None or before or _is_in(claim.when, r)]
    never = claim.negated and claim.times is None
    if never and in_time:
        told = [row for row in in_time if _is_surely_denied(claim, rule, row)]
        if not told:
            return silent("not-certain", (), rule.id)
        return _outcome(claim, rule, rulebase, told, right=False)
    if not rule.closed or (rule.seen is not None and day > latest(rule.seen)):
        return silent("not-known", (), rule.id)
    if never:
        right = not in_time
        return _outcome(claim, rule, rulebase, in_time, right=right)
    if not rule.countable or claim.times is None:
        return silent("not-countable", (), rule.id)
    right = claim.times.holds(len(in_time)) or (bool(in_time) and claim.times.holds(len(rows)))
    if claim.negated:  # "not more than once" denies the number, not that it took place
        right = not claim.times.holds(len(in_time))
    return _outcome(claim, rule, rulebase, rows if not right else in_time or rows, right=right)


def _until(claim: Happened, day: dt.date) -> dt.date:
    when = claim.ended or claim.when
    if claim.ended is not None and when is not None:
        return min(day, when.period.start - dt.timedelta(days=1))
    if when is not None and when.relation in {"until", "before"}:
        return min(day, when.period.start - dt.timedelta(days=1))
    return day


def _is_in(when: When, row: Occurrence) -> bool:
    if when.relation == "since":
        return earliest(row.date) >= when.period.start
    return time_answer(when, row) != "no"


def _fitting(claim: Happened, rule: Event, rulebase: RuleBase, day: dt.date) -> list[Occurrence]:
    rows = [row for row in rule.rows if earliest(row.date) <= day]
    for slot in ("actors", "targets"):
        claimed = getattr(claim, slot)
        rows = [r for r in rows if _is_theirs(claimed, getattr(r, slot), rule, r, rulebase)]
    if claim.places:
        rows = [row for row in rows if shares_place(claim, row, rulebase)]
    return rows


def _is_surely_denied(claim: Happened, rule: Event, row: Occurrence) -> bool:
    """Whether "never" denies this occurrence: it is told which, or all of them are counted, and
    the record says of the occurrence itself whose it was, where the claim does."""
    told = rule.countable or claim.actors or claim.targets or claim.places or claim.when
    theirs = (row.actors or not claim.actors) and (row.targets or not claim.targets)
    return bool(told) and bool(theirs)


def _is_theirs(
    claimed: tuple[str, ...], recorded: list[str], rule: Event, row: Occurrence, rulebase: RuleBase
) -> bool:
    """Whether an occurrence is of the claimed parties; those of the rule need no row to say so."""
    if not recorded:
        return set(claimed) <= identifying(rule)
    return same_parties(claimed, recorded, row, rulebase)


def _outcome(
    claim: Happened, rule: Event, rulebase: RuleBase, rows: list[Occurrence], *, right: bool
) -> Outcome:
    days = "; ".join(wording.periods(periods(row.date)) for row in rows)
    recorded = f"{rule.statement}: {len(rows)}" + (f" ({days})" if rows else "")
    claimed = "never" if claim.negated else ""
    if claim.times is not None:
        claimed = f"{'not: ' if claim.negated else ''}{wording.interval(claim.times)} times"
    return decided(
        right,
        "wrong-count",
        rule=rule.id,
        claimed=claimed,
        recorded=recorded,
        working=(f"occurrences counted: {len(rows)}",),
        sources=sources_of(rulebase, rule),
    )
