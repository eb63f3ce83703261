"""Fractions, ratios and ranks in words: "two-thirds", "one in three", "twice", "the 32nd"."""

import functools
import re
from collections.abc import Callable

import msgspec

from natocheck.claims.mentions.bounds import bound_before, bound_cue
from natocheck.claims.mentions.lookalikes import Span
from natocheck.claims.mentions.numberwords import NumberWords
from natocheck.claims.mentions.numerals import (
    GLYPHS,
    SLASHED,
    cardinal_words,
    read_words,
    whole_numeral,
)
from natocheck.claims.mentions.patterns import any_of, same
from natocheck.claims.mentions.precision import (
    FRACTION_TOLERANCE,
    SMALL_FRACTION_TOLERANCE,
    Numeral,
)
from natocheck.model.values import Unit

# "One in seven" is a share, "12 in 32" is not said: these are what people count by.
DENOMINATORS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 100})
PARTITIVE = (
    r"(?=\s+(?:of|more|less|fewer|higher|lower|larger|smaller|bigger|as|in|on|by|for|to|from"
    r"|since|over|under|between|and|or|above|below|is|are|was|were|came|comes|went|goes)\b"
    r"|\s*[.,;:!?)]|\s*$)"
)


Value = tuple[Numeral, Unit]


class Special(msgspec.Struct, frozen=True):
    """A quantity whose unit is in its words."""

    start: int
    end: int
    numeral: Numeral
    unit: Unit
    cue: str


class _Reader(msgspec.Struct, frozen=True):
    pattern: re.Pattern[str]
    # Given the match, the words, and whether a bound stands before it.
    read: Callable[[re.Match[str], NumberWords, bool], Value | None]


def find_specials(text: str, words: NumberWords, masked: tuple[Span, ...]) -> list[Special]:
    """All fractions, ratios and ranks outside the masked spans; earlier readers go first."""
    found: list[Special] = []
    for reader in _readers(words):
        for match in reader.pattern.finditer(text):
            taken = masked + tuple((one.start, one.end) for one in found)
            number = match.start("number")
            free = all(end <= number or start >= match.end() for start, end in taken)
            bound = bound_before(text, match.start(), words) if free else ""
            value = reader.read(match, words, bool(bound)) if free else None
            if value:
                start = match.start() - len(bound)
                found.append(Special(start, match.end(), *value, bound_cue(bound, words)))
    return found


@functools.lru_cache(maxsize=8)
def _readers(words: NumberWords) -> tuple[_Reader, ...]:
    return (
        _Reader(_pattern(_one_in(words)), _read_one_in),
        _Reader(_pattern(_fraction(words)), _read_fraction),
        _Reader(_pattern(_GLYPHED), _read_glyphed),
        _Reader(_pattern(_half(words)), _read_half),
        _Reader(_pattern(_ratio(words)), _read_ratio),
        _Reader(_pattern(_ONCE), _read_once),
        _Reader(_pattern(_rank(words)), _read_rank),
    )


def _pattern(body: str) -> re.Pattern[str]:
    return re.compile(body, re.IGNORECASE)


def _one_in(words: NumberWords) -> str:
    number = rf"(?:\b\d{{1,3}}(?![\d.,%]\d)|{cardinal_words(words)})"
    return (
        rf"(?P<number>(?<![\w.,$€£-]){number})"
        rf"(?:\s+in\s+|\s+out\s+of\s+|(?:\s+[a-z]+)?\s+(?:in|out\s+of|of)\s+(?:every|each)\s+)"
        rf"(?P<whole>{number})(?![\w%]|[.,-]\d|-)"
        rf"(?!\s+(?:percent|per\s?cent|{any_of(words.scales)}|years?|months?|weeks?|days?|hours?))"
    )


def _read_one_in(match: re.Match[str], words: NumberWords, bounded: bool) -> Value | None:
    part, whole = _whole(match["number"], words), _whole(match["whole"], words)
    if whole not in DENOMINATORS or not 0 < part < whole:
        return None
    return _share(part / whole), "percent"


def _whole(written: str, words: NumberWords) -> float:
    return float(written) if written[0].isdigit() else read_words(written, words).value


def _share(part: float) -> Numeral:
    percent = float(f"{100 * part:.12g}")
    return Numeral(percent, loose=min(FRACTION_TOLERANCE, SMALL_FRACTION_TOLERANCE * percent))


def _fraction(words: NumberWords) -> str:
    small = any_of(w for w, v in words.cardinals.items() if 0 < v < 10)
    return (
        rf"(?<![\w-])(?<!\band\s)(?P<number>(?:an?|{small}|\b\d))(?:[\s-]|\s-\s)(?P<name>{any_of(words.fraction_names)})"
        rf"(?![-\w])(?!\s+of\s+an?\s)(?P<open>{PARTITIVE})?"
    )


