"""One slot of a claim changed, so that what was right no longer is.

Changed are a year, a month, a number, a name, a place, a quantifier, or a word that gives
a direction; each only where the claim states it.
"""

import calendar
import datetime as dt
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ruamel.yaml import YAML

from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.model.facts import Actor, RuleBase
from natocheck.model.values import Period

from .records import actor_is_wrong, number_is_wrong, time_is_wrong, turn_is_wrong
from .slots import Slots

_PAIRS: dict[str, list[list[str]]] = YAML(typ="safe", pure=True).load(
    (Path(__file__).parent / "words.yaml").read_text("utf-8")
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)*")
_MONTHS = calendar.month_name[1:]
_SHIFTS = (-6, 6, -3, 3)
_LONG_MONTHS = [name for n, name in enumerate(_MONTHS, 1) if calendar.monthrange(2025, n)[1] == 31]
_FACTORS = (1.6, 3, 6)
_TRIES = 30
_NEGATIVE = re.compile(r"\b(?:no|not|none|never|nobody|neither)\b|n['’]t\b", re.IGNORECASE)
_THE = re.compile(r"\bthe $", re.IGNORECASE)
_UPPER_BOUNDS = {"at-most", "less-than", "nearly"}
SLOTS = ("year", "month", "number", "name", "place", *_PAIRS)


class Corrupted(NamedTuple):
    """A sentence in which one slot was changed."""

    slot: str
    text: str


def corruptions(
    text: str, slots: Slots, rules: RuleBase, on: dt.date, chance: random.Random
) -> Iterator[Corrupted]:
    """Every kind of slot of a claim changed once, the first whose change the record refutes."""
    for slot, changed in (
        ("year", _years(text, slots, rules, on)),
        ("month", _months(text, slots, rules, on)),
        ("number", _numbers(text, slots, rules)),
        ("name", _names(text, slots, rules, chance, places=False)),
        ("place", _names(text, slots, rules, chance, places=True)),
        *((slot, _turned(text, slots, rules, pairs)) for slot, pairs in _PAIRS.items()),
    ):
        first = next(changed, None)
        if first is not None:
            yield Corrupted(slot, first)


def _put(text: str, start: int, end: int, new: str) -> str:
    old = text[start:end]
    return text[:start] + (new[0].upper() + new[1:] if old[0].isupper() else new) + text[end:]


def _years(text: str, slots: Slots, rules: RuleBase, on: dt.date) -> Iterator[str]:
    for found in slots.periods:
        said = _YEAR.search(text, found.start, found.end)
        for by in _SHIFTS if said is not None else ():
            moved = _moved(found.period, 12 * by)
            if time_is_wrong(rules, slots.rule, slots.claim, moved, on):
                yield _put(text, *said.span(), str(int(said[0]) + by))  # type: ignore[union-attr]


def _months(text: str, slots: Slots, rules: RuleBase, on: dt.date) -> Iterator[str]:
    """Another month of 31 days, so that every day of the old one exists in it."""
    said = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
    for period in slots.periods:
        found = said.search(text, period.start, period.end)
        for name in _LONG_MONTHS if found is not None else ():
            by = _MONTHS.index(name) - _MONTHS.index(found[0])  # type: ignore[index]
            moved = _moved(period.period, by)
            if abs(by) > 3 and time_is_wrong(rules, slots.rule, slots.claim, moved, on):
                yield _put(text, *found.span(), name)  # type: ignore[union-attr]


def _moved(period: Period, months: int) -> Period:
    """A period as many months later, each end at most on the 28th."""
    return Period(_later(period.start, months), _later(period.end, months), period.grain)


def _later(day: dt.date, months: int) -> dt.date:
    count = day.year * 12 + day.month - 1 + months
    return dt.date(count // 12, count % 12 + 1, min(day.day, 28))


def _numbers(text: str, slots: Slots, rules: RuleBase) -> Iterator[str]:
    for found in slots.quantities:
        figure = _FIGURE.search(text, found.start, found.end)
        for factor in _FACTORS if figure is not None else ():
            number = _other(figure[0], found, factor)  # type: ignore[index]
            if number_is_wrong(rules, slots.rule, float(number.replace(",", ""))):
                yield _put(text, *figure.span(), number)  # type: ignore[union-attr]


def _other(figure: str, found: FoundQuantity, factor: float) -> str:
    """A number far above, or below if it bounds from above, with as many decimals."""
    whole, point, decimals = figure.partition(".")
    value = float(figure.replace(",", "")) if point else float(whole.replace(",", ""))
    below = found.quantity.bound in _UPPER_BOUNDS
    return f"{value / 2 / factor if below else value * factor + 1:,.{len(decimals)}f}"


def _names(
    text: str, slots: Slots, rules: RuleBase, chance: random.Random, *, places: bool
) -> Iterator[str]:
    for name in slots.names:
        actor = _actor(name, rules)
        if actor is None or (actor.type == "place") != places:
            continue
        others = [a for a in _like(actor, rules) if a.name not in text and a.id != actor.id]
        for other in chance.sample(others, min(len(others), _TRIES)):
            if actor_is_wrong(rules, slots.rule, slots.claim, actor.id, other.id):
                yield _named(text, name, actor, other.name)


def _named(text: str, name: Name, actor: Actor, other: str) -> str:
    """Another name in the place of one; the article of "the Netherlands" goes with it."""
    article = _THE.search(text[: name.start]) if actor.type == "country" else None
    start = name.start - len(article[0]) if article is not None else name.start
    return _put(text, start, name.end, other)


def _actor(name: Name, rules: RuleBase) -> Actor | None:
    """The actor that a name names outright, if it is but one."""
    ids = name.ids("name")
    return rules.actors.get(ids[0]) if len(ids) == len(name.readings) == 1 else None


def _like(actor: Actor, rules: RuleBase) -> list[Actor]:
    """Those that could stand in an actor's place: allies, holders of offices, places."""
    if actor.type == "country":
        members = {row.member for row in rules.memberships["nato-membership"].rows}
        return [rules.actors[member] for member in sorted(members)]
    if actor.type == "person":
        holders = {row.person for office in rules.offices.values() for row in office.rows}
        return [rules.actors[person] for person in sorted(holders)]
    return [a for a in rules.actors.values() if a.type == actor.type == "place"]


def _turned(text: str, slots: Slots, rules: RuleBase, pairs: list[list[str]]) -> Iterator[str]:
    other = dict(pairs)
    said = "|".join(sorted(map(re.escape, other), key=len, reverse=True))
    for found in re.finditer(rf"\b(?:{said})\b", text, re.IGNORECASE):
        new = other[found[0].lower()]
        if _is_twice_negative(text, found[0], new) or not turn_is_wrong(rules, slots.claim):
            continue
        if slots.start <= found.start() < slots.end:
            yield _put(text, *found.span(), new)


def _is_twice_negative(text: str, old: str, new: str) -> bool:
    """Whether a negation would be put beside another, which does not say the contrary."""
    rest = text.replace(old, "", 1)
    return bool(_NEGATIVE.search(new)) and bool(_NEGATIVE.search(rest))
