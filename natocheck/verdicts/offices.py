"""Claims of office held against the terms that the rule base knows."""

import datetime as dt
from dataclasses import dataclass

from natocheck.model.claims import Holds, When
from natocheck.model.facts import HolderRow, Office, RuleBase
from natocheck.model.values import Interval, Period
from natocheck.rulebase.lookup import earliest, holders_on, latest, periods, sources_of, term_end
from natocheck.verdicts import wording
from natocheck.verdicts.office_wording import in_office, term_of, title_of
from natocheck.verdicts.outcome import Outcome, silent
from natocheck.verdicts.times import agree

# A year written wrongly lies near the right one; an earlier term would lie further back.
_SLIP = dt.timedelta(days=3 * 366)
_LEAD = dt.timedelta(days=400)
_NOTICE = dt.timedelta(days=300)
_JUST_LEFT = dt.timedelta(days=14)
_LONG_BEFORE = dt.timedelta(days=800)
# Nobody who has just left an office is back in it so soon after the record ends.
_OLD = dt.timedelta(days=60)


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
    if not disputed or len(disputed) < len(weighed) or claim.loose:
        return silent("not-known")
    return disputed[0]


def _judge(case: _Case) -> Outcome:
    claim = case.claim
    if claim.negated:
        return _denied(case)
    if claim.mode == "future":
        return silent("planned")
    outcome = _by_mode(case)
    return outcome if claim.lasted is None else _lasting(case, claim.lasted, outcome)


def _by_mode(case: _Case) -> Outcome:
    claim = case.claim
    if claim.mode == "chosen":
        return _chosen(case)
    if claim.mode in {"starts", "ends"} and claim.when is not None:
        return _turning_point(case)
    if claim.mode in {"starts", "once"}:
        return _supported(case, case.terms()[-1]) if case.terms() else silent("not-known")
    if claim.mode in {"former", "ends"}:
        return _former(case)
    if claim.mode == "running":
        return _still(case)
    if claim.when is not None and claim.when.period.start <= case.day:
        return _at_a_time(case)
    return _now(case, case.day)


def _still(case: _Case) -> Outcome:
    """That a term has not ended can only be wrong: when it began is judged on its own."""
    outcome = _now(case, case.day)
    return outcome if outcome.verdict == "disputed" else silent("begin-decides")


def _denied(case: _Case) -> Outcome:
    """ "Is not", "is no longer", "never was": wrong of a holder, right if another is known."""
    if case.claim.mode == "former":
        return _wrongly_denied(case, case.terms()[-1]) if case.terms() else silent("not-known")
    holders = holders_on(case.rulebase, case.office.id, case.day)
    own = [row for row in holders if row.person == case.claim.person]
    if not holders or (own and len(holders) > 1):
        return silent("not-known")
    return _wrongly_denied(case, own[0]) if own else _supported(case, holders[0])


def _wrongly_denied(case: _Case, row: HolderRow) -> Outcome:
    return _disputed(case, row, "wrong-actor", f"{_person(case, row)} is not {_title(case)}")


def _now(case: _Case, day: dt.date) -> Outcome:
    holders = holders_on(case.rulebase, case.office.id, day)
    own = [row for row in holders if row.person == case.claim.person]
    if own:
        return _supported(case, own[0])
    if case.claim.elsewhen and case.terms():
        return silent("time-not-clear", rule=case.office.id)
    if _has_just_left(case, day):
        return silent("just-left", (_last_known(case),), case.office.id)
    if not holders and (after := _lately_followed(case, day)):
        return _wrong_person(case, after, day)
    if not holders or not _is_covered(case.office, day):
        return silent("not-known", (_last_known(case),), case.office.id)
    return _wrong_person(case, holders, day)


def _has_just_left(case: _Case, day: dt.date) -> bool:
    """Whether the person's term ended so few days ago that the text may still be of it."""
    ends = [latest(row.until) for row in case.terms() if row.until is not None]
    return any(end <= day <= end + _JUST_LEFT for end in ends)


def _lately_followed(case: _Case, day: dt.date) -> tuple[HolderRow, ...]:
    """Who is last known to hold the office, where the person's own term has ended before
    and the record is only a little older than ``day``."""
    last, own = case.office.rows[-1], case.terms()
    ended = bool(own) and own[-1].until is not None and last.person != case.claim.person
    begun = earliest(last.since) <= day
    seen = last.until is None and last.seen is not None
    recent = seen and term_end(last) <= day <= term_end(last) + _OLD
    return (last,) if ended and begun and recent and _is_covered(case.office, day) else ()


def _is_covered(office: Office, day: dt.date) -> bool:
    return office.complete_since is not None and day >= earliest(office.complete_since)


