"""Claims of office held against the terms that the rule base knows."""

import datetime as dt
from dataclasses import dataclass

from natocheck.model.claims import Holds, Succeeds, When
from natocheck.model.facts import HolderRow, Office, RuleBase
from natocheck.model.values import Period
from natocheck.rulebase.lookup import earliest, holders_on, latest, periods, sources_of
from natocheck.verdicts import wording
from natocheck.verdicts.outcome import Outcome, silent
from natocheck.verdicts.times import agree


@dataclass(frozen=True)
class _Case:
    rulebase: RuleBase
    office: Office
    claim: Holds
    day: dt.date

    def terms(self) -> list[HolderRow]:
        """The terms of the person that had begun by the day of judging."""
        return [
            row
            for row in self.office.rows
            if row.person == self.claim.person and earliest(row.since) <= self.day
        ]


def judge_holds(claim: Holds, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge a claim over every office that its title may mean.

    Any office by which it is right supports it; it is disputed only if it is wrong by
    every office that it may mean and at least one of them was once the person's, or if
    the title means one office alone.
    """
    cases = [_Case(rulebase, rulebase.offices[o], claim, day) for o in claim.offices]
    outcomes = [_judge(case) for case in cases]
    supported = [o for o in outcomes if o.verdict == "supported"]
    if supported:
        return supported[0]
    held = [o for o, case in zip(outcomes, cases, strict=True) if case.terms()]
    if len(cases) > 1 and not held:
        return silent("unclear-office")
    weighed = held or outcomes
    disputed = [o for o in weighed if o.verdict == "disputed"]
    return disputed[0] if disputed and len(disputed) == len(weighed) else silent("not-known")


def _judge(case: _Case) -> Outcome:
    claim = case.claim
    if claim.mode in {"starts", "ends"} and claim.when is not None:
        return _turning_point(case)
    if claim.mode == "starts":
        return _supported(case, case.terms()[-1]) if case.terms() else silent("not-known")
    if claim.mode == "former":
        return _former(case)
    if claim.mode == "future":
        return silent("planned")
    if claim.when is not None:
        return _at_a_time(case)
    return _now(case, case.day)


def _now(case: _Case, day: dt.date) -> Outcome:
    holders = holders_on(case.rulebase, case.office.id, day)
    own = [row for row in holders if row.person == case.claim.person]
    if own:
        return _supported(case, own[0])
    if not holders or not _is_covered(case.office, day):
        return silent("not-known", (_last_known(case),), case.office.id)
    return _wrong_person(case, holders, day)


def _is_covered(office: Office, day: dt.date) -> bool:
    if office.complete_since is None:
        return False
    return day >= earliest(office.complete_since)


def _last_known(case: _Case) -> str:
    row = case.office.rows[-1]
    return f"last known: {wording.name(case.rulebase, row.person)}, {_term(row)}"


def _term(row: HolderRow) -> str:
    since = wording.periods(periods(row.since))
    if row.until is not None:
        return f"{since} to {wording.periods(periods(row.until))}"
    return f"since {since}"


def _supported(case: _Case, row: HolderRow) -> Outcome:
    holder = wording.name(case.rulebase, row.person)
    return Outcome(
        verdict="supported",
        reason="agrees",
        rule=case.office.id,
        claimed=f"{holder} as {_title(case)}",
        recorded=f"{holder}, {_title(case)}, {_in_office(row)}",
        working=(f"judged on {wording.day(case.day)}",),
        sources=sources_of(case.rulebase, row) or sources_of(case.rulebase, case.office),
    )


def _in_office(row: HolderRow) -> str:
    return f"in office {_term(row)}" if row.until is None else f"in office from {_term(row)}"


def _title(case: _Case) -> str:
    title = case.office.full_titles[0] if case.office.full_titles else case.office.titles[0]
    owner = wording.name(case.rulebase, case.office.of)
    if case.office.full_titles or owner in title:
        return title
    return f"{title[:1].upper()}{title[1:]} ({owner})"


def _wrong_person(case: _Case, holders: tuple[HolderRow, ...], day: dt.date) -> Outcome:
    past = [row for row in case.terms() if row.until is not None and latest(row.until) <= case.day]
    right = " and ".join(
        f"{wording.name(case.rulebase, row.person)}, {_in_office(row)}" for row in holders
    )
    person = wording.name(case.rulebase, case.claim.person)
    working = [f"judged on {wording.day(day)}"]
    working += [f"{person}: {_in_office(row)}" for row in past]
    return Outcome(
        verdict="disputed",
        reason="outdated" if past else "wrong-actor",
        rule=case.office.id,
        claimed=f"{person} as {_title(case)}",
        recorded=right,
        working=tuple(working),
        correction=f"{_title(case)} on {wording.day(day)}: {right}",
        sources=sources_of(case.rulebase, holders[0]) or sources_of(case.rulebase, case.office),
    )


def _at_a_time(case: _Case) -> Outcome:
    """Right if the person held the office at the time named, or holds it now."""
    assert case.claim.when is not None
    named = case.claim.when.period
    for row in case.terms():
        held = Period(earliest(row.since), _end(row, case.day), "range")
        if held.overlaps(named):
            return _supported(case, row)
    today = _now(case, case.day)
    if today.verdict == "supported":
        return today
    there = _now(case, named.end)
    return (
        there
        if there.verdict == "disputed" and today.verdict == "disputed"
        else silent("not-known")
    )


def _end(row: HolderRow, day: dt.date) -> dt.date:
    return latest(row.until) if row.until is not None else day


def _former(case: _Case) -> Outcome:
    terms = case.terms()
    ended = [row for row in terms if row.until is not None and earliest(row.until) <= case.day]
    if ended:
        return _supported(case, ended[-1])
    return silent("not-known")


def _turning_point(case: _Case) -> Outcome:
    """ "Since", "became … in", "left in": the day on which a term began or ended."""
    assert case.claim.when is not None
    starts = case.claim.mode == "starts"
    terms = [row for row in case.terms() if starts or row.until is not None]
    if not terms:
        if starts and _is_covered(case.office, case.claim.when.period.start):
            holders = holders_on(case.rulebase, case.office.id, case.day)
            return _wrong_person(case, holders, case.day) if holders else silent("not-known")
        return silent("not-known")
    answers = [
        agree(_as_point(case.claim.when), periods(row.since if starts else row.until))
        for row in terms
    ]
    if "yes" in answers:
        return _supported(case, terms[answers.index("yes")])
    if "edge" in answers:
        return silent("not-precise-enough")
    return _wrong_day(case, terms[-1], starts)


def _as_point(when: When) -> When:
    return When(when.period, "in") if when.relation == "since" else when


def _wrong_day(case: _Case, row: HolderRow, starts: bool) -> Outcome:
    person = wording.name(case.rulebase, row.person)
    verb = "took office" if starts else "left office"
    stamps = periods(row.since if starts else row.until)
    return Outcome(
        verdict="disputed",
        reason="wrong-date",
        rule=case.office.id,
        claimed=f"{person} {verb} {wording.when(case.claim.when)}",
        recorded=f"{person}, {_title(case)}, {_in_office(row)}",
        working=(f"{verb}: {wording.periods(stamps)}",),
        correction=f"{person} {verb} as {_title(case)} on {wording.periods(stamps)}",
        sources=sources_of(case.rulebase, row) or sources_of(case.rulebase, case.office),
    )


def judge_succeeds(claim: Succeeds, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge who followed whom, over every office in which the successor served."""
    offices = claim.offices or tuple(
        office.id
        for office in rulebase.offices.values()
        if any(row.person == claim.successor for row in office.rows)
        and any(row.person == claim.predecessor for row in office.rows)
    )
    outcomes = [_followed(claim, rulebase, rulebase.offices[o], day) for o in offices]
    for verdict in ("supported", "disputed"):
        found = [o for o in outcomes if o.verdict == verdict]
        if found and (verdict == "supported" or len(found) == len(outcomes)):
            return found[0]
    return silent("no-fact")


def _followed(claim: Succeeds, rulebase: RuleBase, office: Office, day: dt.date) -> Outcome:
    rows = [row for row in office.rows if not row.acting or row.person == claim.predecessor]
    terms = [i for i, row in enumerate(rows) if row.person == claim.successor]
    begun = [i for i in terms if earliest(rows[i].since) <= day]
    if not begun or begun[0] == 0 or not _is_covered(office, earliest(rows[begun[0]].since)):
        return silent("not-known")
    case = _Case(rulebase, office, Holds(person=claim.successor, offices=(office.id,)), day)
    before = {rows[i - 1].person for i in begun if i}
    row = rows[begun[-1]]
    if claim.predecessor not in before:
        right = wording.names(rulebase, sorted(before))
        return Outcome(
            verdict="disputed",
            reason="wrong-actor",
            rule=office.id,
            claimed=f"{wording.name(rulebase, claim.successor)} after "
            f"{wording.name(rulebase, claim.predecessor)}",
            recorded=f"{wording.name(rulebase, claim.successor)} after {right}",
            correction=f"{_title(case)}: {wording.name(rulebase, claim.successor)} followed {right}",
            sources=sources_of(rulebase, office),
        )
    if claim.when is not None and agree(_as_point(claim.when), periods(row.since)) == "no":
        return _wrong_day(
            _Case(
                rulebase,
                office,
                Holds(person=claim.successor, offices=(office.id,), when=claim.when),
                day,
            ),
            row,
            True,
        )
    return _supported(case, row)
