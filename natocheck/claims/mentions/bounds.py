"""Bound words before a number: "more than", "just under", and the degrees that narrow them."""

import functools
import re

from natocheck.claims.mentions.numberwords import NumberWords
from natocheck.claims.mentions.patterns import any_of, same

REACH = 50
_BETWEEN = r"\s(?:of|in|on|into|to|for)\s(?:(?!and\b|or\b)[\w'’-]+\s){1,7}?"
# "Over 2" has no upper end; "a shade over 2" is close to 2.
NARROWED = {
    "more-than": "just-over",
    "at-least": "just-over",
    "less-than": "nearly",
    "at-most": "nearly",
}


def bound_before(text: str, at: int, words: NumberWords) -> str:
    """The bound words, and the space after them, that end where a number begins; or ""."""
    match = _pattern(words).search(text, max(0, at - REACH), at)
    return match[0] if match else ""


def bound_cue(bound: str, words: NumberWords) -> str:
    """What bound words mean; "" for none."""
    match = _pattern(words).search(bound)
    if not match:
        return ""
    cue = words.bounds_before[same(match["cue"])]
    return NARROWED.get(cue, cue) if match["small"] else cue


def bound_late(text: str, end: int, words: NumberWords) -> str:
    """What the bound words after "percent of GDP" mean: "3 percent of GDP or more"; else ""."""
    match = _late_pattern(words).match(text, end)
    return words.bounds_after[same(match["cue"])] if match else ""


@functools.lru_cache(maxsize=8)
def _late_pattern(words: NumberWords) -> re.Pattern[str]:
    # "2 percent of GDP or less than Spain" compares.
    cue = rf"(?P<cue>{any_of(words.bounds_late)})(?!\s+(?:than|to|the|\d))"
    return re.compile(rf"{_BETWEEN}{cue}", re.IGNORECASE)


@functools.lru_cache(maxsize=8)
def bound_words(words: NumberWords) -> str:
    """What bound words look like, with a degree before them. Groups: small, cue."""
    small, large = any_of(words.degrees_small), any_of(words.degrees_large)
    return rf"(?:(?:(?P<small>{small})|{large})\s+)?(?P<cue>{any_of(words.bounds_before)})"


@functools.lru_cache(maxsize=8)
def _pattern(words: NumberWords) -> re.Pattern[str]:
    return re.compile(rf"{bound_words(words)}\s*(?:the\s+)?$", re.IGNORECASE)
