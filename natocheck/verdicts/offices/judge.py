"""Claims of office held against the terms that the rule base knows."""

import datetime as dt
from itertools import pairwise

from natocheck.model.claims import Holds
from natocheck.model.facts import HolderRow, RuleBase
from natocheck.model.values import Interval, Period
from natocheck.rulebase.lookup import earliest, latest, term_end
from natocheck.verdicts import wording
from natocheck.verdicts.offices.case import (
    Case,
    disputed,
    last_known,
    supported,
    wrong_person,
)
from natocheck.verdicts.offices.lines import lines_of
from natocheck.verdicts.offices.terms import (
    chosen,
    days_meant,
    end_by,
    over_a_span,
    turning_point,
)
from natocheck.verdicts.outcome import Outcome, silent

_JUST_LEFT = dt.timedelta(days=14)
# Nobody who has just left an office is back in it so soon after the record ends.
_OLD = dt.timedelta(days=60)


def judge_holds(claim: Holds, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge a claim over every office that its title may mean.

    Any office by which it is right supports it; it is disputed only if it is wrong by
    every office that it may mean and at least one of them was once the person's, or if
    the title means one office alone.
    """
    cases = [Case(rulebase, line, claim, day) for line in lines_of(rulebase, claim.offices)]
    outcomes = [_judge(case) for case in cases]
    right = [o for o in outcomes if o.verdict == "supported"]
    if right:
        return right[0]
    held = [o for o, case in zip(outcomes, cases, strict=True) if case.terms()]
    if len(cases) > 1 and not held:
        return silent("unclear-office")
    weighed = held or outcomes
    wrong = [o for o in weighed if o.verdict == "disputed"]
    if not wrong or len(wrong) < len(weighed) or claim.loose:
        return silent("not-known")
    return wrong[0]


def _judge(case: Case) -> Outcome:
    claim = case.claim
    if claim.negated:
        return _denied(case)
    if claim.mode == "future":
        return silent("planned")
    outcome = _by_mode(case)
    if claim.nth is not None and outcome.verdict == "supported":
        outcome = _repeated(case, claim.nth, outcome)
    return outcome if claim.lasted is None else _lasting(case, claim.lasted, outcome)


def _by_mode(case: Case) -> Outcome:
    claim = case.claim
    if claim.mode == "chosen":
        return chosen(case)
    if claim.mode in {"starts", "since", "sworn", "ends"} and claim.when is not None:
        return turning_point(case)
    if claim.mode in {"starts", "since", "sworn", "once"}:
        return supported(case, case.terms()[-1]) if case.terms() else silent("not-known")
    if claim.mode in {"former", "ends"}:
        return _former(case)
    if claim.mode == "running":
        return _still(case)
    if claim.when is not None and claim.when.period.start <= case.day:
        return _at_a_time(case)
    return _now(case, case.day)


def _still(case: Case) -> Outcome:
    """That a term has not ended can only be wrong: when it began is judged on its own."""
    outcome = _now(case, case.day)
    return outcome if outcome.verdict == "disputed" else silent("begin-decides")


def _denied(case: Case) -> Outcome:
    """ "Is not", "is no longer", "never was": wrong of a holder, right if another is known."""
    if case.claim.mode == "former":
        return _wrongly_denied(case, case.terms()[-1]) if case.terms() else silent("not-known")
    holders = case.line.holders_on(case.day)
    own = [row for row in holders if row.person == case.claim.person]
    if not holders or (own and len(holders) > 1):
        return silent("not-known")
    return _wrongly_denied(case, own[0]) if own else supported(case, holders[0])


def _wrongly_denied(case: Case, row: HolderRow) -> Outcome:
    return disputed(case, row, "wrong-actor", f"{case.person(row)} is not {case.title()}")


def _now(case: Case, day: dt.date) -> Outcome:
    holders = case.line.holders_on(day)
    own = [row for row in holders if row.person == case.claim.person]
    if own:
        return supported(case, own[0])
    if case.claim.elsewhen and case.terms():
        return silent("time-not-clear", rule=case.office.id)
    if _has_just_left(case, day):
        return silent("just-left", (last_known(case),), case.office.id)
    if not holders and (after := _lately_followed(case, day)):
        return wrong_person(case, after, Period(day, day, "day"))
    if not holders or not case.line.is_complete(day):
        return silent("not-known", (last_known(case),), case.office.id)
    return wrong_person(case, holders, Period(day, day, "day"))


def _has_just_left(case: Case, day: dt.date) -> bool:
    """Whether the person's term ended so few days ago that the text may still be of it."""
    ends = [latest(row.until) for row in case.terms() if row.until is not None]
    return any(end <= day <= end + _JUST_LEFT for end in ends)


def _lately_followed(case: Case, day: dt.date) -> tuple[HolderRow, ...]:
    """Who is last known to hold the office, where the person's own term has ended before
    and the record is only a little older than ``day``."""
    last, own = case.line.rows[-1], case.terms()
    ended = bool(own) and own[-1].until is not None and last.person != case.claim.person
    begun = earliest(last.since) <= day
    seen = last.until is None and last.seen is not None
    recent = seen and term_end(last) <= day <= term_end(last) + _OLD
    return (last,) if ended and begun and recent and case.line.is_complete(day) else ()


def _at_a_time(case: Case) -> Outcome:
    """Right if the person held the office at the time named.

    A title beside a name may also be the one of today: whoever holds it today is not
    disputed, unless a verb says that the office was held then (mode "held").
    """
    assert case.claim.when is not None
    if case.claim.when.relation == "span":
        return over_a_span(case, case.claim.when.period)
    named = days_meant(case.claim.when, case.day)
    for row in case.terms():
        if Period(earliest(row.since), end_by(row, case.day), "range").overlaps(named):
            return supported(case, row)
    today = _now(case, case.day)
    if today.verdict == "supported" and case.claim.mode != "held":
        return silent("right-today", rule=case.office.id)
    if case.claim.elsewhen and case.terms():
        return silent("time-not-clear", rule=case.office.id)
    there = _now(case, min(named.end, case.day))
    return there if there.verdict == "disputed" else silent("not-known", rule=case.office.id)


def _former(case: Case) -> Outcome:
    terms = case.terms()
    ended = [row for row in terms if row.until is not None and earliest(row.until) <= case.day]
    if ended:
        return supported(case, ended[-1])
    serving = case.line.holders_on(case.day)
    still = [row for row in serving if row.person == case.claim.person]
    if still and not case.claim.elsewhen:
        claimed = f"{case.person(still[0])} as former {case.title()}"
        return disputed(case, still[0], "still-in-office", claimed)
    return silent("not-known", rule=case.office.id)


def _repeated(case: Case, nth: int, outcome: Outcome) -> Outcome:
    """How many terms there were by then. Some count governments, and early terms may be
    missing: another number is not wrong."""
    end = case.day if case.claim.when is None else case.claim.when.period.end
    begun = [row for row in case.terms() if earliest(row.since) <= end]
    renewed = [(a.until, b.since) for a, b in pairwise(begun) if a.until is not None]
    unbroken = sum(latest(ended) >= earliest(since) for ended, since in renewed)
    right = len(begun) - unbroken == nth
    return outcome if right else silent("not-precise-enough", rule=case.office.id)


def _lasting(case: Case, lasted: Interval, outcome: Outcome) -> Outcome:
    """The length of the term, where everything else is right."""
    if outcome.verdict != "supported":
        return outcome
    days = [(end_by(row, case.day) - earliest(row.since)).days for row in case.terms()]
    if not days or any(lasted.holds(float(each)) for each in [*days, sum(days)]):
        return outcome
    if any(lasted.low * 0.75 <= each <= lasted.high * 1.33 for each in [*days, sum(days)]):
        return silent("not-precise-enough", rule=case.office.id)
    row = case.terms()[-1]
    claimed = f"{case.person(row)} in office for {wording.interval(lasted)} days"
    return disputed(case, row, "wrong-value", claimed, (f"in office for {days[-1]} days",))
