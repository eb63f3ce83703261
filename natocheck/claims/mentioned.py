"""What is found in a sentence's text before it is parsed: names, quantities, periods."""

import calendar
import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.mentions.anchors import said_in, time_anchors
from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.periods import FoundPeriod, find_periods, find_referring
from natocheck.claims.mentions.quantities import FoundQuantity, find_quantities
from natocheck.claims.mentions.referring import Referring

_TITLE = "President"
_WEEKDAY = re.compile(rf"\b({'|'.join(calendar.day_name)}), ")
_CLAUSES = {"that", "which", "with", "without"}
Merges = Sequence[tuple[int, int, str]]


@dataclass(frozen=True)
class Mentions:
    """What was found in a sentence's text before it is parsed."""

    names: tuple[Name, ...]
    quantities: tuple[FoundQuantity, ...]
    periods: tuple[FoundPeriod, ...]
    referring: tuple[Referring, ...]


def find_mentions(text: str, date: dt.date, lexicon: Lexicon) -> Mentions:
    """The mentions of a text, in order; ``date`` is that of the article."""
    names = lexicon.names.find(text)
    names += tuple(lexicon.speller.find(text, names))
    times = lexicon.time_words
    tells_time = not said_in(text).isdisjoint(time_anchors(times))
    return Mentions(
        tuple(sorted(names, key=lambda name: name.start)),
        find_quantities(text, lexicon.number_words),
        find_periods(text, date, times) if tells_time else (),
        find_referring(text, times) if tells_time else (),
    )


def less_periods(
    quantities: tuple[FoundQuantity, ...], periods: tuple[FoundPeriod, ...]
) -> tuple[FoundQuantity, ...]:
    """Quantities that are not part of a date."""
    return tuple(
        q for q in quantities if not any(p.start < q.end and q.start < p.end for p in periods)
    )


def merges_of(mentions: Mentions, text: str) -> Merges:
    """Expressions that the parser reads better as one word, each with its stand-in.

    Titles of several words are one noun to it, whatever their last word is ("general");
    names and legal clauses stay as they are.
    """
    titles = [
        (name.start, name.end, _TITLE if text[name.start].isupper() else _TITLE.lower())
        for name in mentions.names
        if name.ids("title") and " " in name.text
    ]
    return sorted([*titles, *_described(mentions), *_days(mentions, text)])


def _described(mentions: Mentions) -> Iterator[tuple[int, int, str]]:
    """Groups that are named by a clause: "allies that have armed forces" are "allies"."""
    for name in mentions.names:
        first, *rest = name.text.split()
        if name.ids("group") and _CLAUSES & set(rest):
            yield name.start, name.end, first


def _days(mentions: Mentions, text: str) -> Iterator[tuple[int, int, str]]:
    """Days with a comma in them, which the parser takes for the end of a clause: from where
    "Thursday, 4 December" is named on."""
    for found in mentions.periods:
        words = text[found.start : found.end]
        weekday = _WEEKDAY.search(words)
        if weekday is not None and found.period.grain == "day":
            yield found.start + weekday.start(), found.end, weekday[1]
