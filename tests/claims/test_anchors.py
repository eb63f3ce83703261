"""A text without an anchor holds no number and no time: it need not be searched."""

import datetime as dt

from natocheck.claims.mentions.anchors import number_anchors, said_in, time_anchors
from natocheck.claims.mentions.periods import find_periods, find_referring
from natocheck.claims.mentions.quantities import find_quantities
from natocheck.pipeline import Checker
from natocheck.rulebase.examples import example_cases

DAY = dt.date(2025, 6, 20)
ODD = [
    "Half of them left.",
    "Once bitten, twice shy.",
    "½ of it was gone.",
    "It doubled in a decade.",
    "A quarter of a century on, little has changed.",
    "A dollar a day.",
    "TWO YEARS LATER it was over.",
    "That winter was long.",
    "Last weekend they met, yesterday they parted.",
    "Some summers ago.",
]


def test_nothing_is_found_where_no_anchor_stands(checker: Checker, listed):
    texts = {*ODD, *(case.text for case in example_cases(checker.rules))}
    texts |= set(listed("silent", "supported", "disputed"))
    numbers, times = checker.lexicon.number_words, checker.lexicon.time_words
    passed = 0
    for text in texts:
        said = said_in(text)
        if said.isdisjoint(number_anchors(numbers)):
            assert not find_quantities(text, numbers), text
            passed += 1
        if said.isdisjoint(time_anchors(times)):
            assert not find_periods(text, DAY, times), text
            assert not find_referring(text, times), text
    assert passed > 1_000