def _last_known(case: _Case) -> str:
    row = case.office.rows[-1]
    return f"last known: {_person(case, row)}, {term_of(row)}"


def _title(case: _Case) -> str:
    return title_of(case.rulebase, case.office)


def _person(case: _Case, row: HolderRow) -> str:
    return wording.name(case.rulebase, row.person)


def _supported(case: _Case, row: HolderRow) -> Outcome:
    return Outcome(
        verdict="supported",
        reason="agrees",
        rule=case.office.id,
        claimed=f"{wording.name(case.rulebase, case.claim.person)} as {_title(case)}",
        recorded=f"{_person(case, row)}, {_title(case)}, {in_office(row)}",
        working=(f"judged on {wording.day(case.day)}",),
        sources=sources_of(case.rulebase, row) or sources_of(case.rulebase, case.office),
    )


def _disputed(
    case: _Case,
    row: HolderRow,
    reason: str,
    claimed: str,
    working: tuple[str, ...] = (),
    correction: str | None = None,
) -> Outcome:
    recorded = f"{_person(case, row)}, {_title(case)}, {in_office(row)}"
    return Outcome(
        verdict="disputed",
        reason=reason,
        rule=case.office.id,
        claimed=claimed,
        recorded=recorded,
        working=working or (f"judged on {wording.day(case.day)}",),
        correction=correction or recorded,
        sources=sources_of(case.rulebase, row) or sources_of(case.rulebase, case.office),
    )


def _wrong_person(case: _Case, holders: tuple[HolderRow, ...], day: dt.date) -> Outcome:
    past = [row for row in case.terms() if row.until is not None and latest(row.until) <= case.day]
    right = " and ".join(f"{_person(case, row)}, {in_office(row)}" for row in holders)
    person = wording.name(case.rulebase, case.claim.person)
    working = [f"judged on {wording.day(day)}"]
    working += [f"{person}: {in_office(row)}" for row in past]
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
    """Right if the person held the office at the time named.

    A title beside a name may also be the one of today: whoever holds it today is not
    disputed, unless a verb says that the office was held then (mode "held").
    """
    assert case.claim.when is not None
    if case.claim.when.relation == "span":
        return _over_a_span(case, case.claim.when.period)
    named = _stretch(case.claim.when, case.day)
    for row in case.terms():
        if Period(earliest(row.since), _end(row, case.day), "range").overlaps(named):
            return _supported(case, row)
    today = _now(case, case.day)
    if today.verdict == "supported" and case.claim.mode != "held":
        return silent("right-today", rule=case.office.id)
    if case.claim.elsewhen and case.terms():
        return silent("time-not-clear", rule=case.office.id)
    there = _now(case, min(named.end, case.day))
    return there if there.verdict == "disputed" else silent("not-known", rule=case.office.id)


def _stretch(when: When, day: dt.date) -> Period:
    """The days that a time with its relation covers, up to the day of judging."""
    start, end = when.period.start, when.period.end
    if when.relation in {"before", "until", "by"}:
        return Period(dt.date.min, start if when.relation == "before" else end, "range")
    if when.relation in {"after", "since"}:
        return Period(start, max(day, start), "range")
    return when.period


def _over_a_span(case: _Case, named: Period) -> Outcome:
    """ "From 2014 to 2024": both ends must be those of the term, as far as they are said."""
    for row in case.terms():
        if row.until is None:
            continue
        starts, ends = periods(row.since), periods(row.until)
        if any(_meets(named.start, each) for each in starts) and any(
            _meets(named.end, each) for each in ends
        ):
            return _supported(case, row)
    ended = [row for row in case.terms() if row.until is not None]
    known = _is_known_then(case, named.start)
    if not ended or not known or any(_differs_little(named, row) for row in ended):
        return silent("not-precise-enough", rule=case.office.id)
    person = _person(case, ended[-1])
    return _disputed(
        case, ended[-1], "wrong-date", f"{person} as {_title(case)}, {wording.period(named)}"
    )


def _meets(edge: dt.date, recorded: Period) -> bool:
    """Whether an end of a span is the recorded one, within the year if only that is said."""
    whole_year = (edge.month, edge.day) in {(1, 1), (12, 31)}
    if whole_year:
        return recorded.start.year == edge.year or recorded.end.year == edge.year
    return recorded.start - dt.timedelta(31) <= edge <= recorded.end + dt.timedelta(31)


def _differs_little(named: Period, row: HolderRow) -> bool:
    """Whether a span lies within the term: somebody may be spoken of for a part of it."""
    return earliest(row.since) <= named.start and named.end <= _end(row, named.end)


