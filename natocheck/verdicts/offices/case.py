"""One claim of office against one line of offices, and the outcomes that it can have."""

import datetime as dt
from dataclasses import dataclass

from natocheck.model.claims import Holds
from natocheck.model.facts import HolderRow, Office, RuleBase
from natocheck.model.values import Period
from natocheck.rulebase.lookup import earliest, latest, periods, sources_of
from natocheck.verdicts import wording
from natocheck.verdicts.offices.lines import Line
from natocheck.verdicts.offices.words import in_office, term_of, title_of
from natocheck.verdicts.outcome import Outcome, silent

# A year written wrongly lies near the right one; an earlier term would lie further back.
_SLIP = dt.timedelta(days=3 * 366)
_MONTH = dt.timedelta(days=31)
# Who is named here will take office so soon that the text may run ahead of it.
_SOON = dt.timedelta(days=60)


@dataclass(frozen=True)
class Case:
    """A claim as it reads for one of the lines of offices that its title may mean."""

    rulebase: RuleBase
    line: Line
    claim: Holds
    day: dt.date

    def terms(self) -> list[HolderRow]:
        """The terms of the person that had begun by the day of judging."""
        own = self.line.terms_of(self.claim.person)
        return [row for row in own if earliest(row.since) <= self.day]

    @property
    def office(self) -> Office:
        """The part of the line that speaks of the person, else the newest."""
        own = self.terms()
        return self.line.office_of(own[-1]) if own else self.line.newest

    def is_known(self, days: Period) -> bool:
        """Whether no term of the person that includes these days can be missing."""
        clipped = Period(days.start, max(days.start, min(days.end, self.day)), "range")
        return self.line.covers(clipped) or any(
            days.start >= earliest(part.complete_since or part.rows[0].since) - _SLIP
            for part in self.line.parts
            if any(row.person == self.claim.person for row in part.rows)
        )

    def person(self, row: HolderRow) -> str:
        """The name of a term's holder."""
        return wording.name(self.rulebase, row.person)

    def title(self) -> str:
        """The office in words."""
        return title_of(self.rulebase, self.office)


def supported(case: Case, row: HolderRow) -> Outcome:
    """Right by this term."""
    office = case.line.office_of(row)
    return Outcome(
        verdict="supported",
        reason="agrees",
        rule=office.id,
        claimed=f"{wording.name(case.rulebase, case.claim.person)} as {case.title()}",
        recorded=_recorded(case, row),
        working=(f"judged on {wording.day(case.day)}",),
        sources=sources_of(case.rulebase, row) or sources_of(case.rulebase, office),
    )


def disputed(
    case: Case,
    row: HolderRow,
    reason: str,
    claimed: str,
    working: tuple[str, ...] = (),
    correction: str | None = None,
) -> Outcome:
    """Wrong by this term."""
    recorded, office = _recorded(case, row), case.line.office_of(row)
    return Outcome(
        verdict="disputed",
        reason=reason,
        rule=office.id,
        claimed=claimed,
        recorded=recorded,
        working=working or (f"judged on {wording.day(case.day)}",),
        correction=correction or recorded,
        sources=sources_of(case.rulebase, row) or sources_of(case.rulebase, office),
    )


def _recorded(case: Case, row: HolderRow) -> str:
    title = title_of(case.rulebase, case.line.office_of(row))
    return f"{case.person(row)}, {title}, {in_office(row)}"


def wrong_day(case: Case, row: HolderRow, starts: bool) -> Outcome:
    """The term began or ended on another day than was said."""
    person = case.person(row)
    verb = "took office" if starts else "left office"
    stamps = wording.periods(periods(row.since if starts else row.until))
    return disputed(
        case,
        row,
        "wrong-date",
        f"{person} {verb} {wording.when(case.claim.when)}",
        (f"{verb}: {stamps}",),
        f"{person} {verb} as {case.title()} on {stamps}",
    )


def wrong_person(case: Case, holders: tuple[HolderRow, ...], days: Period) -> Outcome:
    """Others held the office in those days."""
    past = [row for row in case.terms() if row.until is not None and latest(row.until) <= case.day]
    right = " and ".join(f"{case.person(row)}, {in_office(row)}" for row in holders)
    person, office = wording.name(case.rulebase, case.claim.person), case.line.office_of(holders[0])
    title = title_of(case.rulebase, office)
    working = [f"judged on {wording.period(days)}"]
    working += [f"{person}: {in_office(row)}" for row in past]
    return Outcome(
        verdict="disputed",
        reason="outdated" if past else "wrong-actor",
        rule=office.id,
        claimed=f"{person} as {title}",
        recorded=right,
        working=tuple(working),
        correction=f"{title} on {wording.period(days)}: {right}",
        sources=sources_of(case.rulebase, holders[0]) or sources_of(case.rulebase, office),
    )


def never(case: Case, days: Period) -> Outcome:
    """A term claimed for these days of someone who never held the office: wrong if all who
    held it then are on record."""
    until_now = Period(days.start, min(days.end, case.day), days.grain, days.text)
    coming = any(
        case.day < earliest(row.since) <= case.day + _SOON
        for row in case.line.terms_of(case.claim.person)
    )
    if coming or days.start > case.day or not _is_on_record(case.line, until_now):
        return silent("not-known", rule=case.office.id)
    holders = case.line.holders_in(until_now)
    return wrong_person(case, holders, until_now) if holders else silent("not-known")


def _is_on_record(line: Line, days: Period) -> bool:
    """Whether nobody else can have been in office then; within a month nobody comes and goes."""
    edges = (days.start, days.end) if days.end - days.start <= _MONTH else ()
    return line.covers(days) or any(line.covers(Period(day, day, "day")) for day in edges)


def last_known(case: Case) -> str:
    """The last holder on record, in words."""
    row = case.line.rows[-1]
    return f"last known: {case.person(row)}, {term_of(row)}"
