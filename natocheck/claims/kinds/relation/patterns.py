"""The words that say a content, and whether they stand among some tokens.

A pattern is a run of words: lemmas or forms, "|" between those of which one will do, and
"…" where up to eight others may pass. Articles and hyphens count for nothing.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from natocheck.claims.lexicon import Lexicon
    from natocheck.language.tokens import Token

_GAP = "…"
_LONGEST_GAP = 8
_SKIPPED = {"a", "an", "the", "-", "'s", "’s", ",", "“", "”", '"'}
Listed = dict[str, list[str]]


@dataclass(frozen=True)
class Patterns:
    """Of each content the nouns and statements for it, and the numbers it may have."""

    nouns: Listed
    statements: Listed
    numbers: dict[str, set[str]]

    @property
    def known(self) -> set[str]:
        """The contents that any words are listed for."""
        return {*self.nouns, *self.statements}

    @classmethod
    def listed(cls, lexicon: "Lexicon", contents: set[str]) -> "Patterns":
        """The words that the rule base lists for some contents."""

        def of(use: str) -> Listed:
            values = lexicon.values(use)
            return {c: list(v) for c in contents if isinstance(v := values.get(c), list)}

        numbers = {c: set(v) for c, v in of("content numbers").items()}
        return cls(of("content nouns"), of("content statements"), numbers)


def matches(tokens: list["Token"], listed: Listed) -> set[str]:
    """The contents of which a pattern stands among the tokens."""
    words = [{t.lower_, t.lemma_.lower()} for t in tokens if t.lower_ not in _SKIPPED]
    return {c for c, patterns in listed.items() if any(_stands(words, p) for p in patterns)}


def _stands(words: list[set[str]], pattern: str) -> bool:
    parts = [_GAP if part == _GAP else set(part.split("|")) for part in pattern.split()]
    return any(_fits(words, start, parts) for start in range(len(words)))


def _fits(words: list[set[str]], start: int, parts: list[str | set[str]]) -> bool:
    if not parts:
        return True
    first, rest = parts[0], parts[1:]
    if isinstance(first, str):
        ends = range(start, min(start + _LONGEST_GAP, len(words)) + 1)
        return any(_fits(words, end, rest) for end in ends)
    return start < len(words) and bool(words[start] & first) and _fits(words, start + 1, rest)
