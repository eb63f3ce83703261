"""Numbers said in pieces: "two million three hundred thousand", "five dollars and ten cents"."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from natocheck.claims.mentions.amounts import Amount
from natocheck.claims.mentions.numberwords import NumberWords
from natocheck.claims.mentions.precision import Numeral

GAP = re.compile(r"\s+(?:and\s+)?")
# "5 thousand and 20" is one number, "3 million and 20 tanks" are two things.
LEAST_SCALE = 100.0
JOINED_BY_AND = 1000.0


def join_pieces(text: str, amounts: Sequence[Amount], words: NumberWords) -> list[Amount]:
    """The amounts, with those that are pieces of one number made one."""
    whole: list[Amount] = []
    for piece in amounts:
        gap = GAP.fullmatch(text, whole[-1].end, piece.start) if whole else None
        share = _worth(whole[-1], piece, "and" in gap[0], words) if gap else None
        if share is None:
            whole.append(piece)
        else:
            whole[-1] = _add(text, whole[-1], piece, share)
    return whole


def _worth(left: Amount, right: Amount, said_and: bool, words: NumberWords) -> float | None:
    """What a unit of ``right`` adds to ``left``, or None where the two are two numbers."""
    if right.cue_words or right.numeral.value <= 0 or right.number != right.start:
        return None
    if left.unit in words.currencies - words.hundredths and right.unit in words.hundredths:
        return 0.01 if right.numeral.value < 100 else None
    return 1.0 if left.unit is None and _goes_on(left, right, said_and) else None


def _goes_on(left: Amount, right: Amount, said_and: bool) -> bool:
    """Whether ``right`` says the smaller part of a number that ``left`` began."""
    if left.factor < LEAST_SCALE or abs(right.numeral.value) >= left.factor:
        return False
    in_words = right.written[0].isalpha()
    if not said_and:
        return in_words or right.factor >= LEAST_SCALE
    if left.factor <= JOINED_BY_AND:
        return True
    return in_words and right.numeral.value >= LEAST_SCALE


def _add(text: str, left: Amount, right: Amount, share: float) -> Amount:
    sign = -1.0 if left.numeral.value < 0 else 1.0
    value = left.numeral.value + sign * share * right.numeral.value
    # Cents are written with both digits: fifty cents are .50, not half a dollar or so.
    place = right.numeral.place if share == 1 else right.numeral.last
    numeral = Numeral(value, share * place, share * right.numeral.last)
    return replace(
        left,
        end=right.end,
        numeral=numeral,
        factor=right.factor,
        unit=left.unit or right.unit,
        written=text[left.number : right.end],
        cue=left.cue or right.cue,
        bare=False,
    )
