"""Findings that the configuration accepts."""

import datetime as dt

import pytest
from msgspec.structs import replace
from reports.sample import ARTICLE, DISPUTED, ONE

from natocheck.reports.exits import exit_code
from natocheck.triage import with_fingerprints
from natocheck.triage.listed import Suppression, less_listed

JUDGED = 1
REPORT = with_fingerprints(ONE)
FINGERPRINT = REPORT.documents[0].sentences[JUDGED].findings[0].fingerprint
DAY = ARTICLE.date
BEFORE = DAY - dt.timedelta(days=1)


def listed(report=REPORT, base="", **entry):
    return less_listed(report, [Suppression(reason="known", **entry)], "n.toml", base)


@pytest.mark.parametrize(
    "entry",
    [
        {"rule": "defence-share"},
        {"rule": "measure"},
        {"rule": "defence-*"},
        {"fingerprint": FINGERPRINT},
        {"rule": "measure", "path": "**"},
        {"rule": "measure", "path": "drafts/"},
        {"rule": "measure", "path": "/drafts/*.txt"},
        {"rule": "measure", "path": "arms.txt"},
        {"rule": "measure", "expires": DAY},
    ],
    ids=str,
)
def test_an_entry_suppresses_what_it_fits(entry):
    left, said = listed(**entry)
    sentence = left.documents[0].sentences[JUDGED]
    assert (exit_code(left, "outdated"), said) == (0, [])
    assert sentence.verdict == "supported"
    (excuse,) = [finding.excuse for finding in sentence.suppressed]
    assert (excuse.kind, excuse.reason, excuse.where) == ("configuration", "known", "n.toml")


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"rule": "event"}, "suppress entry 1 (event) fits nothing here any more"),
        ({"rule": "defence"}, "suppress entry 1 (defence) fits nothing here any more"),
        ({"fingerprint": "0a1b"}, "suppress entry 1 (0a1b) fits nothing here any more"),
        ({"rule": "measure", "expires": BEFORE}, "suppress entry 1 (measure) has expired; look"),
        ({"rule": "measure", "path": "gone/a.txt"}, "suppress entry 1 (measure) fits nothing"),
    ],
    ids=str,
)
def test_an_entry_that_suppresses_nothing_is_told(entry, says):
    left, (said,) = listed(**entry)
    assert left == REPORT
    assert said.startswith(f"n.toml: {says}")


@pytest.mark.parametrize("path", ["other.txt", "other/*.txt", "*.md"])
def test_entries_of_files_that_were_not_checked_are_not_told(path):
    assert listed(rule="measure", path=path) == (REPORT, [])


def test_paths_are_told_from_the_folder_of_the_configuration(tmp_path, monkeypatch):
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    assert listed(rule="measure", path="/sub/drafts/", base=str(tmp_path))[1] == []
    left, _ = listed(rule="measure", path="/drafts/", base=str(tmp_path))
    assert exit_code(left, "outdated") == 1


def test_an_entry_may_hold_in_one_article_and_have_expired_in_another():
    later = replace(ARTICLE, path="drafts/later.txt", date=DAY + dt.timedelta(days=400))
    report = with_fingerprints(replace(ONE, documents=(ARTICLE, later)))
    left, (said,) = listed(report, rule="measure", expires=DAY)
    assert [len(d.sentences[JUDGED].suppressed) for d in left.documents] == [1, 0]
    assert "has expired" in said


def test_what_is_no_fault_is_not_suppressed():
    kind = replace(DISPUTED, verdict="supported")
    sentence = replace(ARTICLE.sentences[JUDGED], findings=(kind,))
    report = replace(ONE, documents=(replace(ARTICLE, sentences=(sentence,)),))
    left, said = listed(report, rule="measure")
    assert left == report
    assert len(said) == 1


def test_where_nothing_could_be_read_nothing_is_told():
    assert listed(replace(ONE, documents=()), rule="measure")[1] == []
