import pytest

from natocheck.reports import explanation
from natocheck.reports.bar import shares
from natocheck.reports.exits import exit_code
from natocheck.reports.options import RenderOptions
from natocheck.reports.registry import EXPLANATIONS, REPORTS, RULE_LISTS, renderer
from natocheck.reports.safe import plain, visible
from natocheck.reports.summary import tally
from natocheck.reports.wording import citation, counted, stamp

from . import sample


@pytest.mark.parametrize("text", ["Tallinn", "“café” – 3 %", "[bold]", "نیمه‌شب", "👩‍🚀"])
def test_harmless_text_stays_as_it_is(text):
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[2Jb", r"a\x1b[2Jb"),
        ("a\x9b2Jb", r"a\x9b2Jb"),
        ("a\u202eb", r"a\u202eb"),
        ("a\u200bb", r"a\u200bb"),
        ("a\x00b\x07", r"a\x00b\x07"),
        ("a\udce9", r"a\udce9"),
        ("two\n  lines\tand a tab", "two lines and a tab"),
    ],
)
def test_controls_are_made_visible(text, shown):
    assert visible(text) == shown


def test_typography_is_put_in_ascii():
    assert plain("“café” – it’s…") == '"cafe" - it\'s...'


@pytest.mark.parametrize(
    ("counts", "width", "cells"),
    [
        ([0, 0, 0, 0], 40, [0, 0, 0, 0]),
        ([1, 0, 0, 0], 40, [40, 0, 0, 0]),
        ([1, 1, 1, 1], 40, [10, 10, 10, 10]),
        ([1, 0, 0, 999], 40, [1, 0, 0, 39]),
        ([1, 1, 1, 0], 40, [14, 13, 13, 0]),
    ],
)
def test_the_bar_is_divided_in_proportion(counts, width, cells):
    assert shares(counts, width) == cells


def test_sentences_are_counted_over_documents():
    counts = tally([sample.ARTICLE, sample.FOUNDED])
    assert counts == {"disputed": 1, "supported": 1, "opinion": 2, "unverified": 2}
    assert next(iter(counts)) == "disputed"


@pytest.mark.parametrize(
    ("report", "fail_on", "exit_zero", "code"),
    [
        (sample.HARMLESS, "disputed", False, 0),
        (sample.HARMLESS, "unverified", False, 0),
        (sample.ONE, "never", False, 0),
        (sample.ONE, "disputed", True, 0),
        (sample.ONE, "disputed", False, 1),
        (sample.ONE, "unverified", False, 1),
        (sample.SEVERAL, "disputed", False, 2),
        (sample.SEVERAL, "never", True, 2),
    ],
)
def test_the_exit_code_follows_the_fail_level(report, fail_on, exit_zero, code):
    assert exit_code(report, fail_on, exit_zero) == code


@pytest.mark.parametrize(
    ("written", "said"),
    [(1949, "1949"), ("1999-06", "June 1999"), ("1949-04-04", "4 April 1949")],
)
def test_a_date_is_said_as_precisely_as_it_is_known(written, said):
    assert stamp(written) == said


def test_a_source_is_cited_without_what_is_not_known():
    assert citation(sample.GAZETTE) == "The Gazette. Crown Press"
    assert citation(sample.YEARBOOK, "2025 edition") == (
        "Yearbook of Ruritania. Ruritanian Office of Statistics,"
        " 2025 edition, table 3, 28 August 2025"
    )


def test_one_is_singular():
    assert (counted(1, "fact"), counted(0, "fact")) == ("1 fact", "0 facts")


@pytest.mark.parametrize("formats", [REPORTS, EXPLANATIONS, RULE_LISTS])
def test_every_registered_format_can_be_loaded(formats):
    assert all(callable(renderer(formats, name)) for name in formats)


@pytest.mark.parametrize(
    "line",
    [
        "✗ disputed  Ruritania spent",
        "judged as of 3 September 2025, given with --date",
        "3.1 percent  quantity  3.05 to 3.15 percent",
        "spend      ruritania  asserted",
        "count    silent: a percentage is no count",
        "working     3.1 percent claims 3.05 to 3.15",
        "rule        defence-share",
    ],
)
def test_an_explanation_says(line):
    assert line in explanation.render(sample.EXPLANATION, RenderOptions(width=140))
