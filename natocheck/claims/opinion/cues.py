"""Words and phrases that show an opinion wherever they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon

if TYPE_CHECKING:
    from natocheck.language.tokens import Doc, Token

_PREDICATES = {"acomp", "attr", "oprd"}
Phrases = dict[tuple[str, str], tuple[tuple[str, ...], ...]]

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
    if not _judges(token, lexicon):
        hints = token.dep_ != "compound" and _forms(token) & lexicon.words("opinion hints")
        return WEAK if hints else 0
    return DECISIVE if token.dep_ in _PREDICATES and token.head.dep_ == "ROOT" else STRONG


def _forms(token: "Token") -> set[str]:
    return {token.lower_, token.lemma_.lower()}


def _judges(token: "Token", lexicon: Lexicon) -> bool:
    listed = {"ADJ": "judging adjectives", "VERB": "judging verbs"}.get(token.pos_)
    uses = ("judging words", listed) if listed else ("judging words",)
    return any(_forms(token) & lexicon.words(use) for use in uses)


@cache
def _hyphenated(words: frozenset[str]) -> frozenset[str]:
    """The words that a tokeniser cuts at their hyphens."""
    return frozenset(word for word in words if "-" in word)


def _is_name(token: "Token") -> bool:
    return token.pos_ == "PROPN" and token.i > 0


def _phrases(doc: "Doc", phrases: frozenset[str]) -> Iterator[Cue]:
    words = [token.lower_.replace("’", "'") for token in doc]
    index = _by_beginning(phrases)
    for start, (first, second) in enumerate(zip(words, [*words[1:], ""], strict=False)):
        met = [p for n in (second, "*", "") for p in index.get((first, n), ())]
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
    """The phrases as words, by their first two words; the second of a single one is empty."""
    index: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases):
        words = tuple(phrase.replace("-", " - ").split())
        index.setdefault((words[0], words[1] if len(words) > 1 else ""), []).append(words)
    return {beginning: tuple(each) for beginning, each in index.items()}
