"""The words that times are written with, taken from the rule base."""

from collections.abc import Mapping

import msgspec

from natocheck.claims.mentions.numberwords import (
    NumberWords,
    gather_values,
    gather_words,
    number_words,
)
from natocheck.model.facts import Words


# eq=False: compared and hashed by identity, so that patterns are compiled once for each.
class TimeWords(msgspec.Struct, frozen=True, eq=False):
    """Time words by their use, and the number words that count years and days."""

    months: dict[str, int]
    month_names: tuple[str, ...]
    weekdays: dict[str, int]
    seasons: dict[str, str]
    parts: dict[str, str]
    quarters: dict[str, int]
    decades: dict[str, int]
    relations: dict[str, str]
    fillers: tuple[str, ...]
    year_openers: tuple[str, ...]
    future: tuple[str, ...]
    units: dict[str, str]
    pointers: dict[str, int]
    sides: dict[str, int]
    vague: tuple[str, ...]
    remembered: dict[str, int]
    remembered_for: tuple[str, ...]
    numbers: NumberWords


def time_words(words: Mapping[str, Words]) -> TimeWords:
    """Gather the entries whose use is ``time-…``."""
    return TimeWords(
        months=gather_values(words, "time-months"),
        month_names=gather_words(words, "time-month-names"),
        weekdays=gather_values(words, "time-weekdays"),
        seasons=gather_values(words, "time-seasons"),
        parts=gather_values(words, "time-parts"),
        quarters=gather_values(words, "time-quarters"),
        decades=gather_values(words, "time-decades"),
        relations=gather_values(words, "time-relations"),
        fillers=gather_words(words, "time-fillers"),
        year_openers=gather_words(words, "time-year-openers"),
        future=gather_words(words, "time-future"),
        units=gather_values(words, "time-units"),
        pointers=gather_values(words, "time-pointers"),
        sides=gather_values(words, "time-sides"),
        vague=gather_words(words, "time-vague"),
        remembered=gather_values(words, "time-remembered-days"),
        remembered_for=gather_words(words, "time-remembered-things"),
        numbers=number_words(words),
    )
