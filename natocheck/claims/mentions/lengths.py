"""Lengths of time in words: "two years", "a decade", "three-quarters of a century"."""

import functools
from collections.abc import Mapping

import msgspec

from natocheck.claims.mentions.bounds import bound_words
from natocheck.claims.mentions.numerals import (
    cardinal_words,
    fraction_words,
    read_fraction,
    read_words,
)
from natocheck.claims.mentions.patterns import any_of, same
from natocheck.claims.mentions.timewords import TimeWords

_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_HALF = r"(?P<half>\s+and\s+(?:an?|one)\s+half)?"


class Length(msgspec.Struct, frozen=True):
    """So many units; ``slack`` is how many years more or less a round length may be."""

    count: int
    unit: str
    slack: int = 0


@functools.lru_cache(maxsize=8)
def length_pattern(words: TimeWords) -> str:
    """A number of units: "two years", "half a century". Groups: bound, count, part, unit, half."""
    bound = rf"(?P<bound>{bound_words(words.numbers)}\s+)?"
    number = rf"(?:{part_pattern(words)}|{number_pattern(words)})"
    return rf"{bound}{number}[\s-]+(?P<unit>{any_of(words.units)}){_HALF}"


def part_pattern(words: TimeWords) -> str:
    """A fraction before a unit: "a quarter of a" century, "half a" year. Group: part."""
    fraction = rf"(?:an?\s+)?half|{fraction_words(words.numbers)}"
    return rf"(?<![\w.,-])(?P<part>(?:{fraction})(?:\s+of)?)(?:\s+an?)?"


def number_pattern(words: TimeWords) -> str:
    """The number before a unit. Group: count."""
    return rf"(?<![\w.,$€£-])(?P<count>\d{{1,3}}|{cardinal_words(words.numbers)}|an?)"


@functools.lru_cache(maxsize=8)
def sum_pattern(words: TimeWords) -> str:
    """A length that is only the first part of one: "two years and" three months. Group: more."""
    first = rf"{number_pattern(words).replace('?P<count>', '?:')}\s+{any_of(words.units)}"
    return rf"(?P<more>{first}(?:,|\s+and|,\s+and)?\s+)"


def length_of(said: Mapping[str, str | None], words: TimeWords) -> Length | None:
    """The length that the groups of ``length_pattern`` tell; None for a part of no whole months."""
    number, unit = _number(said, words), words.units[(said["unit"] or "").lower()]
    if number == int(number) and unit in {"day", "week", "month", "year"}:
        return Length(int(number), unit)
    months = number * _MONTHS.get(unit, 0)
    if not months or months != int(months):
        return None
    if months % 12:
        return Length(int(months), "month")
    return Length(int(months) // 12, "year", _slack(number, unit, int(months) // 12))


def _number(said: Mapping[str, str | None], words: TimeWords) -> float:
    half = 0.5 if said.get("half") else 0.0
    if part := said.get("part"):
        return read_fraction(part, words.numbers)
    plain = same(said.get("count") or "a")
    if plain in {"a", "an"}:
        return 1 + half
    return (int(plain) if plain.isdigit() else int(read_words(plain, words.numbers).value)) + half


def _slack(number: float, unit: str, years: int) -> int:
    """Whole decades are rounded to decades; parts of them and centuries to a tenth of it."""
    if unit == "year":
        return 0
    return 4 if unit == "decade" and number == int(number) else years // 10
