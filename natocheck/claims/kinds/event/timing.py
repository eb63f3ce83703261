"""Which periods are told of a verb, and which of a noun.

A date after an event noun is the governing verb's ("condemned the invasion in July"),
unless it stands inside the noun phrase, before the verb, or the noun follows "since",
"after" and the like. Where grammar leaves it open, the time is not sure.
"""

from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.event.insertions import end_of_insertion
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.scene import Scene
from natocheck.claims.times import is_attributive, periods_in

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_ANCHORS = {
    "since", "after", "before", "following", "until", "during", "at", "with", "from", "despite",
    "amid",
}  # fmt: skip
_REASONS = {"response", "reaction", "answer", "retaliation", "because", "due", "owing"}
_STEP = 3


def verb_periods(scene: Scene, clause: Clause) -> tuple[tuple[FoundPeriod, ...], bool]:
    """The periods of a clause that are its verb's, and whether that is beyond doubt."""
    head = clause.head
    found = [p for p in periods_in(scene, clause) if not _is_of_noun_before(scene, p, head)]
    found = [p for p in found if scene.root_of(p).head.lower_ != "ago"]
    found = [p for p in found if not is_of_other_noun(scene, p, clause)]
    sure = not any(_may_be_of_noun(scene, p, head) for p in found)
    found += _of_relative(scene, clause)
    return tuple(found), sure


def _is_of_noun_before(scene: Scene, period: FoundPeriod, verb: "Token") -> bool:
    noun = governor(scene, period)
    return noun.pos_ in {"NOUN", "PROPN"} and noun.i < scene.root_of(period).i < verb.i


def is_of_other_noun(scene: Scene, period: FoundPeriod, clause: Clause) -> bool:
    """Whether "of" ties the period to a noun that the verb does not act on: "in response
    to the attacks of 2001"."""
    of = scene.root_of(period).head
    noun = of.head
    if of.lower_ != "of" or noun.pos_ not in {"NOUN", "PROPN"} or noun.i in scene.period_at:
        return False
    nested = noun.dep_ == "pobj" and noun.head.head != clause.head
    return nested or noun.head.lower_ in _REASONS or _is_anchored(noun)


def _may_be_of_noun(scene: Scene, period: FoundPeriod, verb: "Token") -> bool:
    """Whether "since", "after" … and a noun stand between the verb and its period."""
    root = scene.root_of(period)
    between = list(scene.doc[verb.i + 1 : root.i]) if verb.i < root.i else []
    return any(
        token.lower_ in (_ANCHORS | _REASONS) - {"at", "with", "from", "during"}
        and not any(child.i in scene.period_at for child in token.children)
        for token in between
    )


def _of_relative(scene: Scene, clause: Clause) -> list[FoundPeriod]:
    """The period that "when" refers back to: "on 27 May 1997, when it was signed"."""
    opener = clause.tokens[0]
    if opener.lower_ not in {"when", "where"} and opener.tag_ != "WRB":
        return []
    near = [p for p in scene.periods if 0 <= opener.idx - p.end <= _STEP]
    return near if opener.lower_ == "when" else []


def governor(scene: Scene, period: FoundPeriod) -> "Token":
    """The word that a period is said of: past its preposition."""
    token = scene.root_of(period).head
    while token.dep_ == "prep" or token.pos_ == "ADP":
        if token.head == token:
            return token
        token = token.head
    return token


def noun_periods(
    scene: Scene, noun: "Token", clause: Clause, inside: set[int]
) -> tuple[FoundPeriod, ...]:
    """The periods that a noun phrase carries; one that may be the verb's is left out."""
    fixed = [p for p in scene.periods if _is_fixed_to(scene, p, noun)]
    if fixed:
        return tuple(fixed)
    near = [p for p in scene.periods if _is_beside(scene, p, noun, inside)]
    near = [p for p in near if not all(t.i in scene.name_at for t in scene.tokens_of(p))]
    own = [p for p in near[:1] if _is_before(scene, p, clause) or _is_anchored(noun)]
    return tuple(own)


def _is_fixed_to(scene: Scene, period: FoundPeriod, noun: "Token") -> bool:
    root = scene.root_of(period)
    if is_attributive(scene, period) and root.head == noun:
        return True
    if _is_in_brackets(scene, period, noun):
        return True
    return root.head.lower_ == "of" and root.head.head == noun


def _is_in_brackets(scene: Scene, period: FoundPeriod, noun: "Token") -> bool:
    """ "The Vilnius summit (11 and 12 July 2023)", "the summit in Vilnius (July 2023)"."""
    tokens = scene.tokens_of(period)
    opening, closing = tokens[0].i - 1, tokens[-1].i + 1
    if opening <= noun.i or closing >= len(scene.doc) or scene.doc[opening].text != "(":
        return False
    between = scene.doc[noun.i + 1 : opening]
    phrase = all(t.pos_ in {"ADP", "DET", "PROPN"} for t in between)
    return scene.doc[closing].text == ")" and phrase


def _is_beside(scene: Scene, period: FoundPeriod, noun: "Token", inside: set[int]) -> bool:
    """Whether a period hangs on the noun, or follows its phrase without a break."""
    root = scene.root_of(period)
    if is_attributive(scene, period) or root.i < noun.i:
        return False
    start = end_of_insertion(noun) or noun.i + 1
    between = scene.doc[start : scene.tokens_of(period)[0].i]
    if any(_is_verb(t) or t.text in {";", ":", "(", "–"} for t in between):
        return False
    if root.i in inside:
        return True
    commas = any(t.text == "," for t in between)
    events = any(
        t.pos_ == "NOUN" and t.dep_ == "pobj" and t.head.lower_ in _ANCHORS for t in between
    )
    return not commas and not events


def _is_verb(token: "Token") -> bool:
    return token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"amod", "compound"}


def _is_before(scene: Scene, period: FoundPeriod, clause: Clause) -> bool:
    return scene.root_of(period).i < clause.head.i


def _is_anchored(noun: "Token") -> bool:
    """Whether "since", "after", "at" … governs the noun, or what the noun is of."""
    token = noun
    while token.dep_ in {"pobj", "prep", "pcomp", "compound"} and token.head != token:
        token = token.head
        if token.lower_ in _ANCHORS:
            return True
        if token.dep_ == "prep" and token.lower_ != "of":
            return False
    return False
