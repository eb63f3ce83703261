from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from natocheck.language import split
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


@pytest.mark.parametrize("gold", GOLD, ids=" | ".join)
def test_text_is_cut_where_its_sentences_end(gold, nlp, words):
    assert [one.text for one in split(document(" ".join(gold)), nlp, words)] == gold


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


@settings(max_examples=200, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_sentences_cover_every_character_of_any_text_once_and_in_order(blocks):
    source = document(*blocks)
    found = split(source, None, {})
    covered = "".join("".join(one.text.split()) for one in found)
    assert covered == "".join("".join(block.split()) for block in blocks)
    assert all(source.text[one.start : one.end] == one.text == one.text.strip() for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
