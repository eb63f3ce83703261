"""Every format, read back by what reads it: schemas, parsers, and the rules of their hosts."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from natocheck.model.report import Excuse, Problem
from natocheck.reports.csv_report import COLUMNS
from natocheck.reports.options import RenderOptions
from natocheck.reports.registry import REPORTS, renderer
from natocheck.reports.safe import visible

from . import sample
from .hostile import HOSTILE, report_on

SCHEMAS = Path(__file__).parent / "schemas"
PLAIN = [name for name in REPORTS if name != "rich"]
WRONG, ONCE = ("disputed", "wrong-date"), ("disputed", "outdated")
RIGHT, OPEN = ("supported", "agrees"), ("unverified", "no-fact")
ALL = report_on(HOSTILE, WRONG, ONCE, RIGHT, OPEN)


def rendered(name, report, **options):
    return renderer(REPORTS, name)(report, RenderOptions(**options))


def conforms(text, name):
    schema = json.loads((SCHEMAS / name).read_text("utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(json.loads(text))


@pytest.mark.parametrize("name", PLAIN)
def test_the_same_report_gives_the_same_bytes_and_no_controls(name):
    text = rendered(name, ALL)
    assert text == rendered(name, ALL)
    assert text.endswith("\n")
    assert not re.search("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f\u202e]", text) or name == "csv"


@pytest.mark.parametrize("name", PLAIN)
def test_an_empty_run_is_a_report_too(name):
    rendered(name, sample.report())


@pytest.mark.parametrize("every", [False, True])
@pytest.mark.parametrize("report", [ALL, sample.ONE, sample.SEVERAL, sample.report()])
def test_sarif_conforms_to_the_standard(report, every):
    conforms(rendered("sarif", report, all_results=every), "sarif-2.1.0.json")


def test_sarif_gives_levels_places_fingerprints_and_rules():
    run = json.loads(rendered("sarif", ALL))["runs"][0]
    wrong, once = run["results"]
    assert (wrong["level"], once["level"]) == ("error", "warning")
    assert run["columnKind"] == "unicodeCodePoints"
    location = wrong["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "drafts/a%20b.txt"
    assert location["region"]["startLine"] == 1
    marks = {r["partialFingerprints"]["primaryLocationLineHash"] for r in run["results"]}
    assert len(marks) == 2 and all(marks)
    rule = run["tool"]["driver"]["rules"][wrong["ruleIndex"]]
    assert rule["id"] == wrong["ruleId"] == "a-rule"
    assert rule["helpUri"].startswith("https://example.org")


def test_sarif_lists_what_is_not_at_fault_only_when_asked():
    results = json.loads(rendered("sarif", ALL, all_results=True))["runs"][0]["results"]
    kinds = [(r["kind"], r["level"]) for r in results]
    assert kinds == [("fail", "error"), ("fail", "warning"), ("pass", "none"), ("open", "none")]


def test_sarif_says_what_is_suppressed_and_why():
    document = ALL.documents[0]
    first = document.sentences[0]
    excuse = Excuse(kind="in-text", reason="checked by hand")
    gone = replace(first, findings=(), suppressed=(replace(first.findings[0], excuse=excuse),))
    report = replace(ALL, documents=(replace(document, sentences=(gone,)),))
    text = rendered("sarif", report)
    conforms(text, "sarif-2.1.0.json")
    result = json.loads(text)["runs"][0]["results"][0]
    assert result["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "checked by hand"}
    ]


def test_rdjson_conforms_and_its_columns_cut_the_claim_out_of_the_bytes():
    text = rendered("rdjson", ALL)
    conforms(text, "rdjson.json")
    report = report_on("Ça — l’été 👩‍🚀: NATO", WRONG)
    (found,) = json.loads(rendered("rdjson", report))["diagnostics"]
    span = found["location"]["range"]
    line = report.documents[0].text.encode("utf-8").split(b"\n")[span["start"]["line"] - 1]
    cut = line[span["start"]["column"] - 1 : span["end"]["column"] - 1].decode("utf-8")
    assert cut == report.documents[0].sentences[0].findings[0].text
    assert [d["severity"] for d in json.loads(text)["diagnostics"]] == ["ERROR", "WARNING"]


def test_rdjson_lines_are_the_diagnostics_one_by_one():
    lines = rendered("rdjsonl", ALL).splitlines()
    whole = json.loads(rendered("rdjson", ALL))["diagnostics"]
    assert [{**json.loads(line), "source": None} for line in lines] == [
        {**each, "source": None} for each in whole
    ]


COMMAND = re.compile(
    r"^::(?P<name>[a-z-]+)(?: (?P<properties>[^:]*(?::(?!:)[^:]*)*))?::(?P<data>.*)$"
)


def read_as_a_runner_does(text):
    """The commands of a step's output: only at the start of a line, as Actions reads them."""
    found = []
    for line in re.split("\r\n|\r|\n", text):
        match = COMMAND.match(line.lstrip())
        if match:
            pairs = (p.split("=", 1) for p in (match["properties"] or "").split(",") if p)
            found.append((match["name"], dict(pairs), match["data"]))
    return found


