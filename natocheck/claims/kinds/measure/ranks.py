"""Which place a figure takes among those of a group."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.kinds.measure.reading import Reading, subject_items
from natocheck.model.claims import Measured, Operand

if TYPE_CHECKING:
    from spacy.tokens import Token


def rank(reading: Reading) -> Iterator[Measured]:
    """ "the biggest spender", "second-largest", "tops the table", "brought up the rear"."""
    found = _rank_words(reading)
    items = tuple(i for i in subject_items(reading) if not i.is_group)
    if found is None or len(items) != 1:
        return
    number, bottom = found
    groups = [i.id for i in reading.items if i.is_group]
    whole = Operand(actors=tuple(groups[:1])) if groups else None
    operand = Operand(actors=(items[0].id,))
    yield reading.measured(form="rank", operand=operand, rank=number, bottom=bottom, whole=whole)


def _rank_words(reading: Reading) -> tuple[int, bool] | None:
    phrases = reading.scene.lexicon.values("rank phrases")
    text = f" {' '.join(t.lemma_.lower() for t in reading.clause.tokens)} "
    for phrase, end in phrases.items():
        if f" {phrase} " in text:
            return 1, end == "bottom"
    placed = _placed(reading)
    if placed is not None:
        return placed, False
    superlatives = reading.scene.lexicon.values("superlatives")
    for token in reading.clause.tokens:
        if token.lower_ in superlatives and _is_of_measure(reading, token):
            return _ordinal_near(reading, token), superlatives[token.lower_] == "bottom"
    return None


def _placed(reading: Reading) -> int | None:
    """ "ranks fourth", "comes second": an ordinal on its own after a verb of place."""
    verbs = reading.scene.lexicon.words("place verbs")
    if not {t.lemma_.lower() for t in reading.clause.tokens} & verbs:
        return None
    for found in reading.scene.quantities:
        root = reading.scene.root_of(found)
        alone = found.quantity.unit == "ordinal" and root.dep_ in {
            "advmod",
            "dobj",
            "acomp",
            "attr",
        }
        if alone and root in reading.clause.tokens and root.head.lemma_.lower() in verbs:
            return int(found.quantity.value)
    return None


def _is_of_measure(reading: Reading, superlative: "Token") -> bool:
    """Whether a superlative belongs to the measure: "largest armed forces", "spender"."""
    nouns = {word for noun in reading.measure.nouns for word in noun.split()}
    nouns |= reading.scene.lexicon.words("rank nouns")
    head = superlative.head
    if superlative.dep_ in {"acomp", "attr", "oprd"} or head.pos_ in {"VERB", "AUX"}:
        return True
    return head.lemma_.lower() in nouns or head.lower_ in nouns


def _ordinal_near(reading: Reading, token: "Token") -> int:
    for found in reading.scene.quantities:
        if found.quantity.unit == "ordinal" and 0 <= token.idx - found.end <= 2:
            return int(found.quantity.value)
    return 1
