"""Times that no date could settle: "a few years ago", "two summers ago", "3/7/2024".

"The winter of 2017" is at either end of the year, and "the '20s" are of either century.
"""

import functools
import re
from collections.abc import Iterator

from natocheck.claims.mentions.numericdates import find_numeric
from natocheck.claims.mentions.patterns import any_of
from natocheck.claims.mentions.referring import Referring, nothing
from natocheck.claims.mentions.timewords import TimeWords


def find_vague(text: str, words: TimeWords) -> Iterator[Referring]:
    """All wordings that speak of a time and leave open which."""
    spans = [m.span() for pattern in _patterns(words) for m in pattern.finditer(text)]
    spans += [(one.start, one.end) for one in find_numeric(text) if one.order is None]
    for start, end in spans:
        yield Referring(start, end, "open", nothing)


@functools.lru_cache(maxsize=8)
def _patterns(words: TimeWords) -> tuple[re.Pattern[str], ...]:
    units = any_of(unit for unit in words.units if unit.endswith("s"))
    sides = any_of([*words.sides, "ago"])
    crossing = any_of(name for name, days in words.seasons.items() if days[:5] > days[-5:])
    seasons = any_of(f"{name}s" for name in words.seasons)
    return (
        re.compile(rf"(?i)(?:{any_of(words.vague)}\s+)?{units}\s+{sides}(?!\s+than\b)"),
        re.compile(rf"(?i)\b\w+\s+{seasons}\s+{sides}"),
        re.compile(rf"(?i){crossing}(?:,|\s+of)?\s+\d{{4}}(?!\s?[-–/]\s?\d|\d)"),
        re.compile(r"(?<!\w)['’][0-3]0s\b"),
    )
