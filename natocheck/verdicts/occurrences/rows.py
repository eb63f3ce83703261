"""The occurrences of an event rule: which are known, when they were, where."""

import datetime as dt

from natocheck.model.claims import Happened
from natocheck.model.facts import Event, Occurrence, RuleBase
from natocheck.model.values import Period, period_of
from natocheck.rulebase.lookup import earliest, latest, periods, places_by_name


def known_rows(rule: Event, claim: Happened, day: dt.date) -> list[Occurrence]:
    """The occurrences known on the day: those to come only for what is announced."""
    ahead = claim.upcoming or (claim.when is not None and claim.when.period.end >= day)
    return [row for row in rule.rows if ahead or earliest(row.date) <= day]


def is_complete(rule: Event, claim: Happened, day: dt.date) -> bool:
    """Whether no occurrence of the claimed time can be missing from the rows."""
    if not rule.closed:
        return False
    moment = claim.when.period.start if claim.when is not None else day
    planned = moment > day and any(earliest(row.date).year == moment.year for row in rule.rows)
    return rule.seen is None or (day if planned else moment) <= latest(rule.seen)


def span(row: Occurrence) -> list[Period]:
    """The stretch of days of an occurrence, for each of its alternatives."""
    starts = periods(row.date)
    if row.ongoing_seen is not None:
        last = period_of(row.ongoing_seen).end
        return [Period(start.start, last, "range") for start in starts]
    if row.until is None:
        return starts
    last = latest(row.until)
    return [Period(s.start, last, "range") for s in starts if s.start <= last]


def places_of(rulebase: RuleBase, row: Occurrence) -> set[str]:
    """The ids of an occurrence's places, with the country that each lies in."""
    return _placed(rulebase, row.places)


def origins_of(rulebase: RuleBase, row: Occurrence) -> set[str]:
    """The ids of the places from which a move came, with their countries."""
    return _placed(rulebase, row.origins)


def _placed(rulebase: RuleBase, places: list[str]) -> set[str]:
    named = places_by_name(rulebase)
    found = {i for place in places for i in named.get(place.casefold(), ())}
    return found | {
        rulebase.actors[i].located or i for i in found if rulebase.actors[i].type == "place"
    }
