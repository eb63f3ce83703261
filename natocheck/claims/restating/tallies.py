"""How a number of members changed: "the number of allies that … rose from three in 2014 to 23"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.restating.pieces import Piece, Restatement, sentence, stretch
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_ENDS = ("from", "to")
_SUBJECTS = {"nsubj", "nsubjpass"}


def tallies(scene: Scene) -> Iterator[Restatement]:
    """ "Three allies met it in 2014" and "23 allies meet it in 2024", of the two ends of it."""
    for noun in scene.doc:
        counting = noun.lemma_.lower() in scene.lexicon.words("counting nouns")
        if not counting or noun.dep_ not in _SUBJECTS or noun.head.dep_ != "ROOT":
            continue
        who, doing = _counted(scene, noun)
        ends = {word: _end(scene, noun.head, word) for word in _ENDS}
        if who is None or doing is None or None in ends.values() or not _moves(scene, noun.head):
            continue
        for end in ends.values():
            if end is not None:
                yield _said(scene, who, doing, end)


def _moves(scene: Scene, verb: "Token") -> bool:
    trends = scene.lexicon.values("trend verbs")
    return any(t.lemma_.lower() in trends for t in (verb, *verb.subtree) if t.pos_ == "VERB")


def _counted(scene: Scene, noun: "Token") -> "tuple[Token | None, Token | None]":
    """The members that are counted, and what they do."""
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    who = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    if who is None:
        return None, None
    modifying = [*who.children, *noun.children]  # the parser ties "that meet" to either
    doing = next((c for c in modifying if c.dep_ in {"relcl", "acl"} and c.i > who.i), None)
    beside = [c for c in who.children if c.dep_ in {"amod", "nummod"}]
    plain = who.i in scene.name_at or who.lemma_.lower() in scene.lexicon.words("member nouns")
    return (who if plain and not beside else None), doing


def _end(scene: Scene, verb: "Token", word: str) -> tuple[FoundQuantity, tuple[int, int]] | None:
    """The number behind "from" or "to", and the time that stands right behind it."""
    for found in scene.quantities:
        tokens = scene.tokens_of(found)
        first, after = tokens[0].i, tokens[-1].i + 1
        before = scene.doc[first - 1].lower_ if first else ""
        if found.quantity.unit != "count" or before != word or first < verb.i:
            continue
        for period in scene.periods:
            span = scene.tokens_of(period)
            joint = scene.doc[after : span[0].i]
            if span[0].i >= after and all(t.lower_ in {"in", "by"} for t in joint):
                return found, (after, span[-1].i + 1)
    return None


def _said(
    scene: Scene,
    who: "Token",
    doing: "Token",
    end: tuple[FoundQuantity, tuple[int, int]],
) -> Restatement:
    found, time = end
    tokens = scene.tokens_of(found)
    number = stretch(scene, tokens[0].i, tokens[-1].i + 1)
    start = who.left_edge.i
    while start < who.i and scene.doc[start].pos_ == "DET":
        start += 1
    last = doing.right_edge.i + 1
    after = [stretch(scene, doing.i + 1, last)] if doing.i + 1 < last else []
    period = next(p for p in scene.periods if scene.tokens_of(p)[-1].i + 1 == time[1])
    gone = period.period.end < scene.context.date
    helper = Piece("did" if gone else "will")
    doer = [Piece("A total of"), number, stretch(scene, start, who.i + 1)]
    verb = Piece(doing.lemma_, doing.idx, doing.idx + len(doing))
    return sentence([*doer, helper, verb, *after, stretch(scene, *time)])
