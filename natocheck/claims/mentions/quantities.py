"""Finding the quantities of a sentence: amounts, fractions, ranks, ratios, durations.

Text in, spans with values out. Where words could be a name, a date or an idiom as well
as a quantity, nothing is returned: a number that was overlooked leaves a claim
unverified, one that was made up may dispute it.
"""

import math
import re
from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from natocheck.claims.mentions.amountpattern import DURATIONS
from natocheck.claims.mentions.amounts import Amount, find_amounts
from natocheck.claims.mentions.anchors import may_count
from natocheck.claims.mentions.lookalikes import YEAR, Span, lookalikes
from natocheck.claims.mentions.numberwords import NumberWords, number_words
from natocheck.claims.mentions.patterns import any_of
from natocheck.claims.mentions.pieces import join_pieces
from natocheck.claims.mentions.precision import SMALL_COUNT, claimed
from natocheck.claims.mentions.shares import Special, find_specials
from natocheck.model.values import Interval, Quantity

__all__ = ["FoundQuantity", "NumberWords", "find_quantities", "number_words"]

DASH = re.compile(r"\s?[-–—‑]\s?")
FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
RANGING = re.compile(r"(?:\brang\w+|\banywhere|\banything)\s+from\s+$", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)
ZERO_COUNT = re.compile(
    r"\s*(?:[.,;:!?)]|$)|\s+(?:(?:is|are|was|were)\b|(?:[A-Za-z-]+\s)?[a-z]+s\b)"
)
MANY = re.compile(r"[\s-](?:[a-z-]+\s)?[a-z]+s\b")


class FoundQuantity(msgspec.Struct, frozen=True):
    """A quantity and its span, which takes in bound words, number, scale and unit."""

    start: int
    end: int
    quantity: Quantity


def find_quantities(text: str, words: NumberWords) -> tuple[FoundQuantity, ...]:
    """The quantities of ``text``, in order, none overlapping another.

    "between 2 and 3 percent" is one quantity, "from 2 to 3 percent" are two. Numbers
    that share a unit each get it ("3.4 and 3.7 percent"). The intervals are those of
    ``precision``. No quantities: dates and years, labels ("Article 5"), scores, names,
    "none", and the zero of a name ("net zero"). A fraction is a percentage; a currency is
    a unit of its own, so that no two are ever compared.
    """
    if not may_count(text, words):
        return ()
    masked = lookalikes(text, words)
    specials = find_specials(text, words, masked)
    taken = masked + tuple((special.start, special.end) for special in specials)
    amounts = [one for one in find_amounts(text, words, taken) if not _is_year(text, one, words)]
    amounts = join_pieces(text, amounts, words)
    amounts = _share(text, amounts, words)
    found = [_of_special(text, special) for special in specials]
    found += _join(text, amounts, words)
    return tuple(sorted(found, key=lambda one: one.start))


def _of_special(text: str, special: Special) -> FoundQuantity:
    interval, bound = claimed(special.numeral, special.unit, special.cue)
    written = text[special.start : special.end]
    quantity = Quantity(special.numeral.value, special.unit, interval, bound, written)
    return FoundQuantity(special.start, special.end, quantity)


def _share(text: str, amounts: list[Amount], words: NumberWords) -> list[Amount]:
    """Give units and scales to neighbours: "3.4 and 3.7 percent", "$2 to 3 million"."""
    signed = list(amounts)
    for at, right in enumerate(amounts[1:], start=1):
        signed[at] = _sign(text, signed[at - 1], right, words)
    shared: list[Amount] = []
    in_list = False
    for amount in reversed(signed):
        in_list = bool(shared) and _joins(text[amount.end : shared[-1].start], in_list)
        shared.append(_inherit(amount, shared[-1]) if in_list else amount)
    return shared[::-1]


def _sign(text: str, left: Amount, right: Amount, words: NumberWords) -> Amount:
    gap = text[left.end : right.start]
    ranged = gap.strip() == "to" or DASH.fullmatch(gap) or BETWEEN.search(text[: left.start])
    signed = left.unit in words.currencies and left.bare and right.unit is None
    return replace(right, unit=left.unit) if signed and ranged else right


def _joins(gap: str, in_list: bool) -> bool:
    if gap.strip() == ",":
        return in_list
    return gap.strip(" ,") in {"and", "or", "to", "plus"} or bool(DASH.fullmatch(gap))


def _inherit(amount: Amount, right: Amount) -> Amount:
    """What the number takes from the one to its right that it is joined to."""
    if not amount.bare or amount.unit not in {None, right.unit} or right.unit == "times":
        return amount
    if amount.factor != 1 or not 0 < amount.numeral.value < right.numeral.value / right.factor:
        return replace(amount, unit=right.unit)
    numeral = amount.numeral.times(right.factor) if right.factor != 1 else amount.numeral
    return replace(amount, unit=right.unit, numeral=numeral, factor=right.factor)


def _join(text: str, amounts: list[Amount], words: NumberWords) -> Iterable[FoundQuantity]:
    """Make ranges of neighbours; leave out scores and what is no quantity alone."""
    at = 0
    while at < len(amounts):
        left = amounts[at]
        right = amounts[at + 1] if at + 1 < len(amounts) else None
        if right and (span := _range_span(text, left, right)):
            yield _range(text, span, left, right)
            at += 2
        elif right and right.unit is None and _is_score(text, left, right):
            at += 2
        else:
            if _counts(text, left, words):
                yield _of_amount(text, left)
            at += 1


