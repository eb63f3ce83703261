"""Digits and number words that are no quantities: dates, times, labels, scores, names."""

import functools
import re

from natocheck.claims.mentions.numberwords import NumberWords
from natocheck.claims.mentions.patterns import any_of

Span = tuple[int, int]

YEAR = r"(?:19|20)\d\d"
_PLAIN = (
    r"(?:https?://|www\.)\S+",
    r"[\w.]+@[\w.]+",
    r"\b\d{4}-\d\d?-\d\d?\b|\b\d\d?[./]\d\d?[./](?:\d\d){1,2}\b",
    r"\b\d\d?(?:[:.]\d\d)?\s?(?:a\.m\.|p\.m\.|am\b|pm\b)|\b\d\d?:\d\d(?::\d\d)?\b",
    r"\b\d{4}\s?(?:GMT|CET|CEST|UTC|hours\b)|\b\w+\s+o['’]clock",
    r"(?<!\w)\+\d[\d\s()-]{6,}\d|\(\d{2,5}\)\s?[\d -]{5,}|\b\d+(?:-\d+){2,}\b",
    r"\b\d{3}-\d{4}\b",
    rf"\b{YEAR}\s?[-–/]\s?(?:{YEAR}|\d\d)\b|\bFY\s?\d{{2,4}}\b",
    r"\b\d+(?:st|nd|rd|th)[- ]century\b|\b(?:19|20)\d0s\b",
    r"(?<!\w)['’]\d\d\b(?!\s?(?:%|percent|per\s?cent))",
    r"\b[\w-]+[- ]years?[- ]olds?\b",
    r"(?<!\d\s)\b\d+/\d+(?:/\d+)?\b(?!\s+of\b)|\b50-50\b",
    r"\b\d+(?:\.\d+){2,}\b",
    r"\bv\d+(?:\.\d+)*\b",
    # "No 10 said", "the P5+1", "Rutte, 57, said", "the Five Eyes".
    r"(?-i:\bNo)\s\d+\b(?!\s?(?:%|percent|per\s?cent))",
    r"\b[A-Z]?\d\+\d\b(?![.\d%])",
    r"\b(?:(?-i:[A-Z])[\w.'’-]+|s?he|who),\s[1-9]\d(?=,)",
    r"\b0\d+(?:[\s-]\d+)+\b",
)


@functools.lru_cache(maxsize=8)
def _pattern(words: NumberWords) -> re.Pattern[str]:
    return re.compile(
        "|".join([*_PLAIN, *_dates(words), *_labels(words), *_titled(words)]), re.IGNORECASE
    )


def _dates(words: NumberWords) -> list[str]:
    month = rf"{any_of(words.months)}\.?"
    tens = any_of(word for word, value in words.cardinals.items() if value in (20, 30))
    ordinals = any_of(word for word, value in words.ordinals.items() if value <= 30)
    ordinal = rf"(?:{tens}-)?{ordinals}"
    day = rf"(?:\b(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b(?![.,]?\d)|{ordinal})"
    run = rf"(?:\s?[-–]\s?|\s+(?:to|or|until|till|through)\s+)(?:the\s+)?{day}"
    days = rf"{day}(?:{run}|(?:,\s+{day})*,?\s+and\s+(?:the\s+)?{day})?"
    not_amount = r"(?!\s?(?:%|percent|per\s?cent|million|billion|trillion))"
    return [
        rf"{days}(?:\s+of)?\s+(?:{month}|(?:this|last|next|that|the)\s+month)(?:,?\s+{YEAR}\b)?",
        rf"{month}\s+(?:the\s+)?{days}{not_amount}(?:,?\s+{YEAR}\b)?",
        rf"{month},?\s+{YEAR}\b",
    ]


def _labels(words: NumberWords) -> list[str]:
    label = any_of(words.labels)
    small = any_of(words.cardinals)
    number = rf"(?:\d+(?:\.\d+)*[a-z]?(?![\d%]|,\d{{3}})|{small})"
    rest = r"(?:(?:\s?[-–,]\s?|\s+(?:and|to|or)\s+)\d+\b(?!\s?%|[.,]\d))*"
    amount = rf"(?![\s-]?{any_of([*words.units, *words.scales])})"
    return [rf"{label}[\s-]?{number}{rest}{amount}"]


def _titled(words: NumberWords) -> list[str]:
    """ "The Five Eyes", "the Twelve", "10 Downing Street": capitals make a name."""
    numbers = any_of(word.capitalize() for word in words.cardinals)
    road = rf"(?-i:(?:[A-Z][\w.'’-]*\s){{1,3}}){any_of(words.road_names)}"
    return [rf"(?<=\bthe\s)(?-i:{numbers})", rf"\b\d{{1,5}}[a-z]?\s{road}"]


def lookalikes(text: str, words: NumberWords) -> tuple[Span, ...]:
    """The spans of ``text`` whose numbers are names, dates, times or scores."""
    return tuple(match.span() for match in _pattern(words).finditer(text))
