"""Reading numerals: the patterns of digits and number words, and their values."""

import functools
import re

from natocheck.claims.mentions.numberwords import NumberWords
from natocheck.claims.mentions.patterns import any_of, same
from natocheck.claims.mentions.precision import DOZEN_SHARE, MIXED_TOLERANCE, Numeral

SPACE = r"[ \u00a0\u2009\u202f]"
# Not inside a word, a name like F-35, a decimal, a time, or after a currency sign.
LEFT = r"(?<![\w$€£¥#@])(?<!\d[.,:/])(?<![A-Za-z][-‑.])"
DIGITS = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?"
    rf"|\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?"
    rf"|\d+\.\d+(?!\.?\d)"
    rf"|\d{{1,3}},\d{{1,2}}(?![\d,])"
    rf"|\.\d+|\d+(?![\d]))"
)
GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@functools.lru_cache(maxsize=8)
def small_words(words: NumberWords) -> str:
    """The pattern of one to ninety-nine in words."""
    units = any_of(w for w, v in words.cardinals.items() if v < 10)
    teens = any_of(w for w, v in words.cardinals.items() if 10 <= v < 20)
    tens = any_of(w for w, v in words.cardinals.items() if 20 <= v < 100)
    return rf"(?:{tens}(?:[-\s]\s?{units})?|{teens}|{units})"


@functools.lru_cache(maxsize=8)
def cardinal_words(words: NumberWords) -> str:
    """The pattern of a whole or decimal number in words, below a million."""
    small = small_words(words)
    big = any_of(w for w, v in words.cardinals.items() if v >= 100)
    digits = any_of(w for w, v in words.cardinals.items() if v < 10)
    start = rf"(?:{small}|\ba(?=\s+{big}))"
    return rf"{start}(?:[-\s]\s?{big}(?:\s+(?:and\s+)?{small})?)*(?:\s+point(?:\s+{digits})+)?"


def read_digits(written: str) -> Numeral:
    """The value of digits with thousands separators and a decimal point or comma."""
    plain = re.sub(SPACE, "", written)
    plain = re.sub(r",(?=\d{3}(?:\D|$))", "", plain).replace(",", ".")
    whole, _, decimals = plain.partition(".")
    if decimals:
        place = 10.0 ** -len(decimals)
        return Numeral(float(plain), place, place)
    return whole_numeral(int(whole))


def whole_numeral(value: int) -> Numeral:
    """A whole number, whose trailing zeros are not significant."""
    zeros = len(str(value)) - len(str(value).rstrip("0")) if value else 0
    return Numeral(float(value), 10.0**zeros, 1.0)


def read_words(written: str, words: NumberWords) -> Numeral:
    """The value of a number in words: "a hundred and two", "twenty-one", "two point five"."""
    before, _, after = same(written).partition(" point ")
    whole = _sum_words(before, words)
    if not after:
        return whole_numeral(whole)
    decimals = "".join(str(int(words.cardinals[digit])) for digit in after.split())
    place = 10.0 ** -len(decimals)
    return Numeral(float(f"{whole}.{decimals}"), place, place)


def _sum_words(written: str, words: NumberWords) -> int:
    total = current = 0
    for word in re.findall(r"[a-z]+", written):
        value = int(words.cardinals.get(word, 1 if word == "a" else 0))
        if value < 100:
            current += value
        elif value == 100:
            current *= 100
        else:
            total, current = total + current * value, 0
    return total + current


def mixed(whole: Numeral, part: float) -> Numeral:
    """A number with a fraction in words, "two and a half": precise to a tenth."""
    value = whole.value + part
    return Numeral(value, 0.1, 0.1, min(MIXED_TOLERANCE, max(0.05, 0.05 * value)))


def dozens(numeral: Numeral) -> Numeral:
    """So many dozens, a word of round numbers."""
    value = numeral.value * 12
    return Numeral(value, 12.0, 1.0, DOZEN_SHARE * value)
