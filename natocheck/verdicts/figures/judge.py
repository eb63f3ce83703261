"""A statement about a measure, judged over every release and year it may mean.

A statement that any release supports is supported; it is disputed only if every release
that was out contradicts it. Without a year it is judged by the newest two years of each
release, and only while those are no older than the year before the article's.
"""

import datetime as dt
from itertools import pairwise

from natocheck.model.claims import Measured
from natocheck.model.facts import Measure, RuleBase
from natocheck.model.values import Answer
from natocheck.rulebase.lookup import sources_of
from natocheck.verdicts.figures.answers import Reckoned, every, negation
from natocheck.verdicts.figures.bench import Bench
from natocheck.verdicts.figures.charts import chart_of
from natocheck.verdicts.figures.claimed import claimed
from natocheck.verdicts.figures.firsts import first_time
from natocheck.verdicts.figures.forms import FORMS, change
from natocheck.verdicts.figures.places import ranks_group
from natocheck.verdicts.figures.tables import Edition, editions
from natocheck.verdicts.outcome import Outcome, silent

_LOOSE = 0.3
"""By what part figures may differ of those who count otherwise, or of a later release."""

_ORDERS = {"compare", "change"}
"""Which of two figures is the larger is open where their rounding leaves either order."""


def judge_measured(claim: Measured, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge a statement about figures as of ``day``, over every measure it may mean."""
    measures = (claim.measure, *claim.alternatives)
    outcomes = [_judge_one(claim, measure, rulebase, day) for measure in measures]
    supported = [o for o in outcomes if o.verdict == "supported"]
    if claim.form == "compare" and len({o.verdict for o in outcomes}) > 1:
        return silent("unclear-measure", tuple(o.recorded for o in outcomes), claim.measure)
    if supported:
        return min(supported, key=lambda o: o.caveat is not None)
    # A place in a row that another measure may give is not wrong by one alone.
    spoken = [o for o in outcomes if o.reason != "no-fact" or claim.form == "rank"]
    if spoken and all(o.verdict == "disputed" for o in spoken):
        return spoken[0]
    return next((o for o in spoken if o.verdict == "unverified"), outcomes[0])


def _judge_one(claim: Measured, measure: str, rulebase: RuleBase, day: dt.date) -> Outcome:
    reckoned = _reckoned(claim, measure, rulebase, day, margin=_LOOSE if claim.loose else 0.0)
    if not claim.years or claim.current:
        reckoned = _newest([each for each in reckoned if _speaks(claim, *each, day)], day)
    told = [(edition, r) for edition, r in reckoned if r.answer is not None]
    if not told and _is_of_heads(
        claim, rulebase.measures[measure]
    ):  # an order so clear that a release before tells it
        reckoned = _reckoned(claim, measure, rulebase, day, margin=_LOOSE)
        told = [(edition, r) for edition, r in reckoned if r.answer is not None][:1]
        reckoned = told or reckoned
    unknown = [r for edition, r in reckoned if r.answer is None and _has_gap(claim, edition, day)]
    for answer in ("yes", "edge"):
        found = [(edition, r) for edition, r in told if r.answer == answer]
        if found and answer == "edge" and (claim.form in _ORDERS or claim.other is not None):
            return silent("not-precise-enough", (found[0][1].recorded,), measure)
        if found:
            return _outcome(
                claim, rulebase.measures[measure], rulebase, day, *found[0], supported=True
            )
    if not told and not unknown:
        return silent("no-fact", (), measure)
    if unknown:
        return silent("not-known", tuple(r.recorded for r in unknown[:1]), measure)
    return _outcome(claim, rulebase.measures[measure], rulebase, day, *told[0], supported=False)


def _is_of_heads(claim: Measured, measure: Measure) -> bool:
    """Whether it is said who has more people now: forces and nations change slowly."""
    return claim.other is not None and claim.factor is None and measure.unit == "count"


def _reckoned(
    claim: Measured, measure: str, rulebase: RuleBase, day: dt.date, *, margin: float
) -> list[tuple[Edition, Reckoned]]:
    """What each release says, the newest first."""
    return [
        (edition, result)
        for edition in editions(rulebase, measure, claim.release, day)
        if (result := _reckon(claim, rulebase.measures[measure], edition, rulebase, day, margin))
    ]


def _speaks(claim: Measured, edition: Edition, result: Reckoned, day: dt.date) -> bool:
    return result.answer is not None or _has_gap(claim, edition, day)


def _newest(
    reckoned: list[tuple[Edition, Reckoned]], day: dt.date
) -> list[tuple[Edition, Reckoned]]:
    """What "now" may mean: each publisher's last release, if it has the newest year of all."""
    last: dict[tuple[str, str], tuple[Edition, Reckoned]] = {}
    for edition, result in reckoned:
        last.setdefault((edition.table.publisher, edition.table.prices), (edition, result))
    years = {key: _last_year(edition, day) for key, (edition, _) in last.items()}
    newest = max(years.values(), default=0)
    return [each for key, each in last.items() if years[key] == newest]


def _last_year(edition: Edition, day: dt.date) -> int:
    return max((year for year in edition.years() if year <= day.year), default=0)


def _has_gap(claim: Measured, edition: Edition, day: dt.date) -> bool:
    """Whether a release has figures that matter to the claim and were not read."""
    operands = [claim.operand, claim.whole, claim.other]
    actors = {a for operand in operands if operand is not None for a in operand.actors}
    years = _years(claim, edition, day) or []
    alone = any(edition.is_unread(actor, year) for actor in actors for year in years)
    return alone or claim.form in {"set", "rank", "share"} or len(years) > 1


def _reckon(
    claim: Measured,
    measure: Measure,
    edition: Edition,
    rulebase: RuleBase,
    day: dt.date,
    margin: float,
) -> Reckoned | None:
    years = _years(claim, edition, day)
    if years is None:
        return None
    benches = [Bench(edition, rulebase, measure, day, year, margin) for year in years]
    if claim.form == "rank" and not any(ranks_group(claim, bench) for bench in benches):
        return None  # a release on a few members alone tells no places
    if claim.form == "change":
        return _negated(claim, _changes(claim, benches))
    form = first_time(FORMS[claim.form]) if claim.first_time else FORMS[claim.form]
    return _negated(claim, _over_years(claim, [form(claim, b) for b in benches]))


def _changes(claim: Measured, benches: list[Bench]) -> Reckoned:
    """From the first year to the last, or every step between if it went on all the time."""
    if not claim.every_year:
        return change(claim, benches[-1], benches[0].year)
    steps = [change(claim, b, a.year) for a, b in pairwise(benches)]
    answer = every([step.answer for step in steps])
    wrong = [step for step in steps if step.answer == "no"]
    return Reckoned(answer, "; ".join(step.recorded for step in wrong or steps))


def _years(claim: Measured, edition: Edition, day: dt.date) -> list[int] | None:
    """The years to look at in a release; None if it has none that may be meant.

    Without a year the newest is meant; what one country spends may also be last year's.
    """
    known = [year for year in edition.years() if year <= day.year]
    if not known:
        return None
    if claim.current and claim.years:
        fresh = known[-1] >= day.year - 1 and claim.years[0] in known
        return [year for year in known if year >= claim.years[0]] if fresh else None
    if claim.years:
        return sorted(claim.years) if set(claim.years) <= set(known) else None
    recent = [year for year in known if year >= day.year - 1][::-1]
    sure = claim.form != "value" or claim.release.published is not None or claim.release.names
    return (recent[:1] if sure else recent) or None


def _over_years(claim: Measured, results: list[Reckoned]) -> Reckoned:
    """Named years must all agree; without a year any recent one may be meant."""
    answers = [result.answer for result in results]
    answer = every(answers) if claim.years else _of_recent(answers)
    chosen = next((r for r in results if r.answer == answer), results[0])
    return Reckoned(answer, chosen.recorded, chosen.working, chosen.caveat)


def _of_recent(answers: list[Answer | None]) -> Answer | None:
    """Without a year the newest counts; the year before may only save from a dispute."""
    newest, *older = answers
    return None if newest == "no" and set(older) & {"yes", "edge"} else newest


def _negated(claim: Measured, result: Reckoned) -> Reckoned:
    if not claim.negated or claim.form == "value":
        return result
    return Reckoned(negation(result.answer), result.recorded, result.working, result.caveat)


def _outcome(
    claim: Measured,
    measure: Measure,
    rulebase: RuleBase,
    day: dt.date,
    edition: Edition,
    result: Reckoned,
    *,
    supported: bool,
) -> Outcome:
    table = edition.table
    edge = result.answer == "edge"
    caveat = result.caveat
    if edge and caveat is None:
        caveat = "the recorded figure is rounded; it may lie on either side"
    note = f"{table.publisher}, {table.release} release: {table.definition}"
    reasons = {"set": "wrong-set", "rank": "wrong-rank"}
    return Outcome(
        verdict="supported" if supported else "disputed",
        reason="agrees" if supported else reasons.get(claim.form, "wrong-value"),
        rule=measure.id,
        claimed=claimed(claim, measure, rulebase),
        recorded=result.recorded,
        working=(*result.working, note),
        caveat=caveat if supported else None,
        correction=None if supported else result.recorded,
        release=f"{table.publisher} {table.release}",
        sources=sources_of(rulebase, table),
        chart=chart_of(claim, measure, edition, rulebase, day),
    )
