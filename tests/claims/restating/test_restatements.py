"""What is restated, how, and that the claims stand at their own words."""

import datetime as dt

import pytest

from natocheck.pipeline import Checker, check_document, document_of

DAY = dt.date(2025, 12, 1)

RESTATED = [
    (
        "Stoltenberg took over as NATO secretary general in 2014, Rutte in 2024.",
        "Rutte took over as NATO secretary general in 2024.",
    ),
    (
        "Britain and Germany lead NATO's battlegroups in Estonia and Lithuania respectively.",
        "Germany leads NATO's battlegroups in Lithuania.",
    ),
    ("What Poland invoked in September 2025 was Article 4.", "Poland invoked Article 4 in"),
    ("1949 was the year in which NATO was founded.", "NATO was founded in 1949."),
    ("The battlegroup that Canada leads is in Latvia.", "Canada leads the battlegroup in Latvia."),
    ("Not until 2009 did France return to NATO's integrated command.", "France did return to"),
    ("There was a NATO summit in Riga in 2006.", "a NATO summit was held in Riga in 2006."),
    ("The North Atlantic Treaty was not signed until 1949.", "was signed in 1949."),
    (
        "The number of allies that spent at least 3 percent of GDP on defence was five in 2024.",
        "Five allies spent at least 3 percent of GDP on defence in 2024.",
    ),
]


@pytest.mark.parametrize(("text", "plain"), RESTATED)
def test_the_working_shows_the_plain_sentence(checker: Checker, text: str, plain: str) -> None:
    report = check_document(document_of(text, DAY), checker)
    findings = [f for sentence in report.sentences for f in sentence.findings]
    working = [line for finding in findings for line in finding.working]

    assert any(line.startswith("read as: ") and plain in line for line in working), working
    assert all(text[f.start : f.end] == f.text for f in findings)


@pytest.mark.parametrize(
    "text",
    [
        "It may have been Article 4 that Estonia invoked in September 2025.",
        "“It was Article 4 that Estonia invoked in September 2025,” he said.",
        "Was it Article 4 that Estonia invoked in September 2025?",
        "If it was Article 4 that Estonia invoked in September 2025, so be it.",
        "Stoltenberg took over as NATO secretary general in 2014, Rutte much later.",
        "Stoltenberg took over in 2014, a Norwegian in 2013.",
    ],
)
def test_what_is_not_plainly_said_is_not_restated(checker: Checker, text: str) -> None:
    report = check_document(document_of(text, DAY), checker)
    working = [w for s in report.sentences for f in s.findings for w in f.working]

    assert not any(line.startswith("read as: ") for line in working)
