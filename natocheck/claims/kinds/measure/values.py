"""Figures of countries and groups: whose each one is, or of how many members it holds."""

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from natocheck.claims.kinds.measure.bounds import interval_of, operator_of
from natocheck.claims.kinds.measure.changes import trend_of
from natocheck.claims.kinds.measure.items import Item, items_in
from natocheck.claims.kinds.measure.reading import Reading, operand_of
from natocheck.claims.kinds.measure.sets import (
    among,
    is_denied,
    less,
    phrase_tokens,
    read_set,
    subject_heads,
)
from natocheck.claims.kinds.measure.subject_matter import is_threshold
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.phrases import arguments
from natocheck.model.claims import Measured, Operand, SetExpression
from natocheck.model.values import Interval
from natocheck.rulebase.lookup import members_on

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def value(reading: Reading) -> Iterator[Measured]:
    """ "Poland spends 4.48 percent", and pairs of countries and figures."""
    if len(reading.figures) > 1 and len(reading.years.years) == len(reading.figures):
        yield from _by_years(reading)
        return
    for operand, found in _pairs(reading):
        operator = operator_of(reading.scene, reading.clause, found)
        interval = interval_of(found, operator, threshold=reading.is_negated)
        if reading.measure.is_change and _falls(reading):
            interval = _mirrored(interval)
        yield reading.measured(form="value", operand=operand, interval=interval, operator=operator)


def _by_years(reading: Reading) -> Iterator[Measured]:
    """ "2 percent in 2024, up from 1.4 in 2014": each figure with the year after it."""
    operand = operand_of(reading)
    if operand is None or not _is_one_figure(reading, operand) or len(reading.items) > 1:
        return
    for year, found in zip(reading.years.years, reading.figures, strict=True):
        interval = interval_of(found, operator_of(reading.scene, reading.clause, found))
        yield reading.measured(
            form="value", operand=operand, interval=interval, years=(year,), current=False
        )


def growth(reading: Reading) -> Iterator[Measured]:
    """ "The economy shrank in 2023": a change without a number is above or below zero."""
    operand, trend = operand_of(reading), trend_of(reading)
    if not reading.measure.is_change or reading.figures or operand is None or trend is None:
        return
    below = Interval(-math.inf, 0.0, high_open=True)
    above = Interval(0.0, math.inf, low_open=True)
    interval = below if trend[0] == "fall" else above
    yield reading.measured(form="value", operand=operand, interval=interval)


def _falls(reading: Reading) -> bool:
    trend = trend_of(reading)
    return trend is not None and trend[0] == "fall"


def _mirrored(interval: Interval) -> Interval:
    return Interval(-interval.high, -interval.low, interval.high_open, interval.low_open)


def _pairs(reading: Reading) -> list[tuple[Operand, FoundQuantity]]:
    """Whose each figure is; none where that is not clear."""
    if len(reading.figures) > 1:
        bracketed = _in_brackets(reading)
        if len(bracketed) == len(reading.figures):
            return bracketed
        return (
            _alternating(reading)
            or _respectively(reading)
            or _contrasted(reading)
            or _figure_and_bounds(reading)
        )
    operand = operand_of(reading)
    if operand is None or not _is_one_figure(reading, operand):
        return []
    return [(operand, found) for found in reading.figures]


def _figure_and_bounds(reading: Reading) -> list[tuple[Operand, FoundQuantity]]:
    """ "1.5 percent, short of the 2 percent mark": one figure, and thresholds beside it."""
    operand = operand_of(reading)
    free = [q for q in reading.figures if not _is_bounded(reading, q)]
    if operand is None or len(free) != 1 or not _is_one_figure(reading, operand):
        return []
    return [(operand, found) for found in reading.figures]


def _is_bounded(reading: Reading, found: FoundQuantity) -> bool:
    if found.quantity.bound in {"less-than", "more-than", "at-least", "at-most"}:
        return True
    return operator_of(reading.scene, reading.clause, found) != "equal" and is_threshold(
        reading.scene, found, reading.measure.thresholds
    )


def _is_one_figure(reading: Reading, operand: Operand) -> bool:
    """Whether a group has a figure of its own: "allies spend 2 percent" is of no one."""
    if not operand.total or reading.measure.additive:
        return True
    actors = reading.scene.lexicon.rulebase.actors
    rows = reading.scene.lexicon.index.tabled
    return all(actor in actors or actor in rows for actor in operand.actors)


def _in_brackets(reading: Reading) -> list[tuple[Operand, FoundQuantity]]:
    """ "Two stood out: Poland (4.1%) and Spain (1.3%)": whoever else is named before them."""
    text = reading.scene.doc.text
    return [
        (Operand(actors=(item.id,), total=item.is_group), found)
        for found in reading.figures
        for item in reading.items
        if text[item.end : found.start].strip() == "(" and text[found.end : found.end + 1] == ")"
    ]


