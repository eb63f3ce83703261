"""What a text must hold for a number or a time to be in it: a digit, or one of some words.

Most sentences have none of these, and are then not searched with any pattern.
"""

import functools
import re
from collections.abc import Iterable

from natocheck.claims.mentions.numberwords import NumberWords
from natocheck.claims.mentions.numerals import GLYPHS
from natocheck.claims.mentions.timewords import TimeWords

DIGIT = "0"
"""Stands for any digit, or sign of a fraction."""

_DIGITS = re.compile(rf"[\d{''.join(GLYPHS)}]")
_RUNS = re.compile(r"[a-z]+")
# Words that the patterns of times name themselves.
_OWN_TIMES = ("weekend", "yesterday", "today", "tomorrow")
_OWN_NUMBERS = ("once", "half", "quarter", "time", "occasion")


def said_in(text: str) -> set[str]:
    """The runs of plain letters of a text, in lower case, and DIGIT where it has any."""
    found = set(_RUNS.findall(text.lower()))
    if _DIGITS.search(text):
        found.add(DIGIT)
    return found


@functools.lru_cache(maxsize=8)
def number_anchors(words: NumberWords) -> frozenset[str]:
    """One of these is in every text with a quantity."""
    counted = (words.cardinals, words.ordinals, words.fraction_names, words.multipliers)
    scales = (words.scales, words.scales_plural, words.units)
    return _of([*(w for each in (*counted, *scales) for w in each), *_OWN_NUMBERS])


@functools.lru_cache(maxsize=8)
def time_anchors(words: TimeWords) -> frozenset[str]:
    """One of these is in every text with a period, or a time told from another one."""
    seasons = [form for name in words.seasons for form in (name, f"{name}s")]
    named = (words.months, words.month_names, words.weekdays, words.decades, words.units)
    return _of([*(w for each in named for w in each), *seasons, *_OWN_TIMES])


def _of(words: Iterable[str]) -> frozenset[str]:
    """The longest run of letters of each word or phrase; what has none needs a digit or sign."""
    return frozenset(longest_run(word) or DIGIT for word in words) | {DIGIT}


def longest_run(phrase: str) -> str:
    """The longest run of plain letters of a phrase, in lower case; empty if it has none."""
    return max(runs_of(phrase), key=len, default="")


def runs_of(phrase: str) -> list[str]:
    """The runs of plain letters of a phrase, in lower case."""
    return _RUNS.findall(phrase.lower())
