"""Comparisons that say nothing but who has more: "no ally has more soldiers than Turkey"."""

from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Iterable

    from natocheck.language.tokens import Token

_SMALL = {"DET", "PUNCT", "AUX", "CCONJ", "PART", "PRON"}
_INSIDE = {"in", "within", "of", "among"}
_THAN = "than"
_OTHERS = ("other", "else", "any")
_REACH = 3


def is_plain_order(
    scene: Scene, clause: Clause, verbs: frozenset[str], nouns: tuple[str, ...]
) -> bool:
    """Whether a clause is "X has more of the thing than Y" and no more than that.

    ``nouns`` are what is counted, each between spaces; ``verbs`` those of having it.
    """
    tokens = clause.tokens
    than = next((i for i, t in enumerate(tokens) if t.lower_ == _THAN), None)
    more = scene.lexicon.values("comparatives")
    first = next((i for i, t in enumerate(tokens[:than]) if t.lower_ in more), None)
    if than is None or first is None:
        return False
    thing = " ".join(t.lemma_.lower() for t in tokens[first + 1 : than])
    said = " ".join(t.lower_ for t in tokens[first + 1 : than])
    if not {f" {thing} ", f" {said} "} & set(nouns):
        return False
    rest = [*tokens[:first], *tokens[than + 1 :]]
    return all(_is_harmless(scene, t, verbs) for t in rest)


def _is_harmless(scene: Scene, token: "Token", verbs: frozenset[str]) -> bool:
    """Whether a word only says who is compared, or when."""
    if token.i in scene.name_at:
        return _is_of_member(scene, token.i)
    if token.i in scene.period_at or token.i in scene.quantity_at or token.pos_ in _SMALL:
        return True
    lexicon = scene.lexicon
    known = lexicon.words("member nouns") | lexicon.words("exceptions") | lexicon.words("only")
    known |= {word for phrase in lexicon.words("leaving out") for word in phrase.split()}
    known |= lexicon.words("present adverbs") | verbs
    if {token.lower_, token.lemma_.lower()} & known or token.lower_ in _OTHERS:
        return True
    return token.lower_ in _INSIDE and _opens_body(scene, scene.doc[token.i + 1 :][:_REACH])


def _opens_body(scene: Scene, after: "Iterable[Token]") -> bool:
    """Whether what follows is the alliance, a group of allies or a time: "in NATO", not "in
    Lithuania"."""
    first = next((t for t in after if t.lower_ != "the"), None)
    if first is None or first.i in scene.period_at:
        return first is not None
    name = scene.name_at.get(first.i)
    if name is None:
        return first.lemma_.lower() in scene.lexicon.words("member nouns")
    return not scene.lexicon.names_country(name) and _is_of_member(scene, first.i)


def _is_of_member(scene: Scene, position: int) -> bool:
    """Whether a name is of a country, a group of them or a body they belong to."""
    name = scene.name_at[position]
    bodies = scene.lexicon.index.memberships
    named = name.ids("name", "metonym")
    country = any(scene.lexicon.is_country(i) for i in named)
    return country or bool(name.ids("group")) or any(i in bodies for i in named)