def _read_fraction(match: re.Match[str], words: NumberWords, bounded: bool) -> Value | None:
    name = match["name"].lower()
    article = match["number"].lower() in {"a", "an"}
    part = 1.0 if article else _whole(match["number"], words)
    one = part == 1
    needs_context = article or name.startswith("quarter")
    if one == name.endswith("s") or name == "halves" or (name == "half" and not one):
        return None
    if needs_context and match["open"] is None and not bounded:
        return None
    whole = words.fraction_names[name]
    return (_share(part / whole), "percent") if 0 < part < whole else None


# "9/11" is a day and "24/7" an idiom: a slash divides where "of" says so.
_GLYPHED = rf"(?<![\w/.,])(?P<number>[{''.join(GLYPHS)}]|{SLASHED})(?=\s+of\b)"


def _read_glyphed(match: re.Match[str], words: NumberWords, bounded: bool) -> Value | None:
    over, under = float(match["over"] or 0), float(match["under"] or 1)
    part = GLYPHS.get(match["number"], over / under)
    return (_share(part), "percent") if part < 1 else None


def _half(words: NumberWords) -> str:
    before = r"(?<!first )(?<!second )(?<!latter )(?<!other )(?<!former )(?<!this )(?<!last )"
    after = (
        r"(?=\s+(?:of(?!\s+an?\s)|the|its|their|his|her|our|all|those|these|that|this|what|as)\b"
        r"(?!\s+(?:much|many|large|big|high|time|way)\b)|\s*[.,;:!?)]|\s*$)"
    )
    return rf"{before}(?<!and a )(?<!and one )(?<![\w-])(?P<number>half)(?![-\w])(?P<open>{after})?"


def _read_half(match: re.Match[str], words: NumberWords, bounded: bool) -> Value | None:
    rest = match.string[match.end() :]
    if re.match(r"\s+(?:an?|hour|past|time|way|as\s+(?:much|many|large|big|high))\b", rest):
        return None
    clear = match["open"] is not None or bounded
    return (_share(0.5), "percent") if clear else None


def _ratio(words: NumberWords) -> str:
    return rf"(?P<number>{any_of(words.multipliers)})"


def _read_ratio(match: re.Match[str], words: NumberWords, bounded: bool) -> Value | None:
    rest = match.string[match.end() :]
    if re.match(rf"[\s-]+{any_of(words.multiplier_idioms)}", rest, re.IGNORECASE):
        return None
    value = words.multipliers[same(match["number"])]
    numeral = whole_numeral(int(value)) if value >= 1 else Numeral(value, 0.1, 0.1)
    return numeral, "times"


_ONCE = (
    r"\b(?P<number>once|a\s+(?:single|lone|solitary)\s+(?:time|occasion)"
    r"|(?<=\bonly\s)one\s+time|(?<=\bjust\s)one\s+time)\b"
)


def _read_once(match: re.Match[str], words: NumberWords, bounded: bool) -> Value | None:
    """ "Once" counts at the end of a phrase; elsewhere it is "formerly" or "as soon as"."""
    before, rest = match.string[: match.start("number")], match.string[match.end() :]
    if match["number"][0] == "O" or re.search(r"(?i)\b(?:at|for|all|never)\s+$", before):
        return None
    if match["number"].lower() != "once":
        return Numeral(1.0, loose=0.0), "times"
    only = re.search(r"(?i)\b(?:only|just|exactly|even|least|than|but|invoked|used)\s+$", before)
    idiom = re.match(r"\s+(?:and\s+for|in\s+a|again|more|upon|said)\b", rest)
    ends = re.match(
        r"\s*[.,;:!?)]|\s*$|\s+(?:in|since|so|before|during|by|under|after|and|or|but|to)\b", rest
    )
    counts = (only or ends or bounded) and not idiom
    return (Numeral(1.0, loose=0.0), "times") if counts else None


def _rank(words: NumberWords) -> str:
    tens = any_of(w for w, v in words.cardinals.items() if 20 <= v < 100)
    hundred = r"(?:(?:an?|one)\s+)?hundred\s+(?:and\s+)?"
    worded = rf"(?:{hundred})?(?:{tens}[-\s])?{any_of(words.ordinals)}"
    opener = "|".join(
        rf"(?<=\b{w}\s)" if w[0].isalpha() else rf"(?<={w}\s)" for w in words.ordinal_openers
    )
    return (
        rf"(?:\bthe\s+)?(?P<number>(?<![\w.,-])\d{{1,3}}(?:st|nd|rd|th)\b|(?:{opener}){worded})"
        rf"(?![\s-](?:(?-i:[A-Z])\w+\s)?{any_of(words.ordinal_names)})"
    )


def _read_rank(match: re.Match[str], words: NumberWords, bounded: bool) -> Value | None:
    written = match["number"]
    digits = re.match(r"\d+", written)
    if not digits and written[0].isupper():
        return None
    value = float(digits[0]) if digits else _rank_value(written, words)
    return Numeral(value), "ordinal"


def _rank_value(written: str, words: NumberWords) -> float:
    total = 0.0
    for word in re.findall(r"[a-z]+", written.lower()):
        total += words.ordinals.get(word, words.cardinals.get(word, 0.0))
    return total
