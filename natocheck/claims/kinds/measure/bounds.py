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
    ranking = _rank_tokens(scene, clause)
    for token in clause.tokens:
        # The number's own bound words have been read with it: "a shade over 2" is no "over".
        if token.idx >= found.start:
            break
        if token.i in ranking:
            continue
        phrases = [token.lower_, token.lemma_.lower()]
        if token.i + 1 < len(token.doc):
            phrases.append(f"{token.lemma_.lower()} {token.nbor(1).lower_}")
        for phrase in reversed(phrases):
            if phrase in table and _reaches(scene, token.idx, found):
                return str(table[phrase])  # type: ignore[return-value]
    return _of_passive(scene, clause, found)


def _of_passive(scene: Scene, clause: Clause, found: FoundQuantity) -> Operator:
    """ "The 2 percent mark was reached by": the verb's bound, where its object comes first."""
    passive = [t for t in clause.tokens if t.dep_ == "nsubjpass"]
    root = scene.root_of(found)
    if not any(t == root or t.is_ancestor(root) for t in passive):
        return "equal"
    words = scene.lexicon.values("bound words")
    bound = next(
        (words[v.lemma_.lower()] for v in clause.chain if v.lemma_.lower() in words), "equal"
    )
    return str(bound)  # type: ignore[return-value]


def _rank_tokens(scene: Scene, clause: Clause) -> set[int]:
    """The tokens of a phrase that gives a rank: "tops" in "tops the table" is no bound."""
    lemmas = [token.lemma_.lower() for token in clause.tokens]
    found: set[int] = set()
    for phrase in scene.lexicon.values("rank phrases"):
        words = phrase.split()
        for i in range(len(lemmas) - len(words) + 1):
            if lemmas[i : i + len(words)] == words:
                found |= {token.i for token in clause.tokens[i : i + len(words)]}
    return found


def _reaches(scene: Scene, offset: int, found: FoundQuantity) -> bool:
    """A bound word bears on the number if it is no other's and none stands between them."""
    return not any(
        offset < q.end <= found.start and q.quantity.unit == found.quantity.unit
        for q in scene.quantities
    )


def interval_of(found: FoundQuantity, operator: Operator, *, threshold: bool = False) -> Interval:
    """The figures allowed by a number under an operator of the clause.

    "Reached about 2.5" is a figure, "reached 2" a threshold that may be passed. With
    ``threshold`` a round number is one in any case: members that "spend 2 percent" may
    spend more, and a country that does not spend 2 or 3.5, spends less.
    """
    quantity = found.quantity
    is_round = quantity.value == int(quantity.value) and quantity.bound == "exact"
    is_bar = _is_half(quantity.value) and quantity.bound == "exact"
    if operator == "equal" and threshold and is_bar and "exact" not in quantity.text.lower():
        return Interval(quantity.value, math.inf)
    if operator == "equal" or quantity.bound not in {"exact", "about"}:
        return quantity.interval
    if operator == "at-least" and not (is_round or threshold):
        return quantity.interval
    ends: dict[Operator, Interval] = {
        "more-than": Interval(quantity.value, math.inf, low_open=True),
        "at-least": Interval(quantity.value, math.inf),
        "less-than": Interval(-math.inf, quantity.value, high_open=True),
        "at-most": Interval(-math.inf, quantity.value),
    }
    return ends[operator]


def _is_half(value: float) -> bool:
    """Whether a number is a whole or a half: bars are set at these."""
    return 2 * value == int(2 * value)
