"""Amounts: a numeral with its bound, currency, scale and unit, as one pattern finds it."""

import functools
import re
from collections.abc import Iterator

import msgspec

from natocheck.claims.mentions.lookalikes import Span
from natocheck.claims.mentions.numberwords import NumberWords
from natocheck.claims.mentions.numerals import (
    DIGITS,
    GLYPHS,
    LEFT,
    cardinal_words,
    dozens,
    mixed,
    read_digits,
    read_words,
    whole_numeral,
)
from natocheck.claims.mentions.patterns import any_of, same
from natocheck.claims.mentions.precision import Numeral
from natocheck.model.values import Unit

DURATIONS: frozenset[str] = frozenset({"year", "month", "week", "day"})
PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}


class Amount(msgspec.Struct, frozen=True):
    """A numeral and what stands around it; ``number`` is where the numeral begins.

    ``factor`` is what the scale word is worth; ``unit`` is None while nothing names it.
    """

    start: int
    end: int
    number: int
    numeral: Numeral
    factor: float
    unit: Unit | None
    cue: str
    cue_words: str
    written: str


@functools.lru_cache(maxsize=8)
def _pattern(words: NumberWords) -> re.Pattern[str]:
    scale, units = any_of(words.scales), any_of(words.units)
    letters = sorted(words.scale_abbreviations, key=lambda word: (-len(word), word))
    short = "|".join(rf"{'' if len(word) == 1 else '[ ]?'}{word}" for word in letters)
    duration = any_of(w for w, unit in words.units.items() if unit in DURATIONS)
    point = any_of(w for w, unit in words.units.items() if unit == "percentage-point")
    worded = cardinal_words(words)
    article = rf"\b(?:half\s+(?:of\s+)?|a\s+quarter\s+of\s+)an?(?=[\s-]+(?:{scale}|{units}))"
    alone = rf"\ban?(?=\s+(?:{scale}|{duration}|{point}))"
    part = r"\s+and\s+(?:a|one)\s+(?P<part>half|quarter|third)\b"
    return re.compile(
        rf"""
        (?:(?P<bound>{any_of(words.bounds_before)})\s*(?:the\s+|an?\s+(?=\d))?)?
        (?:
          (?:(?<![\w$€£¥]){any_of_currency(words)}\s?(?P<csign>[-−])?(?P<cdigits>{DIGITS})
          | {LEFT}(?P<sign>[-−](?<![\w)][-−]))?(?P<digits>{DIGITS})
          )(?P<glyph>[{"".join(GLYPHS)}])?
          | {LEFT}(?P<only>[{"".join(GLYPHS)}])
          | (?<![\w-])(?P<words>{article}|{alone}|{worded})
        )
        (?:{part})?
        (?P<plus>\+)?
        (?:[\s-]\s?(?P<scale>{scale})|(?P<short>{short})(?![\w]))?
        (?:{part.replace("part", "late")})?
        (?:[\s-]?(?P<unit>{units}))?
        (?:\s?(?P<after>{any_of(words.bounds_after)})(?!\s+than))?
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def any_of_currency(words: NumberWords) -> str:
    """The currency signs and codes that stand before digits, as a named group."""
    longest_first = sorted(words.currency_before, key=lambda word: (-len(word), word))
    return f"(?P<currency>{'|'.join(re.escape(word) for word in longest_first)})"


def find_amounts(text: str, words: NumberWords, masked: tuple[Span, ...]) -> list[Amount]:
    """All amounts of ``text``, outside the masked spans, in order."""
    return list(_scan(text, words, masked))


def _scan(text: str, words: NumberWords, masked: tuple[Span, ...]) -> Iterator[Amount]:
    pattern, at = _pattern(words), 0
    while match := pattern.search(text, at):
        number = _number_start(match)
        mask = next((end for start, end in masked if start <= number < end), None)
        at = max(mask or match.end(), at + 1)
        if mask is None and not _spoiled(text, match, words):
            yield _amount(match, number, words)


def _number_start(match: re.Match[str]) -> int:
    groups = ("cdigits", "digits", "only", "words")
    return next(match.start(group) for group in groups if match[group] is not None)


def _spoiled(text: str, match: re.Match[str], words: NumberWords) -> bool:
    """Whether the number is part of a longer token, or of a unit that is none of ours."""
    rest = text[match.end() :]
    digits = match["digits"] is not None or match["cdigits"] is not None
    if digits and match["unit"] is None and re.match(r"[A-Za-z_:²³]\w*", rest):
        return True
    foreign = rf"\s?(?:{any_of(words.foreign_units)})|/h\b"
    if re.match(foreign, rest, re.IGNORECASE) or text[: match.start()].endswith(("minus-",)):
        return True
    return _letter_scale_alone(match, rest)


def _letter_scale_alone(match: re.Match[str], rest: str) -> bool:
    short = (match["short"] or "").lower()
    if short not in {"m", "b", "t"} or match["currency"] or match["unit"]:
        return False
    return short != "m" or not re.match(r"\s(?:[a-z]+s|people|personnel)\b", rest)


def _amount(match: re.Match[str], number: int, words: NumberWords) -> Amount:
    scale = same(match["scale"] or match["short"] or "")
    factor = words.scales.get(scale) or words.scale_abbreviations.get(scale) or 1.0
    numeral = _scaled(_numeral(match, words), scale, factor)
    if match["late"]:
        numeral = mixed(numeral.times(1 / factor), PARTS[match["late"].lower()]).times(factor)
    if match["sign"] or match["csign"]:
        numeral = msgspec.structs.replace(numeral, value=-numeral.value)
    cue = _cue(match, words)
    return Amount(
        start=match.start() if match["bound"] else _begin(match, number),
        end=match.end(),
        number=number,
        numeral=numeral,
        factor=1.0 if scale == "dozen" else factor,
        unit=_unit(match, words),
        cue=cue,
        cue_words=same(match["bound"] or ""),
        written=match[0][number - match.start() :],
    )


def _begin(match: re.Match[str], number: int) -> int:
    starts = [match.start(group) for group in ("currency", "sign") if match[group]]
    return min([number, *starts])


def _scaled(numeral: Numeral, scale: str, factor: float) -> Numeral:
    if scale == "dozen":
        return dozens(numeral)
    return numeral.times(factor) if scale else numeral


def _numeral(match: re.Match[str], words: NumberWords) -> Numeral:
    if match["only"]:
        return mixed(whole_numeral(0), GLYPHS[match["only"]])
    digits = match["cdigits"] or match["digits"]
    numeral = read_digits(digits) if digits else _worded(match["words"], words)
    part = GLYPHS.get(match["glyph"] or "", 0.0) + PARTS.get((match["part"] or "").lower(), 0.0)
    return mixed(numeral, part) if part else numeral


def _worded(written: str, words: NumberWords) -> Numeral:
    plain = same(written)
    if plain.startswith("half"):
        return Numeral(0.5, 0.1, 0.1, 0.05)
    if plain.startswith("a quarter"):
        return Numeral(0.25, 0.01, 0.01, 0.025)
    return whole_numeral(1) if plain in {"a", "an"} else read_words(written, words)


def _unit(match: re.Match[str], words: NumberWords) -> Unit | None:
    if match["unit"]:
        return words.units[same(match["unit"])]
    return words.currency_before[same(match["currency"])] if match["currency"] else None


def _cue(match: re.Match[str], words: NumberWords) -> str:
    if match["bound"]:
        return words.bounds_before[same(match["bound"])]
    if match["plus"]:
        return "at-least"
    return words.bounds_after.get(same(match["after"] or ""), "")
