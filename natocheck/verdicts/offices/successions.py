"""Who followed whom in an office, held against the rows of holders."""

import datetime as dt

from natocheck.model.claims import Succeeds, When
from natocheck.model.facts import HolderRow, Office, RuleBase
from natocheck.rulebase.indexes import indexes_of
from natocheck.rulebase.lookup import earliest, periods, sources_of
from natocheck.verdicts import wording
from natocheck.verdicts.offices.words import in_office, title_of
from natocheck.verdicts.outcome import Judgement, Outcome, silent
from natocheck.verdicts.times import agree

_SHORT = dt.timedelta(days=60)


def judge_succeeds(claim: Succeeds, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge who followed whom, over every office in which both have served.

    Right by one office is right; wrong only if wrong by each of them.
    """
    both = {claim.successor, claim.predecessor}
    held = indexes_of(rulebase).offices_held.get(claim.successor, ())
    shared = [o for o in held if both <= {row.person for row in o.rows}]
    offices = [o.id for o in shared if not claim.offices or o.id in claim.offices]
    if not offices and len(claim.offices) == 1:
        offices = list(claim.offices)
    outcomes = [_followed(claim, rulebase, rulebase.offices[o], day) for o in offices]
    for verdict in ("supported", "disputed"):
        found = [o for o in outcomes if o.verdict == verdict]
        if found and (verdict == "supported" or len(found) == len(outcomes)):
            return found[0]
    return silent("no-fact")


def _followed(claim: Succeeds, rulebase: RuleBase, office: Office, day: dt.date) -> Outcome:
    """Acting holders count as predecessors only where the sentence names them."""
    rows = [row for row in office.rows if not row.acting or row.person == claim.predecessor]
    terms = [i for i, row in enumerate(rows) if row.person == claim.successor]
    begun = [i for i in terms if i > 0 and earliest(rows[i].since) <= day]
    if not begun or not _is_covered(office, rows[begun[0] - 1]):
        return silent("not-known", rule=office.id)
    before = sorted({rows[i - 1].person for i in begun})
    if claim.predecessor not in before:
        if any(_skips_a_short_term(claim, rows, i) for i in begun):
            return silent("not-precise-enough", rule=office.id)
        return _wrong_actor(claim, rulebase, office, before)
    row = next(rows[i] for i in reversed(begun) if rows[i - 1].person == claim.predecessor)
    return _at_its_day(claim, rulebase, office, row)


def _skips_a_short_term(claim: Succeeds, rows: list[HolderRow], i: int) -> bool:
    """Whether only somebody of a few weeks or days stood between the two."""
    between = rows[i - 1]
    if i < 2 or between.until is None or rows[i - 2].person != claim.predecessor:
        return False
    return earliest(between.until) - earliest(between.since) < _SHORT


def _is_covered(office: Office, before: HolderRow) -> bool:
    since = office.complete_since
    return since is not None and (before.until is None or earliest(before.until) >= earliest(since))


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
