"""Which place a figure takes among those of a group."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.kinds.measure.items import Item, items_in, run_from
from natocheck.claims.kinds.measure.reading import Reading, subject_items
from natocheck.claims.kinds.measure.regions import within_region
from natocheck.claims.kinds.measure.tops import has_count_of_places
from natocheck.claims.phrases import coordinated
from natocheck.model.claims import Measured, Operand

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def rank(reading: Reading) -> Iterator[Measured]:
    """ "the biggest spender", "second-largest", "tops the table", "brought up the rear"."""
    found = _rank_words(reading)
    items = tuple(i for i in subject_items(reading) if not i.is_group)
    if found is None or len(items) != 1:
        return
    number, bottom = found
    number += len(_those_before(reading, items[0])) if number == 1 else 0
    groups = [i.id for i in reading.items if i.is_group]
    whole = Operand(actors=tuple(groups[:1])) if groups else within_region(reading)
    chain = [items[0], *_followers(reading, items[0])]
    for place, item in enumerate(chain, number):
        operand = Operand(actors=(item.id,))
        yield reading.measured(form="rank", operand=operand, rank=place, bottom=bottom, whole=whole)


_AHEAD = {"after", "behind"}


def _followers(reading: Reading, first: Item) -> tuple[Item, ...]:
    """ "Poland, followed by Estonia and Latvia": who takes the places after."""
    scene = reading.scene
    after = [t for t in scene.doc if t.idx >= first.end and not t.is_punct]
    if [t.lower_ for t in after[:2]] != ["followed", "by"]:
        return ()
    items = [i for i in items_in(scene, {t.i for t in after}) if not i.is_group]
    return run_from(scene, tuple(items), items[0]) if items else ()


def _those_before(reading: Reading, first: Item) -> tuple[Item, ...]:
    """ "The biggest spender after the United States": who has the places before."""
    behind = reading.scene.lexicon.words("behind words")
    for item in reading.items:
        before = [t.lower_ for t in reading.scene.doc if t.idx < item.start and t.lower_ != "the"]
        named = item.id != first.id and not item.is_group
        if named and before and before[-1] in behind:
            return run_from(reading.scene, reading.items, item)
    return ()


def _rank_words(reading: Reading) -> tuple[int, bool] | None:
    if has_count_of_places(reading):
        return None
    phrases = reading.scene.lexicon.values("rank phrases")
    text = f" {' '.join(t.lemma_.lower() for t in reading.clause.tokens)} "
    for phrase, end in phrases.items():
        if f" {phrase} " in text:
            return 1, end == "bottom"
    if _heads_list(reading):
        return 1, False
    placed = _placed(reading)
    if placed is not None:
        return placed, False
    superlatives = reading.scene.lexicon.values("superlatives")
    for token in reading.clause.tokens:
        if token.lower_ in superlatives and _is_of_measure(reading, token):
            place = _ordinal_near(reading, token)
            ahead = _ahead(reading) if place == 1 else 0
            return place + ahead, superlatives[token.lower_] == "bottom"
    return None


def _ahead(reading: Reading) -> int:
    """How many are named before whom it is not the first: "the largest after Poland"."""
    roots = {item.root for item in reading.items if not item.is_group}
    behind = (t for t in reading.clause.tokens if t.lower_ in _AHEAD and t.dep_ == "prep")
    things = (c for prep in behind for c in prep.children if c.dep_ == "pobj")
    return sum(each in roots for thing in things for each in (thing, *coordinated(thing)))


def _heads_list(reading: Reading) -> bool:
    """ "leads the alliance", "heads NATO's spending table": first among those listed."""
    verbs = reading.scene.lexicon.words("rank verbs")
    return any(
        token.dep_ == "dobj" and token.head.lemma_.lower() in verbs and is_list(reading, token)
        for token in reading.clause.tokens
    )


def is_list(reading: Reading, token: "Token") -> bool:
    """Whether a noun is a table of places, or the group whose members have them."""
    lists = reading.scene.lexicon.words("rank lists")
    if lists & {token.lemma_.lower(), token.lower_}:
        return True
    return any(item.is_group and item.root == token for item in reading.items)


def _placed(reading: Reading) -> int | None:
    """ "ranks fourth", "comes second", "fifth in the table": an ordinal on its own."""
    ordinals = reading.scene.lexicon.time_words.numbers.ordinals
    for token in reading.clause.tokens:
        found = reading.scene.quantity_at.get(token.i)
        ordinal = found is not None and found.quantity.unit == "ordinal"
        number = found.quantity.value if found and ordinal else ordinals.get(token.lower_)
        if number and (_is_place(reading, token) or _is_in_list(reading, token)):
            return int(number)
    return None


def _is_place(reading: Reading, root: "Token") -> bool:
    alone = root.dep_ in {"advmod", "dobj", "acomp", "attr"}
    return alone and root.head.lemma_.lower() in reading.scene.lexicon.words("place verbs")


def _is_in_list(reading: Reading, root: "Token") -> bool:
    """Whether an ordinal describes a name by its place in a list."""
    beside = root.dep_ in {"amod", "appos", "acl", "advcl"} and any(
        root.head == item.root for item in reading.items
    )
    inside = [t for c in root.children if c.lower_ in {"in", "on"} for t in c.children]
    return beside and any(is_list(reading, t) for t in inside)


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
