"""Who is said to say what is checked; the texts stand in speakers.yaml."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from natocheck.model.text import Block, Document
from natocheck.pipeline import check_document, document_of

TEXTS = YAML(typ="safe").load(Path(__file__).with_name("speakers.yaml"))
ON = dt.date(2025, 10, 1)
WORDS = [
    "Rutte",
    "said",
    "that",
    "NATO",
    "has",
    "32",
    "members",
    "not",
    "if",
    "He added:",
    "in 2024",
]
MARKS = ["“", "”", "‘", "’", '"', "'", "«", "»", "„", "(", ")", "[", ",", ".", "?", ":", "—"]


def listed():
    for group, rows in TEXTS.items():
        for row in rows:
            yield pytest.param(row["text"], row["speakers"], id=f"{group}: {row['text'][:60]}")


@pytest.mark.parametrize(("text", "speakers"), [*listed()])
def test_a_claim_carries_its_speaker(checker, text, speakers):
    report = check_document(document_of(text, ON), checker)
    judged = [f for s in report.sentences for f in s.findings if f.verdict == "disputed"]
    assert [finding.speaker for finding in judged] == speakers


def test_no_speaker_is_taken_from_another_paragraph(checker):
    speakers = paragraphs(checker, "“We are ready,” Rutte said.", "“NATO was founded in 1951.”")
    assert speakers == [None]


def test_a_quotation_goes_on_in_the_next_paragraph(checker):
    opened = "Rutte said: “We are ready. We are many."
    assert paragraphs(checker, opened, "“NATO was founded in 1951.”") == ["Rutte"]


def paragraphs(checker, first, second):
    """Return the speakers of the disputed claims of two paragraphs."""
    start = len(first) + 2
    blocks = (Block(0, len(first)), Block(start, start + len(second)))
    document = Document("-", f"{first}\n\n{second}", blocks, ON, "option")
    report = check_document(document, checker)
    findings = [f for s in report.sentences for f in s.findings]
    return [f.speaker for f in findings if f.verdict == "disputed"]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS + MARKS), max_size=24), st.sampled_from([" ", ""]))
def test_no_marks_however_unbalanced_are_an_error(checker, words, joint):
    text = joint.join(words)
    report = check_document(document_of(text, ON), checker)
    assert all(s.sentence.text in text for s in report.sentences)