def _end(row: HolderRow, day: dt.date) -> dt.date:
    return latest(row.until) if row.until is not None else day


def _former(case: _Case) -> Outcome:
    terms = case.terms()
    ended = [row for row in terms if row.until is not None and earliest(row.until) <= case.day]
    if ended:
        return _supported(case, ended[-1])
    serving = holders_on(case.rulebase, case.office.id, case.day)
    still = [row for row in serving if row.person == case.claim.person]
    if still and not case.claim.elsewhen:
        claimed = f"{_person(case, still[0])} as former {_title(case)}"
        return _disputed(case, still[0], "still-in-office", claimed)
    return silent("not-known", rule=case.office.id)


def _chosen(case: _Case) -> Outcome:
    """Appointed or elected: some time before the term, by the same words also within it."""
    terms = case.terms()
    if not terms or case.claim.when is None:
        return _supported(case, terms[-1]) if terms else silent("not-known")
    named = _stretch(case.claim.when, case.day)
    for row in terms:
        first = Period(earliest(row.since) - _LEAD, latest(row.since), "range")
        if first.overlaps(named):
            return _supported(case, row)
        if named.end >= earliest(row.since) - _LONG_BEFORE and named.start <= _end(row, case.day):
            return silent("not-precise-enough", rule=case.office.id)
    if not _is_known_then(case, named.start):
        return silent("not-known", rule=case.office.id)
    return _wrong_day(case, terms[-1], starts=True)


def _lasting(case: _Case, lasted: Interval, outcome: Outcome) -> Outcome:
    """The length of the term, where everything else is right."""
    if outcome.verdict != "supported":
        return outcome
    days = [(_end(row, case.day) - earliest(row.since)).days for row in case.terms()]
    if not days or any(lasted.holds(float(each)) for each in [*days, sum(days)]):
        return outcome
    if any(lasted.low * 0.75 <= each <= lasted.high * 1.33 for each in [*days, sum(days)]):
        return silent("not-precise-enough", rule=case.office.id)
    row = case.terms()[-1]
    claimed = f"{_person(case, row)} in office for {wording.interval(lasted)} days"
    return _disputed(case, row, "wrong-value", claimed, (f"in office for {days[-1]} days",))


def _turning_point(case: _Case) -> Outcome:
    """ "Since", "became … in", "left in": the day on which a term began or ended."""
    assert case.claim.when is not None
    starts = case.claim.mode == "starts"
    terms = [row for row in case.terms() if starts or row.until is not None]
    if not terms:
        return _never(case) if starts and not case.terms() else silent("not-known")
    answers = [
        agree(_as_point(case.claim.when), periods(row.since if starts else row.until))
        for row in terms
    ]
    if "yes" in answers:
        return _supported(case, terms[answers.index("yes")])
    if "edge" in answers or not _is_known_then(case, case.claim.when.period.start):
        return silent("not-precise-enough", rule=case.office.id)
    if not starts and any(_is_announced(case.claim.when, row) for row in terms):
        return silent("not-precise-enough", rule=case.office.id)
    return _wrong_day(case, terms[-1], starts)


def _is_announced(when: When, row: HolderRow) -> bool:
    """Whether a day of leaving may be that of the resignation: caretakers stay on."""
    assert row.until is not None
    last = latest(row.until)
    return earliest(row.since) <= when.period.end and last - _NOTICE <= when.period.end <= last


def _is_known_then(case: _Case, day: dt.date) -> bool:
    """Whether an earlier term of the person could not be missing from the rows."""
    first = case.office.complete_since or case.office.rows[0].since
    return day >= earliest(first) - _SLIP


def _never(case: _Case) -> Outcome:
    """A start claimed of someone who never held the office, if all holders are known."""
    assert case.claim.when is not None
    holders = holders_on(case.rulebase, case.office.id, case.day)
    covered = _is_covered(case.office, case.claim.when.period.start)
    if holders and covered and case.claim.when.period.start <= case.day:
        return _wrong_person(case, holders, case.day)
    return silent("not-known", rule=case.office.id)


def _as_point(when: When) -> When:
    return When(when.period, "in") if when.relation in {"since", "until"} else when


def _wrong_day(case: _Case, row: HolderRow, starts: bool) -> Outcome:
    person = _person(case, row)
    verb = "took office" if starts else "left office"
    stamps = wording.periods(periods(row.since if starts else row.until))
    return _disputed(
        case,
        row,
        "wrong-date",
        f"{person} {verb} {wording.when(case.claim.when)}",
        (f"{verb}: {stamps}",),
        f"{person} {verb} as {_title(case)} on {stamps}",
    )
