"""One driver for the wordings in periods.yaml."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from natocheck.claims.mentions.periods import find_periods
from natocheck.claims.mentions.timewords import TimeWords

ANCHOR = dt.date(2026, 3, 18)
CASES: dict[str, Any] = YAML(typ="safe", pure=True).load(Path(__file__).with_name("periods.yaml"))
SILENT = [(kind, text) for kind, texts in CASES["silent"].items() for text in texts]
SAID = [(text, case) for case in CASES["said"] for text in case["texts"]]


@pytest.mark.parametrize(("kind", "text"), SILENT)
def test_a_lookalike_is_no_period(kind: str, text: str, times: TimeWords) -> None:
    assert [found.period.text for found in find_periods(text, ANCHOR, times)] == []


@pytest.mark.parametrize("text", CASES["anchored"])
def test_a_time_told_from_the_article_needs_its_date(text: str, times: TimeWords) -> None:
    assert find_periods(text, None, times) == ()
    (found,) = find_periods(text, ANCHOR, times)
    assert found.anchored


@pytest.mark.parametrize(("text", "case"), SAID)
def test_a_wording_gives_its_days_grain_and_relation(
    text: str, case: dict[str, Any], times: TimeWords
) -> None:
    (found,) = find_periods(f"It met {text}.", ANCHOR, times)
    period = found.period
    assert (period.start, period.end) == (case["first"], case["last"])
    assert (period.grain, found.relation) == (case["grain"], case["relation"])


@pytest.mark.parametrize(("text", "case"), SAID)
def test_the_span_names_the_period(text: str, case: dict[str, Any], times: TimeWords) -> None:
    sentence = f"It met {text}."
    (found,) = find_periods(sentence, ANCHOR, times)
    assert sentence[found.start : found.end] == found.period.text
    assert found.period.text in text


@pytest.mark.parametrize("case", CASES["several"], ids=lambda case: str(case["text"]))
def test_each_period_of_a_sentence_is_found(case: dict[str, Any], times: TimeWords) -> None:
    found = find_periods(case["text"], ANCHOR, times)
    assert [one.period.start for one in found] == case["found"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It met on 20 September.", dt.date(2025, 9, 20)),
        ("It will meet on 20 September.", dt.date(2026, 9, 20)),
        ("It is due to meet on 10 September.", dt.date(2026, 9, 10)),
        ("It met on 24 February.", dt.date(2026, 2, 24)),
        ("It will have met since 24 February.", dt.date(2026, 2, 24)),
    ],
)
def test_a_day_without_a_year_is_the_nearest_and_between_two_the_past_one(
    text: str, day: dt.date, times: TimeWords
) -> None:
    (found,) = find_periods(text, ANCHOR, times)
    assert found.period.start == day


def test_absolute_dates_do_not_depend_on_the_anchor(times: TimeWords) -> None:
    text = "From 9 to 11 July 2024, as in April 1949 and since 2014, they met."
    assert find_periods(text, None, times) == find_periods(text, ANCHOR, times)
    assert len(find_periods(text, None, times)) == 3
