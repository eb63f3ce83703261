"""Ranks among members: "the 31st", "the last country to join", "the two newest"."""

from typing import TYPE_CHECKING

from natocheck.claims.kinds.membership.verbs import verb_at
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

CLAUSES = {"acl", "relcl", "xcomp"}


def joining_clause(scene: Scene, noun: "Token") -> "Token | None":
    """ "to join NATO", "to come under its umbrella", "that joined" after the noun.

    "The last to come into NATO was Sweden" is read now and then as if it came into NATO.
    """
    governs = noun.dep_ in {"nsubj", "nsubjpass"} and any(t.lower_ == "to" for t in noun.head.lefts)
    taken = verb_at(scene, noun.head) if governs else None
    if taken is not None and taken.mode == "joined":
        return noun.head
    for child in after(noun):
        if child.dep_ in CLAUSES:
            verb = verb_at(scene, child)
            if verb is not None and verb.mode == "joined":
                return child
            if any(t.lower_ == "under" for t in child.children):
                return child
    return None


def after(noun: "Token") -> "list[Token]":
    """What follows a noun; what follows a predicate noun may be parsed beside it."""
    beside = list(noun.head.children) if noun.dep_ in {"attr", "oprd"} else []
    return [*noun.rights, *(each for each in beside if each.i > noun.i)]


def is_bare_rank(scene: Scene, token: "Token") -> bool:
    """ "The last to join NATO", "the 31st to join"."""
    found = scene.quantity_at.get(token.i)
    ranked = found is not None and found.quantity.unit == "ordinal"
    ranked = ranked or token.lower_ in scene.lexicon.words("last")
    heads = token.dep_ in {"attr", "nsubj", "appos", "pobj"}
    return ranked and heads and joining_clause(scene, token) is not None


def is_last(scene: Scene, words: set[str], joining: "Token") -> bool:
    """ "The last country to join", "the country that joined last", "… most recently"."""
    adverbs = {t.lower_ for t in joining.children if t.dep_ == "advmod"}
    return bool((words | adverbs) & scene.lexicon.words("last"))


def is_bounded(scene: Scene, joining: "Token") -> bool:
    """ "The last to join before Sweden", "the last to join in 2004"."""
    bounds = scene.lexicon.words("order words")
    return any(t.lower_ in bounds or t.i in scene.period_at for t in joining.subtree)


def order_of(scene: Scene, noun: "Token") -> int | None:
    """The one rank before a noun, if there is just one."""
    orders = orders_of(scene, noun)
    return orders[0] if len(orders) == 1 else None


def orders_of(scene: Scene, noun: "Token") -> list[int]:
    """The ranks before a noun: "31st" in "the 31st member"."""
    ordinals = [q for q in scene.quantities if q.quantity.unit == "ordinal"]
    return [
        int(found.quantity.value)
        for found in ordinals
        if noun.left_edge.idx <= found.start and found.end <= noun.idx + len(noun)
    ]


def number_of_newest(scene: Scene, noun: "Token") -> int:
    """How many are the newest: one, the number before the noun, or -1 for a bare plural."""
    counts = [q for q in scene.quantities if q.quantity.unit == "count"]
    for found in counts:
        if noun.left_edge.idx <= found.start and found.end <= noun.idx:
            return int(found.quantity.value)
    return -1 if noun.tag_ in {"NNS", "NNPS"} else 1


def is_ranked_otherwise(scene: Scene, noun: "Token") -> bool:
    """Whether a clause says of what it is first or last: "the last member to ratify"."""
    ranked = {t.lower_ for t in noun.lefts} & scene.lexicon.words("last")
    if not ranked and order_of(scene, noun) is None:
        return False
    return any(child.dep_ in CLAUSES for child in after(noun))
