"""The words that numbers are written with, taken from the rule base."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from natocheck.model.facts import Words
from natocheck.model.values import Unit


# eq=False: compared and hashed by identity, so that patterns are compiled once for each.
class NumberWords(msgspec.Struct, frozen=True, eq=False):
    """Number words by their use; the keys of each map are in lower case."""

    cardinals: dict[str, float]
    ordinals: dict[str, float]
    fraction_names: dict[str, float]
    scales: dict[str, float]
    scales_plural: dict[str, float]
    scale_abbreviations: dict[str, float]
    units: dict[str, Unit]
    currency_before: dict[str, Unit]
    currency_codes: dict[str, Unit]
    currencies: frozenset[Unit]
    hundredths: frozenset[Unit]
    foreign_units: tuple[str, ...]
    bounds_before: dict[str, str]
    bounds_after: dict[str, str]
    bounds_late: frozenset[str]
    degrees_small: tuple[str, ...]
    degrees_large: tuple[str, ...]
    bounds_of_place: frozenset[str]
    multipliers: dict[str, float]
    multiplier_idioms: tuple[str, ...]
    labels: tuple[str, ...]
    ordinal_names: tuple[str, ...]
    ordinal_openers: tuple[str, ...]
    one_after: tuple[str, ...]
    one_before: tuple[str, ...]
    road_names: tuple[str, ...]
    zero_names: tuple[str, ...]
    counted_things: tuple[str, ...]
    months: tuple[str, ...]


def number_words(words: Mapping[str, Words]) -> NumberWords:
    """Gather the entries whose use is ``number-…``, and the names of the months."""

    def values(use: str) -> dict[str, Any]:
        return gather_values(words, f"number-{use}")

    def listed(use: str) -> tuple[str, ...]:
        return gather_words(words, f"number-{use}")

    currencies = values("currencies")
    codes = {code.upper(): code for code in listed("currency-codes")}
    return NumberWords(
        cardinals=values("cardinals"),
        ordinals=values("ordinals"),
        fraction_names=values("fraction-names"),
        scales=values("scales"),
        scales_plural=values("scales-plural"),
        scale_abbreviations=values("scale-abbreviations"),
        units={**values("units"), **currencies},
        currency_before=values("currency-before"),
        currency_codes=codes,
        currencies=frozenset({*currencies.values(), *codes.values()}),
        hundredths=frozenset(listed("hundredths")),
        foreign_units=listed("foreign-units"),
        bounds_before=values("bounds-before"),
        bounds_after=values("bounds-after"),
        bounds_late=frozenset(listed("bounds-late")),
        degrees_small=listed("degrees-small"),
        degrees_large=listed("degrees-large"),
        bounds_of_place=frozenset(listed("bounds-of-place")),
        multipliers=values("multipliers"),
        multiplier_idioms=listed("multiplier-idioms"),
        labels=listed("labels"),
        ordinal_names=listed("ordinal-names"),
        ordinal_openers=listed("ordinal-openers"),
        one_after=listed("one-after"),
        one_before=listed("one-before"),
        road_names=listed("road-names"),
        zero_names=listed("zero-names"),
        counted_things=listed("counted-things"),
        months=tuple(gather_values(words, "time-months")),
    )


def gather_values(words: Mapping[str, Words], use: str) -> dict[str, Any]:
    """All values of the entries with this use, keys in lower case."""
    found = [entry.values for entry in words.values() if entry.use == use]
    return {key.lower(): value for values in found for key, value in values.items()}


def gather_words(words: Mapping[str, Words], use: str) -> tuple[str, ...]:
    """All words of the entries with this use, in lower case."""
    return lowered(word for entry in words.values() if entry.use == use for word in entry.words)


def lowered(words: Iterable[str]) -> tuple[str, ...]:
    """The words in lower case, each once, in their order."""
    return tuple(dict.fromkeys(word.lower() for word in words))