def _is_score(text: str, left: Amount, right: Amount) -> bool:
    """Whether two numbers are those of a game or a vote: "3-2", "by 52 to 48"."""
    gap, before = text[left.end : right.start], text[: left.start]
    falls = left.bare and right.bare and left.numeral.value > right.numeral.value
    voted = gap.strip() == "to" and falls and not FROM.search(before)
    return bool(DASH.fullmatch(gap)) or voted


def _range_span(text: str, left: Amount, right: Amount) -> Span | None:
    gap, before = text[left.end : right.start], text[: left.start]
    if left.unit != right.unit or left.numeral.value >= right.numeral.value:
        return None
    if between := BETWEEN.search(before):
        return (between.start(), right.end) if gap.strip() == "and" else None
    if DASH.fullmatch(gap):
        plain = right.unit is None and right.factor == 1
        return None if plain and not MANY.match(text[right.end :]) else (left.start, right.end)
    if gap.strip() == "or" and left.bare and not right.cue_words:
        return (left.start, right.end) if _near(left, right) else None
    if gap.strip() != "to" or (FROM.search(before) and not RANGING.search(before)):
        return None
    return (left.start, right.end) if left.bare or RANGING.search(before) else None


def _near(left: Amount, right: Amount) -> bool:
    """Whether two numbers may be the ends of a guess: "two or three", but not "2 or 5"."""
    step = max(left.numeral.place, right.numeral.place)
    return right.numeral.value - left.numeral.value <= max(step, 0.25 * left.numeral.value)


def _range(text: str, span: Span, left: Amount, right: Amount) -> FoundQuantity:
    low, high = left.numeral.value, right.numeral.value
    unit = right.unit or "count"
    written = text[span[0] : span[1]]
    quantity = Quantity((low + high) / 2, unit, Interval(low, high), "range", written)
    return FoundQuantity(*span, quantity)


def _of_amount(text: str, amount: Amount) -> FoundQuantity:
    unit = amount.unit or "count"
    interval, bound = claimed(amount.numeral, unit, amount.cue)
    written = text[amount.start : amount.end]
    quantity = Quantity(_tidy(amount.numeral.value), unit, interval, bound, written)
    return FoundQuantity(amount.start, amount.end, quantity)


def _tidy(value: float) -> float:
    return float(f"{value:.12g}") if math.isfinite(value) else value


def _counts(text: str, amount: Amount, words: NumberWords) -> bool:
    """Whether the amount, standing alone, is a quantity at all."""
    if amount.unit in DURATIONS:
        return _lasts(text, amount)
    if amount.unit is not None:
        return not _is_rate(amount, words)
    if amount.numeral.value == 0:
        return _is_zero_count(text, amount, words)
    if amount.factor != 1 and amount.numeral.value >= 1:
        return True
    return not (
        _is_pronoun(text, amount, words)
        or _is_compound(text, amount, words)
        or (amount.cue_words in words.bounds_of_place and amount.numeral.value < 10)
    )


def _is_rate(amount: Amount, words: NumberWords) -> bool:
    """Whether the article counts nothing: "a dollar figure", but "more than a dollar"."""
    article = re.fullmatch(r"(?i)an?\s+.*", amount.written) and amount.numeral.value == 1
    return bool(article and amount.unit in words.currencies and not amount.cue)


def _is_zero_count(text: str, amount: Amount, words: NumberWords) -> bool:
    """Whether zero counts things: "zero ships", but no "zero hour" and no "net zero"."""
    before, after = text[: amount.start], text[amount.end :]
    named = re.search(rf"(?i){any_of(words.zero_names)}[\s-]+$", before)
    return not named and ZERO_COUNT.match(after) is not None


def _lasts(text: str, amount: Amount) -> bool:
    """A stretch of time, not a point ("ten years ago") and not a rate ("$5 a year")."""
    before, after = text[: amount.start], text[amount.end :]
    if re.match(r"\s+ago\b", after) or re.search(r"(?i)\b(?:last|past|next)\s+$", before):
        return False
    if amount.written.lower() == "one day" and not amount.cue:
        return False
    rate = amount.written.lower().startswith("a") and not amount.cue
    return not rate or re.search(r"(?i)\b(?:for|in|within|lasted|took)\s+$", before) is not None


def _is_year(text: str, amount: Amount, words: NumberWords) -> bool:
    if amount.unit is not None:
        return False
    early = re.search(r"(?i)\b(?:in|since|by|until|from|of)\s+$", text[: amount.start])
    if not re.fullmatch(rf"{YEAR}|1\d{{3}}" if early else YEAR, amount.written):
        return False
    things = rf"\s+(?:[a-z]+\s+)?{any_of(words.counted_things)}"
    return not re.match(things, text[amount.end :])


def _is_pronoun(text: str, amount: Amount, words: NumberWords) -> bool:
    """Whether "one" counts nothing: "no one", "one another", "one must", "one of the"."""
    if amount.written.lower() != "one" or amount.cue or amount.numeral.value < 0:
        return False
    before, after = text[: amount.start], text[amount.end :]
    idiom = re.search(rf"(?i){any_of(words.one_after)}[\s-]+$", before)
    noun = re.match(r"\s+(?P<word>[A-Za-z]+)|-(?P<part>[a-z]+)", after)
    if idiom or not noun:
        return True
    word = (noun["word"] or noun["part"]).lower()
    # What "one" counts is singular: "one thinks", "one called" are verbs.
    return word in words.one_before or re.search(r"(?:[^su]s|ed)$", word) is not None


def _is_compound(text: str, amount: Amount, words: NumberWords) -> bool:
    """Whether the number is the first half of a word: "two-way", "four-star"."""
    part = re.match(r"-([A-Za-z]+)", text[amount.end :])
    if not part or amount.numeral.value >= SMALL_COUNT or amount.written[0].isdigit():
        return False
    return part[1].lower() not in words.counted_things
