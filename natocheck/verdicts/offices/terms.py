"""When a term began and ended, held against the time that a claim gives it."""

import datetime as dt

from natocheck.model.claims import When
from natocheck.model.facts import HolderRow
from natocheck.model.values import Period
from natocheck.rulebase.lookup import earliest, latest, periods
from natocheck.verdicts import wording
from natocheck.verdicts.offices.case import Case, disputed, never, supported, wrong_day
from natocheck.verdicts.outcome import Outcome, silent
from natocheck.verdicts.times import agree

_LEAD = dt.timedelta(days=400)
_NOTICE = dt.timedelta(days=300)
# So long before a term nobody is chosen for it.
_LONG_BEFORE = dt.timedelta(days=550)


def chosen(case: Case) -> Outcome:
    """Appointed or elected: some time before the term, by the same words also within it."""
    terms = case.terms()
    if not terms or case.claim.when is None:
        return supported(case, terms[-1]) if terms else silent("not-known")
    named = days_meant(case.claim.when, case.day)
    for row in terms:
        first = Period(earliest(row.since) - _LEAD, latest(row.since), "range")
        if first.overlaps(named):
            return supported(case, row)
        if named.end >= earliest(row.since) - _LONG_BEFORE and named.start <= end_by(row, case.day):
            return silent("not-precise-enough", rule=case.office.id)
    if not case.is_known(named):
        return silent("not-known", rule=case.office.id)
    return wrong_day(case, terms[-1], starts=True)


def turning_point(case: Case) -> Outcome:
    """ "Since", "became … in", "left in": the day on which a term began or ended."""
    assert case.claim.when is not None
    when, starts = case.claim.when, case.claim.mode != "ends"
    terms = [row for row in case.terms() if starts or row.until is not None]
    if not terms:
        return silent("not-known") if case.terms() else never(case, when.period)
    answers = [agree(_as_point(when), periods(row.since if starts else row.until)) for row in terms]
    if "yes" in answers:
        return supported(case, terms[answers.index("yes")])
    if "edge" in answers or not (case.is_known(when.period) or _runs_unbroken(case, terms[-1])):
        return silent("not-precise-enough", rule=case.office.id)
    if case.claim.mode == "sworn" and any(_is_within(when, row, case.day) for row in terms):
        return silent("not-precise-enough", rule=case.office.id)
    if not starts and any(_is_announced(when, row) for row in terms):
        return silent("not-precise-enough", rule=case.office.id)
    return wrong_day(case, terms[-1], starts)


def _is_within(when: When, row: HolderRow, day: dt.date) -> bool:
    """Whether a time lies in a term, which may have been renewed then."""
    return when.period.overlaps(Period(earliest(row.since), end_by(row, day), "range"))


def _runs_unbroken(case: Case, row: HolderRow) -> bool:
    """Whether a term that is said to run since some day follows that of somebody else: then
    it cannot have run before."""
    assert case.claim.when is not None
    running = case.claim.mode == "since" and end_by(row, case.day) >= case.day
    return running and _begins_later(case, row, case.claim.when.period.end)


def _begins_later(case: Case, row: HolderRow, day: dt.date) -> bool:
    return case.line.takes_over(row) and day < earliest(row.since) - _LEAD


def _is_announced(when: When, row: HolderRow) -> bool:
    """Whether a day of leaving may be that of the resignation: caretakers stay on."""
    assert row.until is not None
    last = latest(row.until)
    return earliest(row.since) <= when.period.end and last - _NOTICE <= when.period.end <= last


def over_a_span(case: Case, named: Period) -> Outcome:
    """ "From 2014 to 2024": both ends must be those of the term, as far as they are said."""
    terms = case.terms()
    if not terms:
        return never(case, _inner(named))
    ended = [row for row in terms if row.until is not None]
    for row in ended:
        if _meets_any(named.start, periods(row.since)) and _meets_any(
            named.end, periods(row.until)
        ):
            return supported(case, row)
    reaches = any(_begins_later(case, row, named.start) and _meets_end(named, row) for row in ended)
    known = case.is_known(Period(named.start, named.start, "day")) or reaches
    if not ended or not known or any(_differs_little(named, row) for row in ended):
        return silent("not-precise-enough", rule=case.office.id)
    person = case.person(ended[-1])
    return disputed(
        case, ended[-1], "wrong-date", f"{person} as {case.title()}, {wording.period(named)}"
    )


def _inner(named: Period) -> Period:
    """The days between the first and the last year of a span: that much is meant for sure."""
    first, last = dt.date(named.start.year, 12, 31), dt.date(named.end.year, 1, 1)
    return Period(first, last, "range") if first < last else named


def _meets_end(named: Period, row: HolderRow) -> bool:
    """Whether a span ends as this term does."""
    return _meets_any(named.end, periods(row.until))


def _meets_any(edge: dt.date, recorded: list[Period]) -> bool:
    return any(_meets(edge, each) for each in recorded)


def _meets(edge: dt.date, recorded: Period) -> bool:
    """Whether an end of a span is the recorded one, within the year if only that is said."""
    whole_year = (edge.month, edge.day) in {(1, 1), (12, 31)}
    if whole_year:
        return recorded.start.year == edge.year or recorded.end.year == edge.year
    return recorded.start - dt.timedelta(31) <= edge <= recorded.end + dt.timedelta(31)


def _differs_little(named: Period, row: HolderRow) -> bool:
    """Whether a span lies within the term: somebody may be spoken of for a part of it."""
    return earliest(row.since) <= named.start and named.end <= end_by(row, named.end)


def end_by(row: HolderRow, day: dt.date) -> dt.date:
    """The last day of a term, or ``day`` of one that goes on."""
    return latest(row.until) if row.until is not None else day


def days_meant(when: When, day: dt.date) -> Period:
    """The days that a time with its relation covers, up to the day of judging."""
    start, end = when.period.start, when.period.end
    if when.relation in {"before", "until", "by"}:
        return Period(dt.date.min, start if when.relation == "before" else end, "range")
    if when.relation in {"after", "since"}:
        return Period(start, max(day, start), "range")
    return when.period


def _as_point(when: When) -> When:
    return When(when.period, "in") if when.relation in {"since", "until"} else when
