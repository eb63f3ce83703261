"""Which figures a predicate allows: the number's own bound, or that of its verb."""

import math

from natocheck.claims.clauses import Clause
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.model.claims import Operator
from natocheck.model.values import Interval


def operator_of(scene: Scene, clause: Clause, found: FoundQuantity) -> Operator:
    """How the clause's words relate a figure to the number: "exceed", "short of"."""
    table = scene.lexicon.values("bound words")
    for token in clause.tokens:
        if token.idx >= found.end:
            break
        phrases = [token.lower_, token.lemma_.lower()]
        if token.i + 1 < len(token.doc):
            phrases.append(f"{token.lemma_.lower()} {token.nbor(1).lower_}")
        for phrase in reversed(phrases):
            if phrase in table and _reaches(scene, token.idx, found):
                return str(table[phrase])  # type: ignore[return-value]
    return "equal"


def _reaches(scene: Scene, offset: int, found: FoundQuantity) -> bool:
    """A bound word bears on the number if no other number stands between them."""
    return not any(
        offset < q.start < found.start and q.quantity.unit == found.quantity.unit
        for q in scene.quantities
    )


def interval_of(found: FoundQuantity, operator: Operator) -> Interval:
    """The figures allowed by a number under an operator of the clause."""
    quantity = found.quantity
    if operator == "equal" or quantity.bound not in {"exact", "about"}:
        return quantity.interval
    low, high = quantity.value, quantity.value
    if operator == "more-than":
        return Interval(low, math.inf, low_open=True)
    if operator == "at-least":
        return Interval(low, math.inf)
    if operator == "less-than":
        return Interval(-math.inf, high, high_open=True)
    return Interval(-math.inf, high)
