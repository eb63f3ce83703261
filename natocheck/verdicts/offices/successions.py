"""Who followed whom in an office, held against the rows of holders."""

import datetime as dt

from natocheck.model.claims import Succeeds, When
from natocheck.model.facts import HolderRow, Office, RuleBase
from natocheck.rulebase.indexes import indexes_of
from natocheck.rulebase.lookup import earliest, latest, periods, sources_of
from natocheck.verdicts import wording
from natocheck.verdicts.offices.lines import Line, lines_of
from natocheck.verdicts.offices.words import in_office, title_of
from natocheck.verdicts.outcome import Judgement, Outcome, silent
from natocheck.verdicts.times import agree

_DAYS = dt.timedelta(days=2)
_SHORT = dt.timedelta(days=60)


def judge_succeeds(claim: Succeeds, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge who followed whom, over every office in which both have served.

    Right by one office is right; wrong only if wrong by each of them.
    """
    both = {claim.successor, claim.predecessor}
    held = indexes_of(rulebase).offices_held.get(claim.successor, ())
    shared = [o for o in held if both <= {row.person for row in o.rows}]
    lines = lines_of(rulebase, claim.offices or tuple(office.id for office in shared))
    fitting = [line for line in lines if both <= {row.person for row in line.rows}]
    if not fitting:
        fitting = list(lines) if len(lines) == 1 else _left_by(claim.predecessor, lines)
    outcomes = [_followed(claim, rulebase, line, day) for line in fitting]
    for verdict in ("supported", "disputed"):
        found = [o for o in outcomes if o.verdict == verdict]
        if found and (verdict == "supported" or len(found) == len(outcomes)):
            return found[0]
    return silent("no-fact")


def _left_by(predecessor: str, lines: tuple[Line, ...]) -> list[Line]:
    """The one office of several that its predecessor has held: the one that is meant."""
    held = [line for line in lines if line.terms_of(predecessor)]
    return held if len(held) == 1 else []


def _followed(claim: Succeeds, rulebase: RuleBase, line: Line, day: dt.date) -> Outcome:
    """Acting holders count only where the sentence names them."""
    named = {claim.successor, claim.predecessor}
    rows = [row for row in line.rows if not row.acting or row.person in named]
    terms = [i for i, row in enumerate(rows) if row.person == claim.successor]
    begun = [i for i in terms if i > 0 and earliest(rows[i].since) <= day]
    if not terms:
        return _never_came(claim, rulebase, line, rows, day)
    office = line.office_of(rows[terms[-1]])
    if not begun or not _is_covered(line, rows[begun[0] - 1], rows[begun[0]]):
        return silent("not-known", rule=office.id)
    before = sorted({rows[i - 1].person for i in begun})
    if claim.predecessor not in before:
        if any(_skips_a_short_term(claim, rows, i) for i in begun):
            return silent("not-precise-enough", rule=office.id)
        return _wrong_actor(claim, rulebase, office, before)
    row = next(rows[i] for i in reversed(begun) if rows[i - 1].person == claim.predecessor)
    return _at_its_day(claim, rulebase, office, row)


def _never_came(
    claim: Succeeds, rulebase: RuleBase, line: Line, rows: list[HolderRow], day: dt.date
) -> Outcome:
    """Somebody who never held the office cannot have followed a holder whom others did."""
    left = [i for i, row in enumerate(rows[:-1]) if row.person == claim.predecessor]
    known = [i for i in left if earliest(rows[i + 1].since) <= day]
    if not known or known != left or not all(_adjoin(rows[i], rows[i + 1]) for i in known):
        return silent("not-known", rule=line.newest.id)
    after = sorted({rows[i + 1].person for i in known})
    office = line.office_of(rows[known[-1]])
    recorded = (
        f"{title_of(rulebase, office)}: {wording.names(rulebase, after)} followed "
        f"{wording.name(rulebase, claim.predecessor)}"
    )
    return _outcome(claim, rulebase, office, "disputed", "wrong-actor", recorded)


def _adjoin(before: HolderRow, after: HolderRow) -> bool:
    """Whether one term ended as the other began, so that nobody came between."""
    return before.until is not None and earliest(after.since) - latest(before.until) <= _DAYS


def _skips_a_short_term(claim: Succeeds, rows: list[HolderRow], i: int) -> bool:
    """Whether only somebody of a few weeks or days stood between the two."""
    between = rows[i - 1]
    if i < 2 or between.until is None or rows[i - 2].person != claim.predecessor:
        return False
    return earliest(between.until) - earliest(between.since) < _SHORT


def _is_covered(line: Line, before: HolderRow, after: HolderRow) -> bool:
    """Whether nobody can have been in office between these two."""
    return _adjoin(before, after) or any(
        before.until is None or earliest(before.until) >= earliest(part.complete_since)
        for part in line.parts
        if part.complete_since is not None
    )


def _at_its_day(claim: Succeeds, rulebase: RuleBase, office: Office, row: HolderRow) -> Outcome:
    answer = "yes" if claim.when is None else agree(_as_point(claim.when), periods(row.since))
    if answer == "edge":
        return silent("not-precise-enough", rule=office.id)
    person = wording.name(rulebase, row.person)
    right = answer == "yes"
    return _outcome(
        claim,
        rulebase,
        office,
        "supported" if right else "disputed",
        "agrees" if right else "wrong-date",
        f"{person}, {title_of(rulebase, office)}, {in_office(row)}",
    )


def _as_point(when: When) -> When:
    return When(when.period, "in") if when.relation == "since" else when


def _wrong_actor(claim: Succeeds, rulebase: RuleBase, office: Office, before: list[str]) -> Outcome:
    successor = wording.name(rulebase, claim.successor)
    recorded = (
        f"{title_of(rulebase, office)}: {successor} followed {wording.names(rulebase, before)}"
    )
    return _outcome(claim, rulebase, office, "disputed", "wrong-actor", recorded)


def _outcome(
    claim: Succeeds,
    rulebase: RuleBase,
    office: Office,
    verdict: Judgement,
    reason: str,
    recorded: str,
) -> Outcome:
    pair = f"{wording.name(rulebase, claim.successor)} after "
    pair += wording.name(rulebase, claim.predecessor)
    return Outcome(
        verdict=verdict,
        reason=reason,
        rule=office.id,
        claimed=f"{pair}, {wording.when(claim.when)}" if claim.when is not None else pair,
        recorded=recorded,
        correction=recorded,
        sources=sources_of(rulebase, office),
    )
