from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from natocheck.language import prose, split
from natocheck.model.text import Block, Document

CASES = YAML(typ="safe").load(Path(__file__).with_name("sentences.yaml").read_text("utf-8"))
GOLD = [[text] for text in CASES["whole"]] + CASES["parted"]
PIECES = [
    "U.S. ",
    "“",
    "”",
    '"',
    "'",
    "(",
    ")",
    ". ",
    "? ",
    "...",
    ": ",
    "\r\n",
    "1) ",
    "a. ",
    "[x](y)",
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=30).map("".join)


def document(*blocks):
    spans, start = [], 0
    for block in blocks:
        spans.append(Block(start, start + len(block)))
        start += len(block) + 1
    return Document("-", "\n".join(blocks), tuple(spans))


def texts(text, nlp, words):
    return [one.text for one in split(document(text), nlp, words)]


@pytest.mark.parametrize("gold", GOLD, ids=" | ".join)
def test_text_is_cut_where_its_sentences_end(gold, nlp, words):
    assert texts(" ".join(gold), nlp, words) == gold


@pytest.mark.parametrize("gold", CASES["glued"], ids=" | ".join)
def test_sentences_without_a_space_between_are_parted(gold, nlp, words):
    assert texts("".join(gold), nlp, words) == gold


@pytest.mark.parametrize("address", ["poe@Example.com", "www.Poe.Example.com", "Poe.Com/News"])
def test_an_address_is_not_taken_for_two_sentences(address, nlp, words):
    text = f"Write to {address} for more."
    assert texts(text, nlp, words) == [text]


@pytest.mark.parametrize(
    "gold",
    [
        pytest.param(gap["sentences"], marks=pytest.mark.xfail(reason=gap["why"], strict=True))
        for gap in CASES["gaps"]
    ],
    ids=" | ".join,
)
def test_known_gaps(gold, nlp, words):
    assert texts(" ".join(gold), nlp, words) == gold


@pytest.mark.parametrize("nothing", ["* * *", "—", "<br/>", '<img src="a1.png">', "“ ”"])
def test_what_has_no_word_is_no_sentence(nothing, nlp, words):
    assert texts(nothing, nlp, words) == []
    assert texts(f"They met. {nothing}", nlp, words)[0].startswith("They met.")


def test_sentences_never_cross_blocks(nlp, words):
    found = split(document("Allies meet again", "They met in Riga."), nlp, words)
    assert [(one.text, one.paragraph) for one in found] == [
        ("Allies meet again", 0),
        ("They met in Riga.", 1),
    ]


def test_lines_and_columns_count_from_one_in_code_points(words):
    text = "😀 One.\r\nTwo is here. Three\rFour."
    found = split(Document("-", text, (Block(0, len(text)),)), None, words)
    assert [(one.text.split()[0], one.line, one.column) for one in found] == [
        ("😀", 1, 1),
        ("Two", 2, 1),
        ("Three", 2, 14),
    ]


@settings(max_examples=200)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_sentences_hold_every_word_of_any_text_once_and_in_order(blocks):
    source = document(*blocks)
    found = split(source, None, {})
    held = {offset for one in found for offset in range(one.start, one.end)}
    for block in source.blocks:
        words = prose(source.text, block.start, block.end)
        assert {block.start + n for n, char in enumerate(words) if char.isalnum()} <= held
    assert all(source.text[one.start : one.end] == one.text == one.text.strip() for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
