"""Hold the finder of quantities against other people's gold data.

    python -m bench.public.numbers FILE... [-v]

A case is right when each number of the gold is found with its value and its words, and no
other is found. What is compared is what the gold is about: percentages, amounts of money,
or every number. Two differences of convention are no fault:

- natocheck's span takes in bound words, currency and unit; gold for numbers does not, and
  gold for money has no bounds ("more than $5" is "$5"). What is left of the longer span
  must be such words. The gold has "of" behind a fraction.
- natocheck reads a fraction in words as a share: a third is 33.3 percent.

Which cases are left out, and why, stands in ``number_reasons``.
"""

import argparse
import math
import re
from collections import Counter
from pathlib import Path

from natocheck import rulebase
from natocheck.claims.mentions.patterns import any_of
from natocheck.claims.mentions.quantities import (
    FoundQuantity,
    NumberWords,
    find_quantities,
    number_words,
)

from .number_cases import Case, Gold, read_cases
from .number_reasons import reason_to_leave_out

_SHARE_WORDS = re.compile(r"%|per\s?cent|pc\b|pct", re.IGNORECASE)


def is_right(case: Case, words: NumberWords) -> bool:
    """Whether what is found in the text is what the gold says, no more and no less."""
    found = [one for one in find_quantities(case.text, words) if _is_about(case, one, words)]
    if case.golds and case.golds[0].surface is None:
        return bool(found) and all(
            _has_values(case.golds[0], one, case.kind, words) for one in found
        )
    return len(found) == len(case.golds) and all(
        _has_values(gold, one, case.kind, words) and _has_words(gold, one, words)
        for gold, one in zip(case.golds, found, strict=True)
    )


def _is_about(case: Case, found: FoundQuantity, words: NumberWords) -> bool:
    if case.kind == "percentage":
        return found.quantity.unit == "percent"
    return case.kind != "currency" or found.quantity.unit in words.currencies


def _has_values(gold: Gold, found: FoundQuantity, kind: str, words: NumberWords) -> bool:
    quantity = found.quantity
    if gold.currency and quantity.unit not in {gold.currency, *_names(words)}:
        return False
    if len(gold.values) == 2:
        ends = (quantity.interval.low, quantity.interval.high)
        return all(math.isclose(a, b) for a, b in zip(ends, gold.values, strict=True))
    share = quantity.unit == "percent" and not _SHARE_WORDS.search(quantity.text)
    value = quantity.value / 100 if share and kind != "percentage" else quantity.value
    return math.isclose(value, gold.values[0], rel_tol=1e-9)


def _names(words: NumberWords) -> frozenset[str]:
    """The currencies told by a name that several countries share: rupees, francs."""
    return words.currencies - frozenset(words.currency_codes.values()) - {"usd", "eur", "gbp"}


def _has_words(gold: Gold, found: FoundQuantity, words: NumberWords) -> bool:
    said = _plain(gold.surface or "")
    ours = _plain(found.quantity.text)
    before, middle, after = ours.partition(said.removesuffix(" of"))
    bounds = [*words.bounds_before, *words.degrees_small, *words.degrees_large]
    around = any_of([*words.units, *words.currency_before, *bounds])
    behind = any_of([*words.units, *words.bounds_after], glued=True)
    around, behind = rf"(?i)(?:{around}|the|\s)*", rf"(?i)(?:{behind}|\s|-)*"
    return bool(middle and re.fullmatch(around, before) and re.fullmatch(behind, after))


def _plain(said: str) -> str:
    return " ".join(said.lower().split())


def _measure(path: Path, words: NumberWords, verbose: bool) -> None:
    cases = [(case, reason_to_leave_out(case)) for case in read_cases(path)]
    kept = [case for case, reason in cases if reason is None]
    wrong = [case for case in kept if not is_right(case, words)]
    share = 100 * (len(kept) - len(wrong)) / max(len(kept), 1)
    print(f"{path.stem}: {len(cases)} cases, {len(cases) - len(kept)} left out")
    print(f"  {len(kept) - len(wrong)} of {len(kept)} right ({share:.1f} percent)")
    for reason, number in Counter(reason for _, reason in cases if reason).most_common():
        print(f"  left out {number}: {reason}")
    for case in wrong if verbose else []:
        print(f"  wrong: {case.text!r}")
        print(f"    gold: {[(gold.surface, *gold.values, gold.currency) for gold in case.golds]}")
        print(f"    ours: {_told(case, words)}")


def _told(case: Case, words: NumberWords) -> list[tuple[str, float, str]]:
    found = [one.quantity for one in find_quantities(case.text, words)]
    return [(quantity.text, quantity.value, quantity.unit) for quantity in found]


def main() -> None:
    """Read the command line and measure each file."""
    parser = argparse.ArgumentParser(description="natocheck against public gold data for numbers")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="print each failure")
    options = parser.parse_args()
    words = number_words(rulebase.load(()).words)
    for path in options.files:
        _measure(path, words, options.verbose)


if __name__ == "__main__":
    main()
