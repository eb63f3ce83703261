"""The figures behind a verdict, as a chart shows them: of all members, or over the years."""

import datetime as dt

from natocheck.model.claims import Measured, SetExpression
from natocheck.model.facts import Measure, RuleBase
from natocheck.model.report import Chart, ChartPoint
from natocheck.verdicts import wording
from natocheck.verdicts.figures.bench import UNITS, Bench
from natocheck.verdicts.figures.sets import universe
from natocheck.verdicts.figures.tables import Edition

_AMONG = {"set", "rank"}
_FEWEST = 2


def chart_of(
    claim: Measured, measure: Measure, edition: Edition, rulebase: RuleBase, day: dt.date
) -> Chart | None:
    """A chart of what was looked up; None where it would show one figure alone.

    Of a set or a rank the figures of the members in the year that is spoken of, the largest
    first; of anything else those of the first actor over the years of the release.
    """
    years = [year for year in edition.years() if year <= day.year]
    if not years:
        return None
    year = max((y for y in claim.years if y in years), default=years[-1])
    bench = Bench(edition, rulebase, measure, day, year)
    points = _members(claim, bench) if claim.form in _AMONG else _series(claim, bench, years)
    if len(points) < _FEWEST:
        return None
    actors = "" if claim.form in _AMONG else wording.name(rulebase, claim.operand.actors[0])
    return Chart(
        kind="members" if claim.form in _AMONG else "years",
        title=", ".join(filter(None, (measure.name, actors or str(year)))),
        unit=UNITS[measure.unit].strip(),
        points=points,
        low=_finite(claim.interval.low) if claim.interval and claim.form != "share" else None,
        high=_finite(claim.interval.high) if claim.interval and claim.form != "share" else None,
    )


def _members(claim: Measured, bench: Bench) -> tuple[ChartPoint, ...]:
    groups = claim.members.groups if claim.members is not None else ()
    if not groups and claim.whole is not None:
        groups = claim.whole.actors
    named = {*claim.operand.actors, *(claim.members.named if claim.members else ())}
    found = [
        ChartPoint(
            label=wording.name(bench.rulebase, actor), value=figure.value, marked=actor in named
        )
        for actor in universe(SetExpression(kind="all", groups=groups), bench)
        if (figure := bench.edition.figure(actor, bench.year)) is not None
    ]
    return tuple(sorted(found, key=lambda point: (-point.value, point.label)))


def _series(claim: Measured, bench: Bench, years: list[int]) -> tuple[ChartPoint, ...]:
    if not claim.operand.actors:
        return ()
    found = []
    for year in years:
        then = Bench(bench.edition, bench.rulebase, bench.measure, bench.day, year)
        figure = then.figure(claim.operand, claim.operand.actors[0])
        if figure is not None:
            marked = year in claim.years
            found.append(ChartPoint(label=str(year), value=figure.value, marked=marked))
    return tuple(found)


def _finite(bound: float) -> float | None:
    return bound if abs(bound) < float("inf") else None
