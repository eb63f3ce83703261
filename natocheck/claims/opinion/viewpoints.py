"""Points of view that are named: "according to X", "in X's eyes", "X's fear that …"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.opinion.cues import STRONG, Cue

if TYPE_CHECKING:
    from natocheck.language.tokens import Doc, Token

_SAID = {"acl", "ccomp", "appos"}
_OWNERS = {"my", "our"}


@dataclass(frozen=True)
class Viewpoint:
    """Words that name a point of view, whose it is, and the tokens seen from it."""

    cue: Cue
    holder: str
    scope: frozenset[int]


def find_viewpoints(doc: "Doc", lexicon: Lexicon) -> Iterator[Viewpoint]:
    """Every point of view but the author's; a cue without weight only says who speaks."""
    everything = frozenset(token.i for token in doc)
    for token in doc:
        holder = _source(token) or _holder(token, lexicon)
        if holder is not None and holder.lower_ not in _OWNERS:
            weight = 0 if token.lower_ == "according" else STRONG
            cue = Cue(min(token.head.i, token.i), max(token.i, holder.i), weight)
            yield Viewpoint(cue, phrase_of(holder), everything)
    yield from _held_ideas(doc, lexicon)


def _source(token: "Token") -> "Token | None":
    return _object_of(token, "to") if token.lower_ == "according" else None


def _holder(token: "Token", lexicon: Lexicon) -> "Token | None":
    """Whose view a noun is: "in the view of X", "from X's perspective"."""
    if token.dep_ != "pobj" or token.lemma_.lower() not in lexicon.words("viewpoint nouns"):
        return None
    articles = any(child.dep_ == "det" for child in token.children)
    return _owner(token) or (_object_of(token, "of") if articles else None)


def _held_ideas(doc: "Doc", lexicon: Lexicon) -> Iterator[Viewpoint]:
    """What an idea or a feeling says, with its owner: "the general's claim that …"."""
    feelings, ideas = lexicon.words("feeling nouns"), lexicon.words("idea nouns")
    for token in doc:
        noun = token.lemma_.lower()
        owner = _owner(token) if noun in feelings or noun in ideas else None
        said = [child for child in token.rights if child.dep_ in _SAID]
        if owner is not None and owner.lower_ not in _OWNERS and said:
            scope = frozenset(each.i for child in said for each in child.subtree) | {token.i}
            weight = STRONG if noun in feelings else 0
            yield Viewpoint(Cue(token.i, token.i, weight), phrase_of(owner), scope)


def _owner(noun: "Token") -> "Token | None":
    return next((child for child in noun.children if child.dep_ == "poss"), None)


def _object_of(token: "Token", preposition: str) -> "Token | None":
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == preposition:
            return next((each for each in child.children if each.dep_ == "pobj"), None)
    return None


def phrase_of(token: "Token") -> str:
    """The words of a noun phrase, without a possessive ending."""
    words = [each for each in token.subtree if each.tag_ != "POS" or each.head.i != token.i]
    first, last = words[0], words[-1]
    return token.doc.text[first.idx : last.idx + len(last)].strip(" ,;")
