"""A text without an anchor holds no number and no time: it need not be searched."""

import datetime as dt

import pytest

from natocheck.claims.mentions import quantities
from natocheck.claims.mentions.anchors import Sought, may_count, said_in, time_anchors
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


@pytest.fixture(scope="module")
def texts(checker: Checker, listed) -> set[str]:
    examples = (case.text for case in example_cases(checker.rules))
    return {*ODD, *examples, *listed("silent", "supported", "disputed")}


def test_no_quantity_is_found_where_none_may_be(
    checker: Checker, texts, monkeypatch: pytest.MonkeyPatch
):
    words = checker.lexicon.number_words
    passed = [text for text in texts if not may_count(text, words)]
    monkeypatch.setattr(quantities, "may_count", lambda text, words: True)
    assert len(passed) > 1_000
    assert [text for text in passed if find_quantities(text, words)] == []


def test_no_time_is_found_where_no_anchor_stands(checker: Checker, texts):
    words = checker.lexicon.time_words
    passed = [text for text in texts if said_in(text).isdisjoint(time_anchors(words))]
    assert len(passed) > 1_000
    for text in passed:
        assert not find_periods(text, DAY, words), text
        assert not find_referring(text, words), text


def test_a_pattern_that_waits_for_its_words_finds_the_same(
    checker: Checker, texts, monkeypatch: pytest.MonkeyPatch
):
    words = checker.lexicon.time_words

    def found() -> dict[str, list[tuple[int, int]]]:
        both = ((t, (*find_periods(t, DAY, words), *find_referring(t, words))) for t in texts)
        return {text: [(one.start, one.end) for one in all] for text, all in both}

    waiting = found()
    monkeypatch.setattr(Sought, "finditer", lambda self, text: self._pattern.finditer(text))
    assert found() == waiting
    assert sum(map(len, waiting.values())) > 5_000
