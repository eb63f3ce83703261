"""Years told from another year of the sentence: "in 2025, up from 2 percent a year earlier"."""

import datetime as dt
import functools
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from natocheck.claims.mentions.anchors import Sought
from natocheck.claims.mentions.numberwords import NumberWords
from natocheck.claims.mentions.numerals import cardinal_words, read_words
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.scene import Scene
from natocheck.model.values import Period

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_SIGNS = {"earlier": -1, "before": -1, "previously": -1, "later": 1, "after": 1, "on": 1}
_LENGTHS = {"year": 1, "years": 1, "decade": 10, "decades": 10}
_ENDS = r"(?=\s*(?:[.,;:)–—]|$|(?:and|but|while|when|to)\b))"


def years_beside(
    scene: Scene, tokens: "Iterable[Token]", found: list[FoundPeriod]
) -> list[FoundPeriod]:
    """The years that some words place before or after one named earlier in the sentence.

    Only where the number stands alone: "a year earlier than planned" tells no figure's year.
    """
    named = sorted((p for p in found if p.relation == "in"), key=lambda p: p.start)
    beside = []
    starts = {token.idx for token in tokens}
    numbers = scene.lexicon.time_words.numbers
    for match in _pattern(numbers).finditer(scene.doc.text):
        before = [p for p in named if p.end <= match.start()]
        if before and match.start("unit") in starts:
            year = before[-1].period.start.year + _offset(match, numbers)
            period = Period(dt.date(year, 1, 1), dt.date(year, 12, 31), "year", match[0])
            beside.append(FoundPeriod(match.start(), match.end(), period, "in", anchored=False))
    return beside


@functools.lru_cache(maxsize=8)
def _pattern(words: NumberWords) -> Sought:
    count = rf"(?P<count>the|an?|\d{{1,2}}|{cardinal_words(words)})"
    unit, side = "|".join(_LENGTHS), "|".join(_SIGNS)
    text = rf"(?<![\w.]){count}\s+(?P<unit>{unit})\s+(?P<side>{side}){_ENDS}"
    return Sought(text, _LENGTHS, _SIGNS, flags=re.IGNORECASE)


def _offset(match: re.Match[str], words: NumberWords) -> int:
    written = match["count"].lower()
    if written.isdigit():
        count = int(written)
    else:
        count = 1 if written in {"a", "an", "the"} else int(read_words(written, words).value)
    return count * _LENGTHS[match["unit"].lower()] * _SIGNS[match["side"].lower()]
