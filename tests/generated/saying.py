"""The rule base said in sentences: each record right, and wrong beyond any revision."""

import datetime as dt
import math
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ruamel.yaml import YAML

from natocheck.model.facts import HolderRow, Measure, Office, RuleBase, Table
from natocheck.model.values import period_of
from natocheck.rulebase.lookup import holders_on, latest, term_end

SEED = 20251125
_WRONG = 3.3  # no release differs from another by so much
_WRONG_CHANGE = 9.0  # but for changes, which revisions may double
_WRONG_SHARE = 0.25
_DAY = dt.timedelta(days=1)
_YEAR = dt.timedelta(days=365)
_SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
_WORDS = YAML(typ="safe", pure=True).load(
    (Path(__file__).parent / "phrasings.yaml").read_text("utf-8")
)


class Said(NamedTuple):
    """A sentence, the day of its article, and whether what it says is right."""

    text: str
    on: dt.date
    right: bool


def said_of_table(rulebase: RuleBase, table: Table) -> list[Said]:
    """Each cell of a country as it is, and one in four wrong, in phrasings drawn by the seed."""
    chance = random.Random(f"{SEED}{table.id}")
    phrasings = _WORDS["measures"].get(table.measure, [])
    if not phrasings:
        return []
    measure = rulebase.measures[table.measure]
    on = period_of(table.published).end + _DAY
    return [
        Said(_of_cell(chance.choice(phrasings), rulebase, table, measure, cell, right), on, right)
        for cell in _cells(rulebase, table)
        if cell[1] <= on.year
        for right in ((True, False) if chance.random() < _WRONG_SHARE else (True,))
    ]


def _cells(rulebase: RuleBase, table: Table) -> Iterator[tuple[str, int, float]]:
    for actor, row in table.cells.items():
        known = rulebase.actors.get(actor)
        if known is not None and known.type == "country" and not is_gap(table.measure, actor):
            yield from ((actor, year, value) for year, value in row.items() if value)


def is_gap(rule: str, actor: str) -> bool:
    """Whether sentences of a measure or office about an actor are known not to be read."""
    gaps = _WORDS["gaps"]
    listed = {(g.get("measure") or g["office"], g.get("actor") or g["holder"]) for g in gaps}
    return (rule, actor) in listed


def is_unsaid(measure: str) -> bool:
    """Whether no sentence is written for a measure, and why stands beside it."""
    return measure in _WORDS["unsaid"]


def _of_cell(
    phrasing: str,
    rulebase: RuleBase,
    table: Table,
    measure: Measure,
    cell: tuple[str, int, float],
    right: bool,
) -> str:
    actor, year, value = cell
    factor = 1.0 if right else _WRONG_CHANGE if measure.is_change else _WRONG
    said = value * factor + (0.0 if right else math.copysign(3 * table.slack, value))
    text = phrasing.format(
        actor=_named(rulebase, actor),
        year=year,
        value=_figure(measure, table, abs(said) if measure.is_change else said),
        moved="rose" if value > 0 else "fell",
        grew="grew" if value > 0 else "shrank",
    )
    return text.replace("s's ", "s' ")


def _named(rulebase: RuleBase, actor: str) -> str:
    name = rulebase.actors[actor].name
    return f"the {name}" if name.startswith(("United", "Netherlands")) else name


def _figure(measure: Measure, table: Table, value: float) -> str:
    """A figure as precisely as the table prints it, sums to a thousandth of their scale."""
    amount, finest = value * table.scale, 2 * table.slack * table.scale or 0.01
    is_sum = measure.unit == "usd" and not measure.needs
    size, word = next((s for s in _SCALES if is_sum and amount >= s[0]), (1, ""))
    digits = round(math.log10(size / finest)) if finest < size else 0
    sign = "$" if measure.unit.endswith("usd") else ""
    return f"{sign}{amount / size:,.{min(digits, 3)}f}{word}"


def said_of_office(rulebase: RuleBase, office: Office) -> list[Said]:
    """Each term in two phrasings on a day inside it: its holder, and one of another time."""
    chance = random.Random(f"{SEED}{office.id}")
    found = []
    owner = rulebase.actors.get(office.of)
    for row in office.rows if owner is not None else ():
        on = latest(row.since) + (term_end(row) - latest(row.since)) / 2
        if {holder.person for holder in holders_on(rulebase, office.id, on)} != {row.person}:
            continue
        if is_gap(office.id, row.person):
            continue
        others = [
            o.person for o in office.rows if o.person != row.person and _has_left_lately(o, on)
        ]
        holders = [(row.person, True), *((chance.choice(others), False) for _ in others[:1])]
        for person, right in holders:
            text = chance.choice(_WORDS["offices"]).format(
                owner=_named(rulebase, office.of),
                title=[*office.titles, *office.full_titles][0],
                holder=rulebase.actors[person].name,
            )
            found.append(Said(text[0].upper() + text[1:], on, right))
    return found


def _has_left_lately(row: HolderRow, on: dt.date) -> bool:
    """Whether a term ended months or a few years before: whom reporters name out of date."""
    left = latest(row.until) if row.until is not None else dt.date.max
    return on - 3 * _YEAR < left < on - _YEAR / 4
