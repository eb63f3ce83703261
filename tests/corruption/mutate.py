"""One slot of a claim changed, so that what was right no longer is.

Changed are a year, a month, a number, a name, a place, a quantifier, or a word that gives
a direction; each only where the claim states it.
"""

import calendar
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ruamel.yaml import YAML

from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.model.facts import Actor, RuleBase

from .slots import Slots

_PAIRS: dict[str, list[list[str]]] = YAML(typ="safe", pure=True).load(
    (Path(__file__).parent / "words.yaml").read_text("utf-8")
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)*")
_MONTHS = calendar.month_name[1:]
_EARLIER = 6
_UPPER_BOUNDS = {"at-most", "less-than", "nearly"}
SLOTS = ("year", "month", "number", "name", "place", *_PAIRS)


class Corrupted(NamedTuple):
    """A sentence in which one slot was changed."""

    slot: str
    text: str


def corruptions(
    text: str, slots: Slots, rules: RuleBase, chance: random.Random
) -> Iterator[Corrupted]:
    """Every kind of slot of a claim changed once, the first that stands there."""
    for slot, changed in (
        ("year", _years(text, slots)),
        ("month", _months(text, slots)),
        ("number", _numbers(text, slots)),
        ("name", _names(text, slots, rules, chance, places=False)),
        ("place", _names(text, slots, rules, chance, places=True)),
        *((slot, _turned(text, slots, pairs)) for slot, pairs in _PAIRS.items()),
    ):
        first = next(changed, None)
        if first is not None:
            yield Corrupted(slot, first)


def _put(text: str, start: int, end: int, new: str) -> str:
    old = text[start:end]
    return text[:start] + (new[0].upper() + new[1:] if old[0].isupper() else new) + text[end:]


def _years(text: str, slots: Slots) -> Iterator[str]:
    for period in slots.periods:
        found = _YEAR.search(text, period.start, period.end)
        if found is not None:
            yield _put(text, *found.span(), str(int(found[0]) - _EARLIER))


def _months(text: str, slots: Slots) -> Iterator[str]:
    said = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
    for period in slots.periods:
        found = said.search(text, period.start, period.end)
        if found is not None:
            yield _put(text, *found.span(), _MONTHS[(_MONTHS.index(found[0]) + 5) % 12])


def _numbers(text: str, slots: Slots) -> Iterator[str]:
    for found in slots.quantities:
        figure = _FIGURE.search(text, found.start, found.end)
        if figure is not None:
            yield _put(text, *figure.span(), _other(figure[0], found))


def _other(figure: str, found: FoundQuantity) -> str:
    """A number far above, or below if it bounds from above, with as many decimals."""
    whole, point, decimals = figure.partition(".")
    value = float(figure.replace(",", "")) if point else float(whole.replace(",", ""))
    below = found.quantity.bound in _UPPER_BOUNDS
    return f"{value / 3 if below else value * 1.6 + 1:,.{len(decimals)}f}"


def _names(
    text: str, slots: Slots, rules: RuleBase, chance: random.Random, *, places: bool
) -> Iterator[str]:
    for name in slots.names:
        actor = _actor(name, rules)
        if actor is None or (actor.type == "place") != places:
            continue
        others = [a for a in _like(actor, rules) if a.name not in text and a.id != actor.id]
        if others:
            yield _put(text, name.start, name.end, chance.choice(others).name)


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


def _turned(text: str, slots: Slots, pairs: list[list[str]]) -> Iterator[str]:
    other = {one: two for pair in pairs for one, two in (pair, pair[::-1])}
    said = "|".join(sorted(map(re.escape, other), key=len, reverse=True))
    for found in re.finditer(rf"\b(?:{said})\b", text, re.IGNORECASE):
        if slots.start <= found.start() < slots.end:
            yield _put(text, *found.span(), other[found[0].lower()])
