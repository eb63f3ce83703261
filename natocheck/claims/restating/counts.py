"""How many there are of those that do something: "the number of allies that spend … is nine"."""

from collections.abc import Iterator
from dataclasses import replace
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

_RELATIVES = {"that", "who", "which"}


def counts(scene: Scene) -> Iterator[Restatement]:
    """ "The number of allies that spend 2 percent was nine in 2024" is "nine allies spend 2
    percent in 2024"; "the share of allies …" is "… percent of allies …"."""
    for noun in scene.doc:
        being = noun.head
        if noun.dep_ != "nsubj" or being.dep_ != "ROOT" or being.lemma_ != "be":
            continue
        counted = _counted(noun)
        number = _number(scene, noun, being)
        if counted is not None and number is not None:
            yield from _said_plainly(scene, noun, counted, number)


def _counted(noun: "Token") -> "Token | None":
    """Of what something is the number."""
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    return next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None


def _number(scene: Scene, noun: "Token", being: "Token") -> tuple[int, int, str] | None:
    """Where the number stands that follows the verb, and what joins it to those counted."""
    following = being.i + 1
    found = scene.quantity_at.get(following)
    if found is None:
        return None
    lexicon, unit = scene.lexicon, found.quantity.unit
    tokens = scene.tokens_of(found)
    if unit == "count" and noun.lemma_.lower() in lexicon.words("counting nouns"):
        return tokens[0].i, tokens[-1].i + 1, ""
    if unit == "percent" and noun.lemma_.lower() in lexicon.words("share nouns"):
        return tokens[0].i, tokens[-1].i + 1, "of"
    return None


def _said_plainly(
    scene: Scene, noun: "Token", counted: "Token", number: tuple[int, int, str]
) -> Iterator[Restatement]:
    """The number, those counted, what they do, and what is said after the number."""
    first, after, joint = number
    doc, being = scene.doc, noun.head
    doing = doc[counted.i + 1 : being.i]
    while len(doing) and doing[0].lower_ in _RELATIVES:
        doing = doing[1:]
    start = counted.left_edge.i
    while start < counted.i and doc[start].pos_ == "DET":
        start += 1
    if not len(doing) or doing[0].pos_ not in {"VERB", "AUX"}:
        return
    verb = doing[0]
    said = Piece(verb.lemma_ if verb.tag_ == "VBG" else verb.text, verb.idx, verb.idx + len(verb))
    rest = [stretch(scene, verb.i + 1, being.i)] if verb.i + 1 < being.i else []
    end = end_of_sentence(scene)
    late = [stretch(scene, after, end)] if after < end else []
    opening = [stretch(scene, 0, noun.left_edge.i)] if noun.left_edge.i else []
    who = [stretch(scene, first, after), Piece(joint), stretch(scene, start, counted.i + 1)]
    yield sentence([*opening, *_opening_with_capital(who, opening), said, *rest, *late])


def _opening_with_capital(who: list[Piece], opening: list[Piece]) -> list[Piece]:
    """The parser takes a small first word for a part of a heading."""
    first = who[0]
    return who if opening else [replace(first, text=first.text.capitalize()), *who[1:]]