def test_a_draft_can_neither_end_nor_begin_a_workflow_command():
    text = rendered("github", ALL)
    commands = read_as_a_runner_does(text)
    assert [name for name, _, _ in commands] == ["error", "warning"]
    assert len(text.splitlines()) == len(commands)
    assert commands[0][1]["file"] == "drafts/a b.txt"
    assert not [line for line in text.splitlines() if line.startswith("##[")]


def test_github_shows_ten_errors_and_ten_warnings_and_counts_the_rest():
    report = report_on("NATO.", *[ONCE] * 12, *[WRONG] * 13)
    names = [name for name, _, _ in read_as_a_runner_does(rendered("github", report))]
    assert names == ["error"] * 10 + ["warning"] * 10 + ["notice"]
    assert "5 more" in rendered("github", report)


def test_gitlab_gets_what_its_code_quality_report_needs():
    wrong, once = json.loads(rendered("gitlab", ALL))
    assert (wrong["severity"], once["severity"]) == ("major", "minor")
    for issue in (wrong, once):
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(issue)
        assert issue["location"]["positions"]["begin"]["line"] >= 1
    assert wrong["fingerprint"] != once["fingerprint"]


def test_junit_has_a_case_a_claim_that_passes_fails_or_is_skipped():
    junitparser = pytest.importorskip("junitparser")
    suites = junitparser.JUnitXml.fromstring(rendered("junit", ALL).encode("utf-8"))
    (suite,) = list(suites)
    assert (suite.tests, suite.failures, suite.skipped) == (4, 2, 1)
    kinds = [[type(r).__name__ for r in case.result] for case in suite]
    assert kinds == [["Failure"], ["Failure"], [], ["Skipped"]]


def test_junit_tells_of_inputs_that_failed():
    report = replace(ALL, problems=(Problem(path="gone.txt", message="no such file"),))
    root = ET.fromstring(rendered("junit", report))
    assert root.find("testsuite[@name='gone.txt']/testcase/error") is not None


def test_csv_is_read_back_cell_by_cell_and_runs_nothing():
    rows = list(csv.DictReader(io.StringIO(rendered("csv", report_on('=1+1, “so”\n"x"', WRONG)))))
    assert list(rows[0]) == list(COLUMNS)
    assert rows[0]["sentence"] == '\'=1+1, “so”\n"x"'
    assert rows[0]["level"] == "disputed"


def test_json_lines_are_a_line_a_sentence():
    lines = [json.loads(line) for line in rendered("jsonl", ALL).splitlines()]
    assert [line["verdict"] for line in lines] == [
        "disputed",
        "disputed",
        "supported",
        "unverified",
    ]
    assert {line["path"] for line in lines} == {"drafts/a b.txt"}
    assert lines[0]["text"] == HOSTILE


def test_concise_is_a_line_a_fault_with_its_place():
    report = report_on("NATO was founded in 1950.", WRONG, RIGHT)
    (line,) = rendered("concise", report).splitlines()
    assert re.match(r"^drafts/a b\.txt:1:1: disputed a-rule ", line)
    assert len(rendered("concise", report, verbose=True).splitlines()) == 2


def test_markdown_shows_the_draft_and_runs_nothing_of_it():
    html = MarkdownIt("commonmark").enable("table").render(rendered("markdown", ALL))
    assert "<script>" not in html
    assert '<a href="http://x"' not in html
    assert html.count("<h3>") == 2


def test_claim_review_reviews_what_is_disputed_or_supported():
    graph = json.loads(rendered("claimreview", ALL))["@graph"]
    assert [r["reviewRating"]["ratingValue"] for r in graph] == [1, 2, 5]
    for review in graph:
        assert {"claimReviewed", "reviewRating", "itemReviewed", "author"} <= set(review)
        assert review["itemReviewed"]["author"]["name"] == visible(HOSTILE)


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_words_survive_every_reader(words):
    report = report_on(words, WRONG, RIGHT)
    assert json.loads(rendered("jsonl", report).splitlines()[0])["text"] == words
    rows = list(csv.DictReader(io.StringIO(rendered("csv", report), newline="")))
    assert rows[0]["sentence"].removeprefix("'") == words.removeprefix("'")
    ET.fromstring(rendered("junit", report))
    conforms(rendered("sarif", report), "sarif-2.1.0.json")
    assert len(read_as_a_runner_does(rendered("github", report))) == 1
    MarkdownIt("commonmark").render(rendered("markdown", report))
