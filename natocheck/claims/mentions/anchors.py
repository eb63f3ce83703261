"""What a text must hold for a number or a time to be in it: a digit, or one of some words.

Most sentences have none of these, and are then not searched with any pattern; nor is a pattern
compiled before a text has what it asks for.
"""

import functools
import re
from collections.abc import Iterable, Iterator

from natocheck.claims.mentions.numberwords import NumberWords
from natocheck.claims.mentions.numerals import GLYPHS
from natocheck.claims.mentions.timewords import TimeWords

DIGIT = "0"
"""Stands for any digit, or sign of a fraction."""

_DIGITS = re.compile(rf"[\d{''.join(GLYPHS)}]")
_RUNS = re.compile(r"[a-z]+")
# Words that the patterns of times name themselves.
_OWN_TIMES = ("weekend", "yesterday", "today", "tomorrow")
_ARTICLES = frozenset({"a", "an"})


@functools.lru_cache(maxsize=8)
def said_in(text: str) -> frozenset[str]:
    """The runs of plain letters of a text, in lower case, and DIGIT where it has any."""
    found = frozenset(_RUNS.findall(text.lower()))
    return found | {DIGIT} if _DIGITS.search(text) else found


def may_count(text: str, words: NumberWords) -> bool:
    """Whether a text may hold a quantity: a numeral, or an article before a unit ("a dollar")."""
    said = said_in(text)
    if not said.isdisjoint(_numerals(words)):
        return True
    return not (said.isdisjoint(_ARTICLES) or said.isdisjoint(_units(words)))


@functools.lru_cache(maxsize=8)
def _numerals(words: NumberWords) -> frozenset[str]:
    listed = (words.cardinals, words.ordinals, words.fraction_names, words.scales)
    counted = [word for each in (*listed, words.multipliers) for word in each]
    return anchors_of([*counted, "once", DIGIT])


@functools.lru_cache(maxsize=8)
def _units(words: NumberWords) -> frozenset[str]:
    return anchors_of(words.units)


@functools.lru_cache(maxsize=8)
def time_anchors(words: TimeWords) -> frozenset[str]:
    """One of these is in every text with a period, or a time told from another one."""
    seasons = [form for name in words.seasons for form in (name, f"{name}s")]
    named = (words.months, words.month_names, words.weekdays, words.decades, words.units)
    return anchors_of([*(w for each in named for w in each), *seasons, *_OWN_TIMES, DIGIT])


class Sought:
    """A pattern, compiled when a text first has a word of each of some lists.

    Whatever it matches has such a word (or, of a phrase, the longest) as a run of letters.
    """

    def __init__(self, pattern: str, *needed: Iterable[str], flags: re.RegexFlag = re.NOFLAG):
        self._source, self._flags = pattern, flags
        self._needed = [anchors_of(words) for words in needed]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text."""
        return self._pattern.finditer(text) if self.may_be_in(text) else iter(())

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """The match that begins at a place of a text."""
        return self._pattern.match(text, at) if self.may_be_in(text) else None

    def may_be_in(self, text: str) -> bool:
        """Whether a text has a word of each list."""
        said = said_in(text)
        return not any(said.isdisjoint(words) for words in self._needed)

    @functools.cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(self._source, self._flags)


def anchors_of(words: Iterable[str]) -> frozenset[str]:
    """The longest run of letters of each word or phrase; DIGIT for what has none."""
    return frozenset(longest_run(word) or DIGIT for word in words)


def longest_run(phrase: str) -> str:
    """The longest run of plain letters of a phrase, in lower case; empty if it has none."""
    return max(runs_of(phrase), key=len, default="")


def runs_of(phrase: str) -> list[str]:
    """The runs of plain letters of a phrase, in lower case."""
    return _RUNS.findall(phrase.lower())
