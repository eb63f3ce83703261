import datetime as dt

import pytest

from natocheck.readers import read


def blocks(text):
    document = read("-", text.encode())
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_each_line_is_a_paragraph_where_lines_are_not_wrapped():
    text = "Allies met on Monday in Riga.\nThey talked about money.\nNobody left early.\n"
    assert blocks(text) == [("paragraph", line) for line in text.splitlines()]


def test_wrapped_lines_are_joined_up_to_the_blank_line():
    first = "The ministers of the alliance met on Monday in Riga, where they\r\ntalked about money."
    second = "Nobody left early, although it was late when the last of the\r\nspeakers sat down."
    assert blocks(f"{first}\r\n\r\n{second}") == [("paragraph", first), ("paragraph", second)]


def test_a_wrapped_paragraph_may_end_with_a_short_line_and_no_blank_one():
    text = (
        "The ministers of the alliance met on Monday in Riga, where they\n"
        "talked.\n"
        "Nobody left early, although it was late when the last of the many\n"
        "speakers sat down."
    )
    assert [len(words.splitlines()) for _, words in blocks(text)] == [2, 2]


def test_a_line_may_go_on_with_a_bracket_or_a_mark():
    first = "The guns fire shells at targets as far away as 40 km\n( 25 miles ), he said."
    second = "Nobody knows how many of them there are in the depots\n. That is a secret."
    assert blocks(f"{first}\n\n{second}") == [("paragraph", first), ("paragraph", second)]


def test_a_line_that_begins_with_a_label_does_not_go_on():
    text = "What the allies of the eastern flank want this year\n(a) more money\n(b) more men"
    assert len(blocks(text)) == 3


def test_a_number_alone_is_a_page_and_no_block():
    assert blocks("They met.\n\n- 12 -\n\n3\n\nThey left.") == [
        ("paragraph", "They met."),
        ("paragraph", "They left."),
    ]
    assert blocks("They met.\n\n2025")[1:] == [("heading", "2025")]


def test_a_column_of_words_is_not_taken_for_wrapped_prose():
    assert len(blocks("tanks\nships\naircraft and drones\n")) == 3


def test_headings_bylines_captions_and_list_items_are_blocks_of_their_own():
    text = (
        "Allies raise their budgets\n-\nBy Ann Poe\n\nAnn Poe, Head of the Budget Office\n"
        "Ministers met in Riga.\nWhat comes next\n- More tanks\n2. More ships\nHe said:\n"
    )
    assert [kind for kind, _ in blocks(text)] == [
        *("heading", "byline", "byline", "paragraph", "heading"),
        *("list-item", "list-item", "paragraph"),
    ]


def test_a_sentence_that_begins_with_by_is_no_byline():
    assert blocks("Title here\nBy 2035 allies want to spend more.")[1][0] == "paragraph"


def test_a_single_line_is_a_paragraph_even_without_its_full_stop():
    assert blocks("Allies raise their budgets") == [("paragraph", "Allies raise their budgets")]


def test_the_first_heading_is_the_title():
    assert read("-", b"Allies meet\n\nThey met in Riga on Monday.").title == "Allies meet"


@pytest.mark.parametrize(
    "head",
    [
        "BRUSSELS, Aug 29 - Allies met.",
        "ANKARA, July 2026 - Allies met.",
        "On 29 August 2025 - a Friday - allies met.",
        "Allies met on 29 August 2025.",
        "29/08/2025",
        "31 February 2025",
        "Allies met in Riga and talked.\n29 August 2025",
    ],
)
def test_an_incomplete_or_passing_date_is_not_the_articles(head):
    document = read("-", f"{head}\nThen they left.".encode())
    assert (document.date, document.date_source) == (None, None)


@pytest.mark.parametrize(
    "head",
    [
        "BRUSSELS, Aug 29, 2025 (Reuters) - Allies met.",
        "BRUSSELS (AFP) 29 August 2025 – Allies met.",
        "NEW YORK, 29 Aug. 2025 — Allies met.",
        "29 August 2025",
        "Friday, August 29th, 2025",
        "Published 29 August 2025",
        "Published: 2025-08-29 10:15 GMT",
        "Allies meet again\n\nBy Ann Poe | 29 August 2025",
    ],
)
def test_a_complete_date_at_the_head_is_the_articles(head):
    document = read("-", f"{head}\nThen they left.".encode())
    assert (document.date, document.date_source) == (dt.date(2025, 8, 29), "dateline")
