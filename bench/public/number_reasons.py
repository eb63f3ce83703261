"""Which cases are left out, and why: what English news cannot say, or cannot mean.

Each reason is a rule on the case, on its text or on the gold: what the program makes of it
plays no part, and cases that it would get right are left out as well.
"""

import re
from collections.abc import Callable

from .number_cases import Case, Gold

_WORDS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
    r"|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|hundred|thousand|million|billion|trillion)"
)
_NUMBER = rf"(?:\d[\d.,]*|\b{_WORDS}\b)"
_TWO_DIGITS = r"(?:ty|teen|ten|eleven|twelve|hundred|thousand|million|billion)\b"
_ORDINAL = (
    r"(?:first|third|half|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth"
    r"|thousandth|millionth|billionth|trillionth)s?\b"
)
_DIGIT_WORDS = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty)"
_AMOUNT = rf"(?:\d[\d.,]*|\b{_DIGIT_WORDS}(?:-\w+)?\b)"
_NAMES = r"(?:dollars?|rupees?|ringgits?|lira|yuan|kuai|sen|rmb|usd|gbp|eur|\$|€|£)"
_MINOR = r"(?:cents?|c\b|¢|pence|penny|pennies|sens?|kopiykas)"

Rule = Callable[[Case], bool]


def _says(pattern: str) -> Rule:
    search = re.compile(pattern, re.IGNORECASE).search
    return lambda case: search(case.text) is not None


def _of_numbers(pattern: str) -> Rule:
    says = _says(pattern)
    return lambda case: case.kind == "number" and says(case)


def _all(*rules: Rule) -> Rule:
    return lambda case: all(rule(case) for rule in rules)


def _any_gold(test: Callable[[Case, Gold], bool]) -> Rule:
    return lambda case: any(test(case, gold) for gold in case.golds)


def _gold_says(pattern: str) -> Rule:
    search = re.compile(pattern, re.IGNORECASE).search
    return _any_gold(lambda case, gold: search(gold.surface or case.text) is not None)


def _inside_a_name(case: Case, gold: Gold) -> bool:
    """Whether a number is part of a longer token: a date, an address, a designation."""
    if gold.surface is None or case.kind != "number":
        return False
    before = case.text[: gold.start]
    after = case.text[gold.start + len(gold.surface) :]
    touches = re.search(rf"(?:\d|\b{_WORDS}|[A-Za-z])[-./,+]+$|\+$", before)
    joined = re.match(rf"[-./,](?:\d|{_WORDS})", after)
    label = re.search(r"(?i)\b(?:nrs?\.|version)\s+$", before)
    return bool(touches or joined or label)


def _stops_short(case: Case, gold: Gold) -> bool:
    """Whether the gold reads "two millionth" as two."""
    rest = case.text[gold.start + len(gold.surface or "") :]
    return gold.surface is not None and bool(re.match(r"\s+\w*illionths?\b", rest))


def _bare_fraction(case: Case) -> bool:
    """A fraction that stands alone: no percentage to one gold, a number to the other."""
    return case.kind == "percentage" and not case.golds and _says(rf"^{_NUMBER} {_ORDINAL}$")(case)


def _doubled(case: Case, gold: Gold) -> bool:
    """Whether two numbers share one currency, and neither is named as its hundredths."""
    said = gold.surface or case.text
    rest = rf"(?![-\w.,]*\s?(?:{_MINOR}|{_NAMES}))(?![\w.,]*-)\b"
    after = rf"{_AMOUNT}\s?{_NAMES}\s+(?:and\s+)?{_AMOUNT}{rest}"
    signed = rf"[$]\s?\d+\s+(?:and\s+)?{_AMOUNT}{rest}"
    before = case.text[: gold.start]
    led = re.match(r"(?i)[$]|usd|\d+ usd", said) and re.search(r"(?:^|\s)\d+\s(?:usd )?$", before)
    mixed = re.search(r"(?i)^rmb \d+ usd", case.text)
    return bool(led or mixed or re.search(rf"(?i){after}|{signed}", said))


