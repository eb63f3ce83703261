"""Words and phrases that show an opinion wherever they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon

if TYPE_CHECKING:
    from natocheck.language.tokens import Doc, Token

_PREDICATES = {"acomp", "attr", "oprd"}
Phrases = dict[str, dict[str, tuple[tuple[str, ...], ...]]]
"""Phrases as words, by the first of them and then by the second."""

_HINTS = "opinion hints"
_JUDGING = "judging words"
_JUDGING_AS = {"ADJ": "judging adjectives", "VERB": "judging verbs"}
_USES = (_HINTS, _JUDGING, *_JUDGING_AS.values())

DECISIVE = 6
STRONG = 4
WEAK = 2
SLIGHT = 1


@dataclass(frozen=True)
class Cue:
    """Words that show an opinion: their first and last token, and how strongly."""

    first: int
    last: int
    weight: int

    @property
    def span(self) -> range:
        """The indices of its tokens."""
        return range(self.first, self.last + 1)


def word_cues(doc: "Doc", lexicon: Lexicon) -> Iterator[Cue]:
    """The phrases and single words that judge, those inside neutral phrases left out."""
    taken = {i for cue in _phrases(doc, lexicon.words("neutral phrases")) for i in cue.span}
    compounds = _hyphenated(lexicon.words("judging words"))
    for phrases in (lexicon.words("opinion phrases"), compounds):
        for cue in _phrases(doc, phrases):
            yield cue
            taken |= set(cue.span)
    for token in doc:
        weight = 0 if token.i in taken or _is_name(token) else _weight(token, lexicon)
        if weight:
            yield Cue(token.i, token.i, weight)


def _weight(token: "Token", lexicon: Lexicon) -> int:
    """The weight of a single word; one that judges as the predicate decides."""
    uses = lexicon.uses_of(token.lower_, _USES) | lexicon.uses_of(token.lemma_.lower(), _USES)
    if not uses:
        return 0
    if not uses & {_JUDGING, _JUDGING_AS.get(token.pos_)}:
        return WEAK if token.dep_ != "compound" and _HINTS in uses else 0
    return DECISIVE if token.dep_ in _PREDICATES and token.head.dep_ == "ROOT" else STRONG


@cache
def _hyphenated(words: frozenset[str]) -> frozenset[str]:
    """The words that a tokeniser cuts at their hyphens."""
    return frozenset(word for word in words if "-" in word)


def _is_name(token: "Token") -> bool:
    return token.pos_ == "PROPN" and token.i > 0


def _phrases(doc: "Doc", phrases: frozenset[str]) -> Iterator[Cue]:
    words = [token.lower_.replace("’", "'") for token in doc]
    index = _by_beginning(phrases)
    for start, first in enumerate(words):
        if first in index:
            second = words[start + 1] if start + 1 < len(words) else ""
            met = [p for n in (second, "*", "") for p in index[first].get(n, ())]
            for phrase in sorted(met, key=len, reverse=True):
                if _says(words[start : start + len(phrase)], phrase):
                    yield Cue(start, start + len(phrase) - 1, STRONG)
                    break


def _says(words: list[str], phrase: tuple[str, ...]) -> bool:
    """Whether the words are those of a phrase, in which "*" is any word."""
    return len(words) == len(phrase) and all(
        want in {"*", have} for want, have in zip(phrase, words, strict=True)
    )


@cache
def _by_beginning(phrases: frozenset[str]) -> Phrases:
    """The phrases by their beginnings; the second word of a single one is empty."""
    index: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
    for phrase in sorted(phrases):
        words = tuple(phrase.replace("-", " - ").split())
        first, second = words[0], words[1] if len(words) > 1 else ""
        seconds = index.setdefault(first, {})
        seconds[second] = (*seconds.get(second, ()), words)
    return index
