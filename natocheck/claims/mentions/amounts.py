"""Amounts: a numeral with its bound, currency, scale and unit, as one pattern finds it."""

import re
from collections.abc import Iterator

import msgspec

from natocheck.claims.mentions.amountpattern import amount_pattern
from natocheck.claims.mentions.bounds import bound_before, bound_cue, bound_late
from natocheck.claims.mentions.lookalikes import YEAR, Span
from natocheck.claims.mentions.numberwords import NumberWords
from natocheck.claims.mentions.numerals import (
    GLYPHS,
    dozens,
    mixed,
    read_digits,
    read_fraction,
    read_words,
    whole_numeral,
)
from natocheck.claims.mentions.patterns import any_of, same
from natocheck.claims.mentions.precision import Numeral
from natocheck.model.values import Unit

DOZEN = 12.0


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


def find_amounts(text: str, words: NumberWords, masked: tuple[Span, ...]) -> list[Amount]:
    """All amounts of ``text``, outside the masked spans, in order."""
    return list(_scan(text, words, masked))


def _scan(text: str, words: NumberWords, masked: tuple[Span, ...]) -> Iterator[Amount]:
    pattern, at = amount_pattern(words), 0
    while match := pattern.search(text, at):
        number = _number_start(match)
        mask = next((end for start, end in masked if start <= number < end), None)
        at = max(mask or match.end(), at + 1)
        if mask is None and not _spoiled(text, match, words):
            yield _amount(match, number, words)


def _number_start(match: re.Match[str]) -> int:
    groups = ("cdigits", "digits", "only", "portion", "words")
    return next(match.start(group) for group in groups if match[group] is not None)


def _spoiled(text: str, match: re.Match[str], words: NumberWords) -> bool:
    """Whether the number is part of a longer token, or of a unit that is none of ours."""
    rest = text[match.end() :]
    digits = match["digits"] is not None or match["cdigits"] is not None
    if digits and match["unit"] is None and re.match(r"[A-Za-z_:²³]\w*", rest):
        return True
    foreign = rf"[\s-]?(?:{any_of(words.foreign_units)})|/h\b"
    if re.match(foreign, rest, re.IGNORECASE):
        return True
    return _letter_scale_alone(match, rest, words) or _is_name(match, words)


def _is_name(match: re.Match[str], words: NumberWords) -> bool:
    """Whether what looks like a unit is none: "In 2016 Pence", "in 2024 millions"."""
    unit = match["unit"] or ""
    titled = unit[:1].isupper() and words.units.get(same(unit)) in words.hundredths
    plural = same(match["scale"] or "") in words.scales_plural
    return titled or (plural and re.fullmatch(YEAR, match["digits"] or "") is not None)


def _letter_scale_alone(match: re.Match[str], rest: str, words: NumberWords) -> bool:
    """Whether a letter may be a length or a mass: "100m" is one, "1.4m people" is not."""
    short = match["short"] or ""
    if short not in {"m", "b", "t", "T"} or match["currency"] or match["unit"]:
        return False
    if short == "b" and "." in (match["digits"] or ""):
        return False
    things = rf"\s+(?:(?:[a-z]+\s+)?(?i:{any_of(words.counted_things)})|[A-Z][a-z]+s\b)"
    return short != "m" or not re.match(things, rest)


def _amount(match: re.Match[str], number: int, words: NumberWords) -> Amount:
    factor = _factor(match, words)
    numeral = _numeral(match, words)
    numeral = dozens(numeral) if factor == DOZEN else numeral.times(factor)
    if match["late"]:
        part = read_fraction(match["late"], words)
        numeral = mixed(numeral.times(1 / factor), part).times(factor)
    if match["sign"] or match["csign"] or match["wsign"]:
        numeral = msgspec.structs.replace(numeral, value=-numeral.value)
    begin = _begin(match, number)
    bound = bound_before(match.string, begin, words)
    unit = _unit(match, words)
    return Amount(
        start=begin - len(bound),
        end=match.end(),
        number=number,
        numeral=numeral,
        factor=1.0 if factor == DOZEN else factor,
        unit=unit,
        cue=bound_cue(bound, words) or _bound_behind(match, unit, words),
        cue_words=same(bound),
        written=match[0][number - match.start() :],
        bare=not (match["scale"] or match["short"] or match["unit"] or match["middle"]),
    )


def _bound_behind(match: re.Match[str], unit: Unit | None, words: NumberWords) -> str:
    """What a sign or words behind a number make of it: "2+", "2 percent (of GDP) or more"."""
    if match["plus"]:
        return "at-least"
    if match["after"]:
        return words.bounds_after[same(match["after"])]
    return bound_late(match.string, match.end(), words) if unit == "percent" else ""


def _begin(match: re.Match[str], number: int) -> int:
    starts = [match.start(group) for group in ("currency", "sign", "wsign") if match[group]]
    return min([number, *starts])


def _factor(match: re.Match[str], words: NumberWords) -> float:
    scale = same(match["scale"] or match["outer"] or match["short"] or "")
    scales = {**words.scale_abbreviations, **words.scales_plural, **words.scales}
    return scales.get(scale, 1.0)


def _numeral(match: re.Match[str], words: NumberWords) -> Numeral:
    if match["only"]:
        return mixed(whole_numeral(0), GLYPHS[match["only"]])
    if match["portion"]:
        portion = read_fraction(match["portion"], words)
        return Numeral(portion, loose=0.1 * portion)
    digits = match["cdigits"] or match["digits"]
    numeral = read_digits(digits) if digits else _worded(match["words"], words)
    part = GLYPHS.get(match["glyph"] or "", 0.0)
    part += read_fraction(match["part"], words) if match["part"] else 0.0
    part += float(match["over"]) / float(match["under"]) if match["over"] else 0.0
    return mixed(numeral, part) if part else numeral


def _worded(written: str, words: NumberWords) -> Numeral:
    return whole_numeral(1) if same(written) in {"a", "an"} else read_words(written, words)


def _unit(match: re.Match[str], words: NumberWords) -> Unit | None:
    before = {**words.units, **words.currency_before}
    for written in (match["unit"], match["middle"]):
        if written:
            return words.currency_codes.get(written) or words.units[same(written)]
    currency = match["currency"]
    return words.currency_codes.get(currency) or before[same(currency)] if currency else None
