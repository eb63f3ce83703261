"""The one pattern of an amount: sign, currency, numeral, fraction, scale, unit, bound after."""

import functools
import re
from collections.abc import Iterable

from natocheck.claims.mentions.numberwords import NumberWords
from natocheck.claims.mentions.numerals import (
    DIGITS,
    GLYPHS,
    LEFT,
    SLASHED,
    cardinal_words,
    fraction_words,
    small_words,
)
from natocheck.claims.mentions.patterns import any_of

DURATIONS: frozenset[str] = frozenset({"year", "month", "week", "day"})
ORDINAL_ENDS = ("st", "nd", "rd", "th")


@functools.lru_cache(maxsize=8)
def amount_pattern(words: NumberWords) -> re.Pattern[str]:
    """What an amount looks like; its groups are named for what stands in them."""
    scale = any_of([*words.scales, *words.scales_plural])
    codes = rf"(?-i:{'|'.join(words.currency_codes)})"
    part = rf"\s+and\s+(?P<part>{fraction_words(words)})(?!\s+of\b|[\w-])"
    late = rf"{part.replace('<part>', '<late>')}(?![\s-]+{scale})"
    signs = "".join(GLYPHS)
    return re.compile(
        rf"""
        (?:
          (?:(?<![\w$€£¥])(?P<currency>{_before(words)}|{codes})
               \s?(?P<csign>[-−])?(?P<cdigits>{DIGITS})
          | {LEFT}(?P<sign>[-−](?<![\w)%][-−])|(?:minus|negative)\s)?(?P<digits>{DIGITS})
          )(?:(?P<glyph>[{signs}])|\s+{SLASHED})?
          | {LEFT}(?P<only>[{signs}])
          | (?<![\w-])(?P<wsign>(?:minus|negative)\s)?
            (?:(?P<portion>{_portion(words)})|(?P<words>{cardinal_words(words)}|{_alone(words)}))
        )
        (?:{part})?
        (?P<plus>\+)?
        (?:\s?(?P<middle>usd|eur|gbp|{codes})\s(?P<outer>{scale})
          |(?:[\s-]\s?(?P<scale>{scale})|(?P<short>{_short(words)})(?![\w]))?
           (?:{late})?
           (?:(?(currency)(?!\s?[$€£]))[\s-]?
              (?P<unit>{any_of(words.units, glued=True)}|{codes}(?!\w))(?!\d))?
        )
        (?:\s?(?P<after>{any_of(words.bounds_after)})(?!\s+(?:than|to|the|\d|{small_words(words)})))?
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _before(words: NumberWords) -> str:
    """The currency signs and names that stand before digits."""
    longest_first = sorted(words.currency_before, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in longest_first)


def _short(words: NumberWords) -> str:
    """Letters for scales, which follow digits directly; a space may stand before several."""
    letters = sorted(words.scale_abbreviations, key=lambda word: (-len(word), word))
    return "|".join(rf"{'' if len(word) == 1 else '[ ]?'}{word}" for word in letters)


def _portion(words: NumberWords) -> str:
    """A part of a scale or unit: "half a million", "three tenths of a percent"."""
    scale, units = any_of([*words.scales, *words.scales_plural]), any_of(words.units)
    half = r"(?:an?\s+)?(?:half|quarter)"
    several = fraction_words(words)
    # A "first quarter billion-dollar loss" is none of a quarter of a billion.
    ordinal = _not_after([*words.ordinals, "last", "this", "next"])
    ordinal += "".join(rf"(?<!\d{end}\s)" for end in ORDINAL_ENDS)
    return (
        rf"{ordinal}\b(?:{half}|(?!an?\b|one\b){several})(?=[\s-]+{scale})"
        rf"|\b(?:half(?:\s+of)?|{several}\s+of)\s+an?(?=[\s-]+(?:{scale}|{units}))"
    )


def _not_after(words: Iterable[str]) -> str:
    """What no word stands before; a look back is as long as all that it looks for."""
    by_length: dict[int, list[str]] = {}
    for word in words:
        by_length.setdefault(len(word), []).append(word)
    return "".join(rf"(?<!(?:{'|'.join(each)})\s)" for each in by_length.values())


def _alone(words: NumberWords) -> str:
    """The article for "one": "a million", "a year", "a percentage point", "a dollar"."""
    scale = any_of(words.scales)
    singular = words.currencies - words.hundredths | DURATIONS | {"percentage-point"}
    counted = any_of(w for w, u in words.units.items() if u in singular and w[-1].isalpha())
    return rf"\ban?(?=\s+(?:{scale}|{counted}))"
