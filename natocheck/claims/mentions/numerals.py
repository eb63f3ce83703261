"""Reading numerals: the patterns of digits and number words, and their values."""

import functools
import re
import unicodedata

from natocheck.claims.mentions.numberwords import NumberWords
from natocheck.claims.mentions.patterns import any_of, same
from natocheck.claims.mentions.precision import DOZEN_SHARE, MIXED_TOLERANCE, Numeral

SPACE = r"[ \u00a0\u2009\u202f]"
# Not inside a word, a name like F-35, a decimal, a time, or after a currency sign.
LEFT = r"(?<![\w$€£¥#@])(?<!\d[.,:/])(?<![A-Za-z][-‑.])"
DIGITS = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?"
    # As India groups them, and as most of the Continent writes them.
    rf"|\d{{1,2}}(?:,\d\d)+,\d{{3}}(?!\d)(?:\.\d+)?"
    rf"|\d{{1,3}}(?:\.\d{{3}})+,\d+(?!\d)"
    rf"|\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?"
    rf"|\d+\.\d+(?!\.?\d)"
    rf"|\d{{1,3}},\d{{1,2}}(?![\d,])"
    rf"|\.\d+|\d+(?![\d]))"
)
GLYPHS = {glyph: unicodedata.numeric(glyph) for glyph in "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
# The fractions that prices and rates are still written with: "2 1/4 percent".
SLASHED = r"(?P<over>[1-9])/(?P<under>2|3|4|5|6|8|10|16)(?![\d/])"


@functools.lru_cache(maxsize=8)
def small_words(words: NumberWords) -> str:
    """The pattern of one to ninety-nine in words."""
    units = any_of(w for w, v in words.cardinals.items() if v < 10)
    teens = any_of(w for w, v in words.cardinals.items() if 10 <= v < 20)
    tens = any_of(w for w, v in words.cardinals.items() if 20 <= v < 100)
    return rf"(?:{tens}(?:\s?-\s?{units}|\s+{units})?|{teens}|{units})"


@functools.lru_cache(maxsize=8)
def cardinal_words(words: NumberWords) -> str:
    """The pattern of a whole or decimal number in words, below a million."""
    small = small_words(words)
    big = any_of(w for w, v in words.cardinals.items() if v >= 100)
    start = rf"(?:{small}|\b(?:a\s+)?(?={big}\s+{big})|\ba(?=\s+{big}))"
    # "one hundred and three quarters" is no 103.
    more = rf"(?:\s+(?:and\s+)?(?!{fraction_words(words)}){small})?"
    return rf"{start}(?:(?:[-\s]\s?|\b){big}{more})*(?:\s+point(?:\s+{small})+)?"


@functools.lru_cache(maxsize=8)
def fraction_words(words: NumberWords) -> str:
    """The pattern of a fraction in words: "a third", "three-quarters"."""
    few = any_of(w for w, v in words.cardinals.items() if 0 < v < 10)
    return rf"(?:an?|{few})(?:\s?-\s?|\s+){any_of(words.fraction_names)}"


def read_fraction(written: str, words: NumberWords) -> float:
    """The value of a fraction in words, however its parts are joined; "half" is one half."""
    said = re.findall(r"[a-z]+", written.lower())
    over = next((words.cardinals[word] for word in said if word in words.cardinals), 1.0)
    return over / next(words.fraction_names[word] for word in said if word in words.fraction_names)


def read_digits(written: str) -> Numeral:
    """The value of digits with thousands separators and a decimal point or comma."""
    plain = re.sub(SPACE, "", written)
    if re.fullmatch(r"\d+(?:\.\d{3})+,\d+", plain):
        plain = plain.replace(".", "")
    plain = re.sub(r",(?=(?:\d\d,)*\d{3}(?:\D|$))", "", plain).replace(",", ".")
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
    decimals = "".join(str(_sum_words(part, words)) for part in after.split())
    place = 10.0 ** -len(decimals)
    return Numeral(float(f"{whole}.{decimals}"), place, place)


def _sum_words(written: str, words: NumberWords) -> int:
    total = current = 0
    for word in re.findall(r"[a-z]+", written):
        value = int(words.cardinals.get(word, 1 if word == "a" else 0))
        if value < 100:
            current += value
        elif value == 100:
            current = 100 * max(current, 1)
        else:
            total, current = total + max(current, 1) * value, 0
    return total + current


def mixed(whole: Numeral, part: float) -> Numeral:
    """A number with a fraction in words, "two and a half": precise to a tenth."""
    value = whole.value + part
    return Numeral(value, 0.1, 0.1, min(MIXED_TOLERANCE, max(0.05, 0.05 * value)))


def dozens(numeral: Numeral) -> Numeral:
    """So many dozens, a word of round numbers."""
    value = numeral.value * 12
    return Numeral(value, 12.0, 1.0, DOZEN_SHARE * value)
