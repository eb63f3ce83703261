"""Times told from another event: "took effect four months after it was signed".

The date of the other event plus the interval is the time claimed. Only of another event
that took place once is the date known without doubt.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from natocheck.claims.kinds.base import Proposal, claim_in, is_asserted
from natocheck.claims.kinds.event.identity import ids_of
from natocheck.claims.kinds.event.matching import match
from natocheck.claims.kinds.event.statements import Statement
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.model.claims import Happened, When
from natocheck.model.facts import Event
from natocheck.model.values import Period
from natocheck.rulebase.lookup import earliest, latest

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_ROUNDED = 0.25  # of a unit, beyond the half that the number itself leaves
_SIGNS = {"after": 1, "before": -1}
_BREAKS = {",", ";", "and", "–", "—", "("}
_CLOSE = 31  # days between the alternatives of one date


def told_apart(scene: Scene, found: list[Statement]) -> Iterator[Proposal]:
    """The claims of when something was that intervals to another event make."""
    for quantity in scene.quantities:
        joint = _joint(scene, quantity)
        if joint is None:
            continue
        later = [s for s in found if _is_joined(joint, s)]
        governing = joint.head.head if joint.dep_ == "mark" else joint.head
        # The parser may hang "75 years after twelve had signed" on nothing but itself.
        others = [s for s in found if s not in later]
        first = [s for s in others if s.is_verb and governing in s.clause.chain]
        origin = _only_date(scene, later) or (_of_like(scene, joint, first[0]) if first else None)
        if origin is not None and first:
            yield from _claim(scene, first[0], quantity, joint, origin)


def _joint(scene: Scene, quantity: FoundQuantity) -> "Token | None":
    """The "after" or "before" that follows an interval directly."""
    last = scene.tokens_of(quantity)[-1].i
    if quantity.quantity.unit not in _DAYS or last + 1 >= len(scene.doc):
        return None
    following = scene.doc[last + 1]
    return following if following.lower_ in _SIGNS else None


def _is_joined(joint: "Token", statement: Statement) -> bool:
    """Whether a statement is what "after" opens: its clause, or its noun, without a break."""
    between = statement.head.doc[joint.i + 1 : statement.head.i]
    if any(t.text in _BREAKS or t.lower_ in _SIGNS for t in between):
        return False
    if statement.is_verb:
        return joint.dep_ == "mark" and joint.head == statement.clause.head
    return statement.head.dep_ == "pobj" and statement.head.head == joint


def _of_like(scene: Scene, joint: "Token", statement: Statement) -> tuple[dt.date, dt.date] | None:
    """When the same befell another thing: "launched eight months after Baltic Sentry"."""
    nouns = [c for c in joint.children if c.dep_ == "pobj"]
    things = {i for noun in nouns for i in ids_of(scene, noun)}
    index = scene.lexicon.event_cues
    rules = index.rules_for(statement.cues, things, is_verb=statement.is_verb)
    return _one_date(
        rule
        for rule in rules
        if any(things & set(s.things) and statement.cues.keys() & set(s.verbs) for s in rule.said)
    )


def _only_date(scene: Scene, found: list[Statement]) -> tuple[dt.date, dt.date] | None:
    """The first and the last day on which the one event meant may have been."""
    return _one_date(rule for statement in found for rule in _sure_rules(scene, statement))


def _one_date(rules: Iterable[Event]) -> tuple[dt.date, dt.date] | None:
    dates = {(earliest(row.date), latest(row.date)) for rule in rules for row in rule.rows}
    if len(dates) != 1:
        return None
    first, last = dates.pop()
    return (first, last) if (last - first).days <= _CLOSE else None


def _claim(
    scene: Scene,
    statement: Statement,
    quantity: FoundQuantity,
    joint: "Token",
    origin: tuple[dt.date, dt.date],
) -> Iterator[Proposal]:
    clause, rules = statement.clause, _sure_rules(scene, statement)
    period = _apart(origin, quantity, joint.lower_)
    if not rules or period is None or not is_asserted(clause) or clause.negated:
        return
    happened = Happened(
        events=tuple(rule.id for rule in rules),
        when=When(period, "in"),
        told_from=scene.text_between(quantity.start, joint.idx + len(joint)),
    )
    yield claim_in(scene, "event", clause, happened)


def _sure_rules(scene: Scene, statement: Statement) -> list[Event]:
    index = scene.lexicon.event_cues
    rules = index.rules_for(statement.cues, scene.vocabulary, is_verb=statement.is_verb)
    return [rule for rule in rules if match(scene, statement, rule) == "surely"]


def _apart(origin: tuple[dt.date, dt.date], quantity: FoundQuantity, joint: str) -> Period | None:
    """The days that lie so long after or before the origin, roundly told."""
    interval, unit, sign = quantity.quantity.interval, quantity.quantity.unit, _SIGNS[joint]
    if interval.high > 200 or interval.low < 0 or quantity.quantity.bound != "exact":
        return None
    near, far = interval.low - _ROUNDED, interval.high + _ROUNDED
    spans = sorted(sign * round(n * _DAYS[unit]) for n in (near, far))
    start = origin[0] + dt.timedelta(days=spans[0])
    end = origin[1] + dt.timedelta(days=spans[1])
    return Period(start, end, "range")
