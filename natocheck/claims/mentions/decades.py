"""Decades: "the 1990s", "the '90s", "the nineties"; "in his nineties" is an age."""

import datetime as dt
import functools
import re
from collections.abc import Iterator

from natocheck.claims.mentions.patterns import any_of
from natocheck.claims.mentions.timewords import TimeWords
from natocheck.model.values import Period

# Without its century a decade is one of the last; "the '20s" may be of either.
_SHORT = r"[4-9]0"
_AGE = re.compile(r"(?i)\b(?:my|his|her|our|your|their)\s+(?:(?:early|mid|late)[\s-]+)?$")


@functools.lru_cache(maxsize=8)
def decade_pattern(words: TimeWords) -> str:
    """The pattern of a decade, with "the" before it where a bare number needs one."""
    named = rf"(?i:{any_of(words.decades)})"
    full = r"(?<![\w$€£])(?:19|20)\d0(?:s|(?<=[Tt]he \d{4})['’]s)\b"
    return rf"(?:{full}|(?<!\w)['’]{_SHORT}s\b|(?<=\b[Tt]he\s){_SHORT}['’]?s\b|{named})"


def find_decades(text: str, words: TimeWords) -> Iterator[tuple[int, int, Period]]:
    """Each decade with its place in the text."""
    for match in re.finditer(decade_pattern(words), text):
        if not is_age(text, match.start()):
            yield match.start(), match.end(), decade(match[0], words)


def is_age(text: str, start: int) -> bool:
    """Whether what starts there tells how old somebody is: "in her early 70s"."""
    return _AGE.search(text[:start]) is not None


def decade(written: str, words: TimeWords) -> Period:
    """The ten years that a decade names."""
    digits = re.sub(r"\D", "", written)
    first = int(digits) if digits else words.decades[written.lower()]
    first += 1900 if first < 100 else 0
    return Period(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade", written)
