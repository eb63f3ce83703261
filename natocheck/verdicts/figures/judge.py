"""A statement about a measure, judged over every release and year it may mean.

A statement that any release supports is supported; it is disputed only if every release
that was out contradicts it. Without a year it is judged by the newest two years of each
release, and only while those are no older than the year before the article's.
"""

import datetime as dt

from natocheck.model.claims import Measured
from natocheck.model.facts import RuleBase
from natocheck.rulebase.lookup import sources_of
from natocheck.verdicts import wording
from natocheck.verdicts.figures.answers import Reckoned, every, negation, some
from natocheck.verdicts.figures.forms import FORMS, Bench, change
from natocheck.verdicts.figures.tables import Release_, releases
from natocheck.verdicts.outcome import Outcome, silent


def judge_measured(claim: Measured, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge a statement about figures as of ``day``."""
    sources = releases(rulebase, claim.measure, claim.release, day)
    reckoned = [
        (release, result)
        for release in sources
        if (result := _reckon(claim, release, rulebase, day)) is not None
    ]
    told = [(release, r) for release, r in reckoned if r.answer is not None]
    unknown = [release for release, r in reckoned if r.answer is None and r.recorded]
    for answer in ("yes", "edge"):
        found = [(release, r) for release, r in told if r.answer == answer]
        if found:
            return _outcome(claim, rulebase, *found[0], supported=True)
    if not told:
        return silent("no-fact", (), claim.measure)
    if unknown:
        return silent("not-known", tuple(r.recorded for _, r in told[:1]), claim.measure)
    return _outcome(claim, rulebase, *told[0], supported=False)


def _reckon(
    claim: Measured, release: Release_, rulebase: RuleBase, day: dt.date
) -> Reckoned | None:
    measure = rulebase.measures[claim.measure]
    years = _years(claim, release, day)
    if years is None:
        return None
    if claim.form == "change":
        bench = Bench(release, rulebase, measure, day, years[-1])
        return _negated(claim, change(claim, bench, years[0]))
    results = [
        FORMS[claim.form](claim, Bench(release, rulebase, measure, day, year)) for year in years
    ]
    if not results:
        return None
    return _negated(claim, _over_years(claim, results))


def _years(claim: Measured, release: Release_, day: dt.date) -> list[int] | None:
    """The years to look at in a release; None if it has none that may be meant."""
    known = [year for year in release.years() if year <= day.year]
    if not known:
        return None
    if claim.form == "change" and claim.current:
        return [claim.years[0], known[-1]] if known[-1] >= day.year - 1 else None
    if claim.years:
        return sorted(claim.years) if set(claim.years) <= set(known) else None
    recent = [year for year in known if year >= day.year - 1]
    return recent[::-1] or None


def _over_years(claim: Measured, results: list[Reckoned]) -> Reckoned:
    """Named years must all agree; without a year any recent one may be meant."""
    answers = [result.answer for result in results]
    combine = every if claim.years and not claim.any_year else some
    answer = combine(answers)
    chosen = next((r for r in results if r.answer == answer), results[0])
    return Reckoned(answer, chosen.recorded, chosen.working, chosen.caveat)


def _negated(claim: Measured, result: Reckoned) -> Reckoned:
    if not claim.negated:
        return result
    return Reckoned(negation(result.answer), result.recorded, result.working, result.caveat)


def _outcome(
    claim: Measured, rulebase: RuleBase, release: Release_, result: Reckoned, *, supported: bool
) -> Outcome:
    table = release.table
    edge = result.answer == "edge"
    caveat = result.caveat
    if edge and caveat is None:
        caveat = "the recorded figure is rounded; it may lie on either side"
    note = f"{table.publisher}, {table.release} release: {table.definition}"
    reasons = {"set": "wrong-set", "rank": "wrong-rank"}
    return Outcome(
        verdict="supported" if supported else "disputed",
        reason="agrees" if supported else reasons.get(claim.form, "wrong-value"),
        rule=claim.measure,
        claimed=_claimed(claim, rulebase),
        recorded=result.recorded,
        working=(*result.working, note),
        caveat=caveat if supported else None,
        correction=None if supported else result.recorded,
        release=f"{table.publisher} {table.release}",
        sources=sources_of(rulebase, table),
    )


def _claimed(claim: Measured, rulebase: RuleBase) -> str:
    measure = rulebase.measures[claim.measure]
    who = wording.names(rulebase, claim.operand.actors) if claim.operand.actors else ""
    what = f" {wording.interval(claim.interval)}" if claim.interval is not None else ""
    years = f" in {', '.join(map(str, claim.years))}" if claim.years else ""
    return f"{measure.name}: {claim.form} {who}{what}{years}".replace("  ", " ")
