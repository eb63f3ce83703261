"""Whether a claimed time and a recorded one agree."""

import datetime as dt
from collections.abc import Iterable

from natocheck.model.claims import When
from natocheck.model.facts import Stamp
from natocheck.model.values import Answer, Period, period_of

_STANDING_DAYS = 92


def agree(claimed: When, recorded: Iterable[Period]) -> Answer:
    """Whether any of the recorded alternatives agrees with the claimed time.

    "edge" where the record is less precise than the claim and may include it.
    """
    answers = {_agrees(claimed, each) for each in recorded}
    return "yes" if "yes" in answers else "edge" if "edge" in answers else "no"


def _agrees(claimed: When, recorded: Period) -> Answer:
    period = claimed.period.loose
    if claimed.relation in {"by", "until"}:
        return "yes" if recorded.start <= period.end else "no"
    if claimed.relation == "before":
        return _order(recorded, period)
    if claimed.relation == "after":
        return _order(period, recorded)
    if not period.overlaps(recorded):
        return "no"
    known_to_the_day = recorded.grain in {"day", "range"} or recorded.within(period)
    return "yes" if known_to_the_day else "edge"


def _order(first: Period, second: Period) -> Answer:
    if first.end < second.start:
        return "yes"
    return "no" if first.start > second.end else "edge"


def still_known(seen: Stamp, day: dt.date) -> bool:
    """Whether a record last seen then still tells who belongs where on ``day``.

    A country joins or leaves months after that was decided, so no change goes unseen.
    """
    return day <= period_of(seen).end + dt.timedelta(days=_STANDING_DAYS)


def known_by(recorded: Iterable[Period], day: dt.date) -> bool:
    """Whether something had happened by ``day``, by any of its alternatives."""
    return any(period.start <= day for period in recorded)