def _shared_out(case: Case) -> bool:
    """ "23 out of 32" are two counts to a reader of news; a share is "one in three"."""
    match = re.search(rf"(?i)\b(?:out of|in)\s+((?:{_NUMBER}(?:s?\s+and\s+|[\s-])?)+)", case.text)
    numbers = r"(?:[2-9]|1[02]|20|100|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
    fractions = any(gold.fraction for gold in case.golds)
    return bool(match and fractions and not re.fullmatch(numbers, match[1].strip().lower()))


REASONS: dict[str, Rule] = {
    "powers, e-notation, divisions (1.3e6, x10^6, 2000 over 3)": _of_numbers(
        rf"\^|\b\d+(?:\.\d+)?e[+-]?\d|x10|{_NUMBER} over (?:{_NUMBER}[\s-]?(?:and )?)+$"
    ),
    "fractions with a numerator above nine or a compound denominator (one hundred "
    "thirty-two fifths, three twenty-firsts)": _all(
        _any_gold(lambda case, gold: gold.fraction),
        _says(
            rf"{_TWO_DIGITS}(?:\s?-?\s?\w+)?[\s-]+(?:and\s+)?{_ORDINAL}"
            rf"|{_TWO_DIGITS}\s?-\s?{_ORDINAL}"
        ),
    ),
    "digits of a date, address, telephone number, label or name (5/17/2018, SCP-173)": _any_gold(
        _inside_a_name
    ),
    "a slash between two numbers with nothing after it (3/4: a date or score as well)": _says(
        r"^[\s-]*(?:\d+\s)?\d+/\d+\s*$"
    ),
    "a minus apart from its number (- 10 k): a dash or a bullet": _says(r"^\s*-\s"),
    "percent before its number (percent of twenty): the share of something": _says(
        rf"^per\s?cents? of {_NUMBER}"
    ),
    "gold that reads a part of the number (two of two millionth)": _any_gold(_stops_short),
    "gold that reads a fraction as nothing here and as a number elsewhere": _bare_fraction,
    "n of m where both are counts (two out of five hundred)": _shared_out,
    "digits in groups that no convention writes (423 0000)": _says(r"\d \d{4}\b|\d{4} \d hundred"),
    "a G, MM, mil or l for a scale, as in computing and accounts": _says(
        r"\d\s?(?:G|MM|mil|l)\b(?!\.)|\bM(?:USD|EUR|GBP|AUD)\b"
    ),
    "dialect, slang and their abbreviations (bucks, kuai, koti, dozs)": _says(
        rf"{_NUMBER}\s(?:bucks|kuai|geneh|genihat|l\.?e|ac|lkhs?|lac|cr|koti|krores?|kr|dozs|dzs)\b"
    ),
    "words that are vague or need a context (few, a couple, single)": _says(
        r"^(?:a )?(?:few|couple|couple of|pair|single)$"
    ),
    "dictation (one twenty two, 1 point 1, point 77)": _says(
        r"\bone twenty\b|\d point \d|^point \d"
    ),
    "currency names misspelt, broken or before the number (dollar 22.5)": _gold_says(
        r"egyptianpound|saudiriyal|\\|€ur|^(?:dollar|(?:malaysian? )?ringgits?|sen)\s+\d"
    ),
    "a bare number for the cents, or numbers on both sides of a currency (15 dollars 50, "
    "1 $10 bill)": _any_gold(_doubled),
    "gold that gives the scale of a range to its end alone (7-9 lakh as 7 to 900,000)": _any_gold(
        lambda case, gold: len(gold.values) == 2 and gold.values[1] > 1000 * gold.values[0]
    ),
    "from … to …, a change as often as a range": _says(r"^from .* (?:to|and) "),
}


def reason_to_leave_out(case: Case) -> str | None:
    """The first reason that holds of the case, or None."""
    return next((reason for reason, rule in REASONS.items() if rule(case)), None)
