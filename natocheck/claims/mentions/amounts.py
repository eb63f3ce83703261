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
REACH = 40
PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}


@functools.lru_cache(maxsize=8)
def _bound_pattern(words: NumberWords) -> re.Pattern[str]:
    return re.compile(rf"(?P<cue>{any_of(words.bounds_before)})\s*(?:the\s+)?$", re.IGNORECASE)


def bound_before(text: str, at: int, words: NumberWords) -> str:
    """The bound words, and the space after them, that end where a number begins; or ""."""
    match = _bound_pattern(words).search(text, max(0, at - REACH), at)
    return match[0] if match else ""


def bound_cue(bound: str, words: NumberWords) -> str:
    """What bound words mean; "" for none."""
    match = _bound_pattern(words).search(bound)
    return words.bounds_before[same(match["cue"])] if match else ""


class Amount(msgspec.Struct, frozen=True):
    """A numeral and what stands around it; ``number`` is where the numeral begins.

    ``factor`` is what the scale word is worth; ``unit`` is None while nothing names it.
    ``bare``: no scale or unit is written after it.
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
    bare: bool


@functools.lru_cache(maxsize=8)
def _pattern(words: NumberWords) -> re.Pattern[str]:
    scale, units = any_of(words.scales), any_of(words.units)
    letters = sorted(words.scale_abbreviations, key=lambda word: (-len(word), word))
    short = "|".join(rf"{'' if len(word) == 1 else '[ ]?'}{word}" for word in letters)
    duration = any_of(w for w, unit in words.units.items() if unit in DURATIONS)
    point = any_of(w for w, unit in words.units.items() if unit == "percentage-point")
    worded = cardinal_words(words)
    article = rf"\b(?:an?\s+)?(?:half|quarter)(?=[\s-]+{scale})|"
    article += rf"\b(?:half\s+(?:of\s+)?|a\s+quarter\s+of\s+)an?(?=[\s-]+(?:{scale}|{units}))"
    alone = rf"\ban?(?=\s+(?:{scale}|{duration}|{point}))"
    part = r"\s+and\s+(?:a|one)\s+(?P<part>half|quarter|third)\b"
    return re.compile(
        rf"""
        (?:
          (?:(?<![\w$€£¥]){any_of_currency(words)}\s?(?P<csign>[-−])?(?P<cdigits>{DIGITS})
          | {LEFT}(?P<sign>[-−](?<![\w)%][-−])|(?:minus|negative)\s)?(?P<digits>{DIGITS})
          )(?P<glyph>[{"".join(GLYPHS)}])?
          | {LEFT}(?P<only>[{"".join(GLYPHS)}])
          | (?<![\w-])(?P<wsign>(?:minus|negative)\s)?(?P<words>{article}|{worded}|{alone})
        )
        (?:{part})?
        (?P<plus>\+)?
        (?:[\s-]\s?(?P<scale>{scale})|(?P<short>{short})(?![\w]))?
        (?:{part.replace("part", "late")})?
        (?:[\s-]?(?P<unit>{any_of(words.units, glued=True)})(?!\d))?
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
    if re.match(foreign, rest, re.IGNORECASE):
        return True
    return _letter_scale_alone(match, rest, words)


def _letter_scale_alone(match: re.Match[str], rest: str, words: NumberWords) -> bool:
    """Whether a letter may be a length or a mass: "100m" is one, "1.4m people" is not."""
    short = match["short"] or ""
    if short not in {"m", "b", "t", "T"} or match["currency"] or match["unit"]:
        return False
    things = rf"\s+(?:(?:[a-z]+\s+)?(?i:{any_of(words.counted_things)})|[A-Z][a-z]+s\b)"
    return short != "m" or not re.match(things, rest)


def _amount(match: re.Match[str], number: int, words: NumberWords) -> Amount:
    scale = same(match["scale"] or match["short"] or "")
    factor = words.scales.get(scale) or words.scale_abbreviations.get(scale) or 1.0
    numeral = _scaled(_numeral(match, words), scale, factor)
    if match["late"]:
        numeral = mixed(numeral.times(1 / factor), PARTS[match["late"].lower()]).times(factor)
    if match["sign"] or match["csign"] or match["wsign"]:
        numeral = msgspec.structs.replace(numeral, value=-numeral.value)
    begin = _begin(match, number)
    bound = bound_before(match.string, begin, words)
    after = "at-least" if match["plus"] else same(match["after"] or "")
    return Amount(
        start=begin - len(bound),
        end=match.end(),
        number=number,
        numeral=numeral,
        factor=1.0 if scale == "dozen" else factor,
        unit=_unit(match, words),
        cue=bound_cue(bound, words) or words.bounds_after.get(after, after),
        cue_words=same(bound),
        written=match[0][number - match.start() :],
        bare=not (match["scale"] or match["short"] or match["unit"]),
    )


def _begin(match: re.Match[str], number: int) -> int:
    starts = [match.start(group) for group in ("currency", "sign", "wsign") if match[group]]
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
    for part in PARTS:
        if re.match(rf"(?:an? )?{part}\b", plain):
            return Numeral(PARTS[part], loose=0.1 * PARTS[part])
    return whole_numeral(1) if plain in {"a", "an"} else read_words(written, words)


def _unit(match: re.Match[str], words: NumberWords) -> Unit | None:
    if match["unit"]:
        return words.units[same(match["unit"])]
    return words.currency_before[same(match["currency"])] if match["currency"] else None
