"""Statements about rows of office-holders: their order, number, nation and time so far."""

import datetime as dt

from natocheck.model.claims import ComesFrom, Elapsed, Ranks, Supplied
from natocheck.model.facts import HolderRow, Office, RuleBase
from natocheck.model.values import Period
from natocheck.rulebase.indexes import indexes_of
from natocheck.rulebase.lookup import earliest, holders_on, periods, sources_of
from natocheck.verdicts import wording
from natocheck.verdicts.offices.words import in_office, title_of
from natocheck.verdicts.outcome import Judgement, Outcome, decided, silent


def judge_ranks(claim: Ranks, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge which in the row of holders a person is, over the offices that are meant."""
    offices = [rulebase.offices[o] for o in claim.offices]
    held = [office for office in offices if _has_held(office, claim.person)]
    if not held and len(offices) == 1 and claim.nation is None:
        return _taken_place(claim, rulebase, offices[0], day)
    return _clearest([_ranked(claim, rulebase, office, day) for office in held])


def _taken_place(claim: Ranks, rulebase: RuleBase, office: Office, day: dt.date) -> Outcome:
    """The number of somebody who is not on record: wrong if another had it by ``day``."""
    begun = [row for row in office.rows if earliest(row.since) <= day]
    known = [row for row in begun if row.number == claim.number]
    if len(known) != 1:
        return silent("not-known", rule=office.id)
    holder = wording.name(rulebase, known[0].person)
    recorded = f"{title_of(rulebase, office)} number {claim.number}: {holder}"
    return Outcome(
        verdict="disputed",
        reason="wrong-actor",
        rule=office.id,
        claimed=f"{wording.name(rulebase, claim.person)}: number {claim.number}",
        recorded=recorded,
        correction=recorded,
        sources=sources_of(rulebase, known[0]) or sources_of(rulebase, office),
    )


def _clearest(outcomes: list[Outcome]) -> Outcome:
    """Any that supports; a dispute only if no reading is left open."""
    for outcome in outcomes:
        if outcome.verdict == "supported":
            return outcome
    judged = [outcome for outcome in outcomes if outcome.verdict == "disputed"]
    return judged[0] if judged and len(judged) == len(outcomes) else silent("not-known")


def _ranked(claim: Ranks, rulebase: RuleBase, office: Office, day: dt.date) -> Outcome:
    person = wording.name(rulebase, claim.person)
    numbers = _numbers(claim, rulebase, office, day)
    if not numbers:
        return silent("not-known", rule=office.id)
    among = f" from {wording.name(rulebase, claim.nation)}" if claim.nation else ""
    recorded = (
        f"{person}: number {' and '.join(map(str, numbers))}{among}, {title_of(rulebase, office)}"
    )
    right = claim.number in numbers
    return decided(
        right,
        "wrong-count",
        rule=office.id,
        claimed=f"{person}: number {claim.number}{among}",
        recorded=recorded,
        working=_listed(rulebase, office, claim.nation, day),
        sources=sources_of(rulebase, office),
    )


def _numbers(claim: Ranks, rulebase: RuleBase, office: Office, day: dt.date) -> list[int]:
    """The person's possible places: by the office's own count, or among compatriots."""
    if claim.nation is None:
        rows = [row for row in office.rows if row.person == claim.person]
        begun = [row for row in rows if earliest(row.since) <= day]
        return [row.number for row in begun if row.number is not None]
    found = _compatriots(rulebase, office, claim.nation, day)
    return [found.index(claim.person) + 1] if found and claim.person in found else []


def _compatriots(rulebase: RuleBase, office: Office, nation: str, day: dt.date) -> list[str] | None:
    """All holders from a country in order, or None where the row may lack some."""
    if not office.rows or office.rows[0].number != 1 or office.complete_since is None:
        return None
    persons: list[str] = []
    for row in office.rows:
        begun = earliest(row.since) <= day and not row.acting
        if begun and row.person not in persons and _nation(rulebase, row.person) == nation:
            persons.append(row.person)
    return persons


def _nation(rulebase: RuleBase, person: str) -> str | None:
    actor = rulebase.actors.get(person)
    return actor.nationality if actor is not None else None


def _listed(
    rulebase: RuleBase, office: Office, nation: str | None, day: dt.date
) -> tuple[str, ...]:
    found = _compatriots(rulebase, office, nation, day) if nation else None
    return (wording.names(rulebase, found),) if found else ()


def judge_supplied(claim: Supplied, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge how many holders a country has had by ``day``, or before one of them."""
    return _clearest([_supplied(claim, rulebase, rulebase.offices[o], day) for o in claim.offices])


def _supplied(claim: Supplied, rulebase: RuleBase, office: Office, day: dt.date) -> Outcome:
    end = day if claim.before is None else _day_before(office, claim.before)
    found = _compatriots(rulebase, office, claim.nation, end) if end is not None else None
    if found is None:
        return silent("not-known", rule=office.id)
    right = claim.number.holds(float(len(found)))
    country = wording.name(rulebase, claim.nation)
    recorded = f"{country}: {len(found)} ({wording.names(rulebase, found)})"
    verdict: Judgement = "supported" if right else "disputed"
    return Outcome(
        verdict=verdict,
        reason="agrees" if right else "wrong-count",
        rule=office.id,
        claimed=f"{country}: {wording.interval(claim.number)}",
        recorded=recorded,
        correction=f"{title_of(rulebase, office)}, holders from {recorded}",
        sources=sources_of(rulebase, office),
    )


def _day_before(office: Office, person: str) -> dt.date | None:
    begun = [earliest(row.since) for row in office.rows if row.person == person]
    return min(begun) - dt.timedelta(days=1) if begun else None


def judge_elapsed(claim: Elapsed, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge how long a present term has run; right for any office that may be meant."""
    outcomes = [_elapsed(claim, rulebase, rulebase.offices[o], day) for o in claim.offices]
    return _clearest(outcomes)


def _elapsed(claim: Elapsed, rulebase: RuleBase, office: Office, day: dt.date) -> Outcome:
    running = [row for row in holders_on(rulebase, office.id, day) if row.person == claim.person]
    if not running:
        return silent("not-known", rule=office.id)
    row = running[-1]
    days = [(day - edge).days for period in periods(row.since) for edge in _edges(period)]
    right = any(claim.days.holds(float(number)) for number in days)
    far = all(not _nearly(claim, number) for number in days)
    if not right and not far:
        return silent("not-precise-enough", rule=office.id)
    return _of_row(rulebase, office, row, claim, right, min(days))


def _edges(period: Period) -> tuple[dt.date, ...]:
    return (period.start, period.end)


def _nearly(claim: Elapsed, days: int) -> bool:
    """Whether a term comes within half of what was said: people round such spans."""
    return claim.days.low * 0.5 <= days <= claim.days.high * 1.5


def _of_row(
    rulebase: RuleBase, office: Office, row: HolderRow, claim: Elapsed, right: bool, days: int
) -> Outcome:
    person = wording.name(rulebase, row.person)
    recorded = f"{person}, {title_of(rulebase, office)}, {in_office(row)}"
    return decided(
        right,
        "wrong-date",
        rule=office.id,
        claimed=f"{person} in office for {wording.interval(claim.days)} days",
        recorded=recorded,
        working=(f"in office for {days} days",),
        sources=sources_of(rulebase, row) or sources_of(rulebase, office),
    )


def judge_comes_from(claim: ComesFrom, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge a person's nationality; the office that the person held gives the sources."""
    del day
    nation = _nation(rulebase, claim.person)
    held = indexes_of(rulebase).offices_held.get(claim.person, ())
    if nation is None or not held:
        return silent("no-fact")
    person, right = wording.name(rulebase, claim.person), nation == claim.nation
    recorded = f"{person}: {wording.name(rulebase, nation)}"
    return decided(
        right,
        "wrong-actor",
        rule=held[0].id,
        claimed=f"{person}: {wording.name(rulebase, claim.nation)}",
        recorded=recorded,
        sources=sources_of(rulebase, held[0]),
    )


def _has_held(office: Office, person: str) -> bool:
    return any(row.person == person for row in office.rows)
