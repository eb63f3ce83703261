"""The check as Python programs call it."""

import datetime as dt
import doctest
import subprocess
import sys

import pytest

import natocheck
from natocheck.model.errors import UsageError


def test_the_documented_examples_are_true():
    assert doctest.testmod(natocheck).attempted > 3
    assert doctest.testmod(natocheck).failed == 0


def test_a_date_may_be_a_day_or_its_text():
    day = dt.date(2025, 6, 1)
    text = "NATO has 31 members."
    assert natocheck.check(text, day) == natocheck.check(text, "2025-06-01")
    assert natocheck.check(text, day).disputed[0].level == "outdated"
    assert natocheck.check(text, "2023-06-01").disputed == ()


def test_a_date_that_is_none_is_an_error_of_the_user():
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        natocheck.check("NATO.", "soon")


def test_a_file_is_checked_by_its_own_date_and_a_missing_one_is_told(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("---\ndate: 2023-06-01\n---\nNATO has 31 members.\n", "utf-8")
    assert natocheck.check_file(path).documents[0].date == dt.date(2023, 6, 1)
    assert natocheck.check_file(tmp_path / "none.md").problems


def test_a_notebook_shows_the_text_and_runs_nothing_of_it():
    shown = natocheck.check("<script>alert(1)</script> NATO was founded in 1950.")._repr_html_()
    assert "<script>" not in shown
    assert "disputed" in shown


def test_importing_loads_no_language_model():
    code = "import sys, natocheck; print('spacy' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"


def test_a_spacy_pipeline_gets_the_component_by_its_name():
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    nlp.add_pipe("natocheck", config={"date": "2025-06-01"})
    first, second = nlp.pipe(["NATO was founded in 1950. It is cold.", "Hello 👩‍🚀."])
    assert [span.label_ for span in first.spans["natocheck"]] == ["disputed", "unverified"]
    assert first.spans["natocheck"][0].text == "NATO was founded in 1950."
    assert second._.natocheck.disputed == ()


def test_the_components_documented_example_is_true():
    from natocheck.pipeline import spacy_component

    result = doctest.testmod(spacy_component)
    assert result.attempted > 3
    assert result.failed == 0
