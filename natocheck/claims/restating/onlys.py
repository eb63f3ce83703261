""" "Poland was the only ally that spent more" is "only Poland spent more", either way round."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.restating.pieces import (
    Piece,
    Restatement,
    end_of_sentence,
    sentence,
    stretch,
)
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_MODIFIERS = {"relcl", "acl", "prep"}
_PLACES = {"below", "above", "under", "over", "beneath", "short"}
_RELATIVES = {"that", "which", "who"}
_SUBJECTS = {"nsubj", "nsubjpass"}


def onlys(scene: Scene) -> Iterator[Restatement]:
    """ "X was the only one to do it" and "the only one to do it was X"."""
    for noun in scene.doc:
        being = noun.head
        if being.dep_ != "ROOT" or being.lemma_ != "be" or not _is_only(noun):
            continue
        named = _other_side(noun)
        if named is None or (noun.dep_ != "attr" and _goes_on(scene, named)):
            continue
        done = _done(noun, being)
        if done is None or not _are_countries(scene, named):
            continue
        whole = _whole(scene, noun)
        if whole is not None:
            yield sentence(_said(scene, (noun, named), whole, done))


def _is_only(noun: "Token") -> bool:
    sides = {"attr"} | _SUBJECTS
    return noun.dep_ in sides and any(c.lower_ == "only" and c.i < noun.i for c in noun.children)


def _goes_on(scene: Scene, named: "Token") -> bool:
    """Whether more follows the names: it might restrict them."""
    return named.right_edge.i + 1 < end_of_sentence(scene)


def _other_side(noun: "Token") -> "Token | None":
    """Who is said to be the only one: the subject of the noun, or what the noun is said to be."""
    wanted = _SUBJECTS if noun.dep_ == "attr" else {"attr"}
    return next((c for c in noun.head.children if c.dep_ in wanted), None)


def _are_countries(scene: Scene, named: "Token") -> bool:
    """Whether nothing but names of countries is listed there."""
    tokens = [t for t in named.subtree if t.i in scene.name_at]
    rest = [t for t in named.subtree if t.i not in scene.name_at and not t.is_punct]
    names = {scene.name_at[t.i] for t in tokens}
    known = all(map(scene.lexicon.names_country, names))
    return bool(names) and known and all(t.lower_ in {"and", "the", "both"} for t in rest)


def _whole(scene: Scene, noun: "Token") -> tuple[Piece, ...] | None:
    """Of whom they are the only ones: nothing where that is the alliance's members or unsaid;
    None where it is anybody's guess."""
    tail = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in {"of", "in"}), None)
    first = next(c.i for c in noun.children if c.lower_ == "only") + 1
    plain = tail is None and first >= noun.i - 1
    if plain and (noun.pos_ == "NUM" or noun.lemma_.lower() in scene.lexicon.words("ally nouns")):
        return ()
    group = any(
        t.i in scene.name_at for t in scene.doc[first : (tail.right_edge if tail else noun).i + 1]
    )
    if not group:
        return None
    end = (tail.right_edge if tail is not None else noun).i + 1
    return (Piece("of the"), stretch(scene, first, end), Piece(","))


def _done(noun: "Token", being: "Token") -> tuple[tuple[Piece, ...], int, int] | None:
    """What they alone do: words to put before it, and where it begins and ends."""
    after = [c for c in noun.children if c.i > noun.i and c.dep_ in _MODIFIERS]
    last = next((c for c in after if c.dep_ != "prep" or c.lower_ in _PLACES), None)
    if last is None:
        return None
    end = last.right_edge.i + 1
    first = last.left_edge
    if last.dep_ == "prep":
        return (Piece(being.text),), last.i, end
    if first.lower_ in _RELATIVES and first.dep_ in _SUBJECTS:
        return (), first.i + 1, end
    if first.lower_ == "to" and first.head == last:
        return (Piece("did" if being.tag_ == "VBD" else "do"),), first.i + 1, end
    if first == last and last.tag_ in {"VBG", "VBN"}:
        return (Piece(being.text),), last.i, end
    return None


def _said(
    scene: Scene,
    parts: "tuple[Token, Token]",
    whole: tuple[Piece, ...],
    done: tuple[tuple[Piece, ...], int, int],
) -> list[Piece]:
    noun, named = parts
    helper, first, end = done
    begin = min(noun.left_edge.i, named.left_edge.i)
    opening = [stretch(scene, 0, begin)] if begin else []
    who = stretch(scene, named.left_edge.i, named.right_edge.i + 1)
    stop = end_of_sentence(scene)
    rest = [stretch(scene, end, stop)] if noun.dep_ == "attr" and end < stop else []
    return [*opening, *whole, Piece("only"), who, *helper, stretch(scene, first, end), *rest]
