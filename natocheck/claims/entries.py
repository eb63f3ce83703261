"""Entries of a chronology: "1949: NATO is founded", "– 12 July 2023 – leaders meet".

The parser makes nothing of the time before the mark; so the entry is parsed as the sentence
that it stands for, "In 1949, NATO is founded".
"""

import re
from collections.abc import Sequence

from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.rewriting import Replacement, Rewriting

_BULLET = re.compile(r"\W*(?:(?:in|on)\s+)?", re.IGNORECASE)
_YEAR = re.compile(r"\W*(?P<year>(?:19|20)\d\d)(?=\s*:|\s+[–—-]\s)")
_MARK = re.compile(r"\s*(?::|\s[–—-])\s+(?=\w)")
_YEARS = re.compile(r"\b(?:19|20)\d\d\s*(?::|\s[–—-])")
_PREPOSITIONS = {"day": "On", "month": "In", "year": "In"}


def entered(text: str, periods: Sequence[FoundPeriod]) -> Rewriting | None:
    """The sentence that an entry stands for; None if the text is none or holds several."""
    time = _bare_year(text) or _time(text, periods)
    mark = _MARK.match(text, time[1]) if time is not None else None
    if time is None or mark is None or len(_YEARS.findall(text)) > 1:
        return None
    start, end, preposition = time
    opening = Replacement(0, start, f"{preposition} ")
    return Rewriting(text, (opening, Replacement(end, mark.end(), ", ")))


def _bare_year(text: str) -> tuple[int, int, str] | None:
    """A year alone before the mark, which is no time anywhere else."""
    year = _YEAR.match(text)
    return (*year.span("year"), "In") if year is not None else None


def _time(text: str, periods: Sequence[FoundPeriod]) -> tuple[int, int, str] | None:
    """The time that a text begins with, and the preposition that goes with it."""
    first = min(periods, key=lambda each: each.start, default=None)
    if first is None or first.relation != "in" or not _BULLET.fullmatch(text[: first.start]):
        return None
    preposition = _PREPOSITIONS.get(first.period.grain)
    return (first.start, first.end, preposition) if preposition is not None else None
