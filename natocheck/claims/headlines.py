"""Dates that stand beside a statement: "2004: Estonia joins the EU", "Sweden joins NATO, 2024".

Headlines, bullets and timelines put the time outside the sentence; the parser then takes it
for a word of its own, or for a part of the last name. So it is said within the sentence
before that is parsed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from natocheck.claims.mentions.lookalikes import YEAR
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.rewriting import Replacement, Rewriting

_PREPOSITIONS = {"day": "On", "week": "In", "month": "In", "season": "In", "year": "In"}
_MARK = r"(?::|\s[–—-])(?=\s+\S)"
_YEAR_FIRST = re.compile(rf"({YEAR}){_MARK}")
_YEAR_LAST = re.compile(rf"(?:,\s|\s\()({YEAR})\)?$")
_BEFORE = re.compile(r"(?:,\s|\s\()$")


@dataclass(frozen=True)
class _Date:
    """A date and the preposition that it takes in a sentence."""

    start: int
    end: int
    preposition: str


def dated(text: str, periods: Sequence[FoundPeriod]) -> Rewriting | None:
    """The statement with its date in it, or None if no date stands outside.

    A date at the end only where no full stop follows and no other time is told: in a
    sentence it may be that of a source.
    """
    dates = [
        _Date(each.start, each.end, _PREPOSITIONS[each.period.grain])
        for each in periods
        if each.period.grain in _PREPOSITIONS
    ]
    return _headed(text, dates) or (_trailed(text, dates) if len(periods) <= 1 else None)


def _headed(text: str, dates: list[_Date]) -> Rewriting | None:
    """ "2004: Estonia joins": the date before a colon or a dash opens the sentence."""
    bare = _YEAR_FIRST.match(text)
    known = [_Date(0, bare.end(1), "In")] if bare else [d for d in dates if d.start == 0]
    for date in known:
        mark = re.compile(_MARK).match(text, date.end)
        if mark is not None:
            opening = Replacement(0, 0, f"{date.preposition} ")
            return Rewriting(text, (opening, Replacement(mark.start(), mark.end(), ",")))
    return None


def _trailed(text: str, dates: list[_Date]) -> Rewriting | None:
    """ "Sweden joins NATO, 2024": the date behind a comma, or in brackets, ends it."""
    bare = None if dates else _YEAR_LAST.search(text)
    known = [_Date(bare.start(1), bare.end(1), "In")] if bare else dates
    for date in known:
        before = _BEFORE.search(text[: date.start])
        if before is not None and text[date.end :] in {"", ")"}:
            said = f" {date.preposition.lower()} {text[date.start : date.end]}"
            return Rewriting(text, (Replacement(before.start(), len(text), said),))
    return None