def _alternating(reading: Reading) -> list[tuple[Operand, FoundQuantity]]:
    """ "Latvia, at 3.73%, and Lithuania, at 4%": each figure after its own name."""
    marks: list[tuple[int, Item | FoundQuantity]] = [
        *((item.start, item) for item in reading.items),
        *((found.start, found) for found in reading.figures),
    ]
    ordered = [mark for _, mark in sorted(marks, key=lambda mark: mark[0])]
    pairs = []
    for first, second in pairwise(ordered):
        if isinstance(first, Item) and not isinstance(second, Item):
            pairs.append((Operand(actors=(first.id,), total=first.is_group), second))
    items = sum(isinstance(mark, Item) for mark in ordered)
    return pairs if len(pairs) == len(reading.figures) == items else []


def _respectively(reading: Reading) -> list[tuple[Operand, FoundQuantity]]:
    if "respectively" not in reading.words or len(reading.items) != len(reading.figures):
        return []
    return [
        (Operand(actors=(item.id,), total=item.is_group), found)
        for item, found in zip(reading.items, reading.figures, strict=True)
    ]


def _contrasted(reading: Reading) -> list[tuple[Operand, FoundQuantity]]:
    """ "Italy spent less than France: 2.1 against 2.2 percent": in the order of the names."""
    if len(reading.items) != 2 or len(reading.figures) != 2:
        return []
    first, second = reading.figures
    text = reading.scene.doc.text
    before = text[reading.items[-1].end : first.start]
    between = text[first.end : second.start].split()
    if ":" not in before or not {"against", "versus", "to"} & set(between):
        return []
    operands = [Operand(actors=(item.id,), total=item.is_group) for item in reading.items]
    return list(zip(operands, reading.figures, strict=True))


def members(reading: Reading) -> Iterator[Measured]:
    """ "Only Poland and Lithuania exceed 4 percent", "more than half are at around 2"."""
    if len(reading.figures) != 1:
        return
    found = reading.figures[0]
    for head in _set_heads(reading):
        expression = read_set(reading.scene, head, reading.clause)
        if expression is None or _is_counted(reading, head):
            continue
        expression = less(expression, reading.without)
        operator = operator_of(reading.scene, reading.clause, found)
        interval = interval_of(found, operator, threshold=True)
        slots: dict[str, object] = {"interval": interval, "operator": operator}
        if _is_joint(reading, expression):
            whole = Operand(actors=expression.groups, total=True)
            yield reading.measured(form="value", operand=whole, **slots)
            return
        if is_denied(head):
            slots["negated"] = False
        yield reading.measured(form="set", members=expression, **slots)
        for country in _said_to_belong(reading, head):
            yield reading.measured(form="value", operand=Operand(actors=(country,)), **slots)
        for country in among(reading.scene, reading.clause, expression):
            yield reading.measured(form="value", operand=Operand(actors=(country,)), **slots)
        return


def _is_counted(reading: Reading, head: "Token") -> bool:
    """ "The number of allies that spend …": how many there are, the main clause says."""
    lexicon = reading.scene.lexicon
    nouns = lexicon.words("counting nouns") | lexicon.words("share nouns")
    counts = head.lemma_.lower() in nouns and head.pos_ == "NOUN"
    return counts or (
        head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lemma_.lower() in nouns
    )


def _said_to_belong(reading: Reading, head: "Token") -> tuple[str, ...]:
    """ "Poland is one of three allies that …": whom a sentence counts among the set."""
    if head.dep_ != "pobj" or head.head.lower_ not in {"of", "among"}:
        return ()
    one = head.head.head
    verb = one.head if one.lower_ == "one" and one.dep_ in {"attr", "appos"} else one
    if verb.lemma_ != "be":
        return ()
    subjects = {c.i for c in verb.children if c.dep_ == "nsubj"}
    items = items_in(reading.scene, subjects)
    return tuple(item.id for item in items if not item.is_group)


def _is_joint(reading: Reading, expression: SetExpression) -> bool:
    """Whether a sum is that of all members together: "the 32 allies spent 1.6 trillion"."""
    if expression.kind != "count" or expression.number is None or len(expression.groups) != 1:
        return False
    singly = reading.scene.lexicon.words("single determiners")
    rulebase, group = reading.scene.lexicon.rulebase, expression.groups[0]
    size = len(members_on(rulebase, group, reading.scene.context.date))
    whole = expression.number.holds(size) and expression.number.low > size - 1
    return reading.measure.additive and whole and not singly & set(reading.words)


def _set_heads(reading: Reading) -> list["Token"]:
    """The heads of the phrases that may say of whom it holds."""
    found = arguments(reading.clause)
    heads = subject_heads(reading.clause)
    heads = heads or _counted_before_verb(reading)
    if any(item.root in head.subtree for head in heads for item in reading.items):
        return heads
    lexicon = reading.scene.lexicon
    sure = lexicon.words("all determiners") | lexicon.words("none determiners")
    return heads + [
        a.token
        for a in found
        if a.role == "object" and sure & {t.lower_ for t in phrase_tokens(a.token)}
    ]


def _counted_before_verb(reading: Reading) -> list["Token"]:
    """Nouns for members with a number before the verb, where the parse found no subject."""
    nouns = reading.scene.lexicon.words("member nouns")
    return [
        t
        for t in reading.clause.tokens
        if t.i < reading.clause.head.i
        and t.lemma_.lower() in nouns
        and any(c.i in reading.scene.quantity_at for c in t.children)
    ]
