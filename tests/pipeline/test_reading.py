"""A changed article is judged as if it were new, and only what can have changed is read again."""

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natocheck.claims.read import Reader
from natocheck.model.text import Document
from natocheck.pipeline import Checker, check_document
from natocheck.pipeline.checking import check_again
from natocheck.readers import read_text

DAY = dt.date(2025, 6, 20)
SENTENCES = (
    "NATO was founded in 1949 in Washington.",
    "It has 32 members.",
    "Finland and Sweden asked to join in 2022.",
    "Both countries were neutral for long.",
    "The former joined in 2023.",
    "“The alliance was founded in 1950.",
    "It is the strongest of all times,” Mark Rutte said.",
    "That is wrong.",
    "The Secretary General has held his office since October 2024.",
    "He took over from Jens Stoltenberg.",
    "Poland spent 4.48 percent of its GDP on defence in 2025.",
    "That year, Estonia spent 3.38 percent.",
    "A baker sold bread near the river.",
    "The summit in The Hague was held in June 2025.",
    "That summit agreed on a target of 5 percent.",
    "Myth:",
    "The alliance should be ashamed.",
)
BREAKS = (" ", "\n\n")


def article(*parts: str) -> Document:
    return read_text("draft.txt", "".join(parts), ".txt")


def edited(parts: list[str], chance: random.Random) -> list[str]:
    """The parts with one thing changed: a word, a sentence, a break, a mark, the order."""
    changed = list(parts)
    at = chance.randrange(len(changed))
    match chance.randrange(5):
        case 0:
            changed[at] = changed[at].replace("19", "20").replace("2", "3")
        case 1:
            del changed[at]
        case 2:
            changed.insert(at, chance.choice((*SENTENCES, *BREAKS, "“", "” ")))
        case 3:
            chance.shuffle(changed)
        case 4:
            changed[at] = chance.choice((*SENTENCES, *BREAKS))
    return changed


@given(st.lists(st.sampled_from((*SENTENCES, *BREAKS)), min_size=2, max_size=9), st.randoms())
def test_a_changed_article_is_judged_as_if_it_were_new(checker, parts, chance):
    before = b""
    for version in (parts, edited(parts, chance)):
        document = article("A draft. ", *version)
        report, before = check_again(document, checker, before)
        assert report == check_document(document, checker)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences that are read anew."""
    found: list[str] = []
    plain = Reader.read

    def told(self, sentence, *rest):
        found.append(sentence.text)
        return plain(self, sentence, *rest)

    monkeypatch.setattr(Reader, "read", told)
    return found


def again(checker: Checker, first: str, second: str, read: list[str]) -> list[str]:
    _, before = check_again(article(first), checker, b"")
    read.clear()
    report, _ = check_again(article(second), checker, before)
    anew = list(read)
    assert report == check_document(article(second), checker)
    return anew


FIRST = "NATO was founded in 1949.\n\nA baker sold bread. A farmer sold hay.\n\nIt rained."


@pytest.mark.parametrize(
    ("second", "anew"),
    [
        (FIRST, []),
        (FIRST.replace("1949", "1950"), ["NATO was founded in 1950."]),
        (FIRST.replace("sold hay", "bought hay"), ["A farmer bought hay."]),
        (FIRST.replace("It rained.", "It snowed."), ["It snowed."]),
        (FIRST + " Then it was night.", ["Then it was night."]),
        (FIRST.replace("bread. A", "bread.\n\nA"), ["A farmer sold hay."]),  # now opens a paragraph
        (FIRST.replace("\n\nIt rained.", ""), []),
    ],
)
def test_only_what_can_have_changed_is_read_again(checker, second, anew, read):
    assert again(checker, FIRST, second, read) == anew


@pytest.mark.parametrize(
    ("first", "second", "anew"),
    [
        # What a pronoun means hangs on the sentence before it.
        (
            "Finland is big. It joined NATO in 2023.",
            "Sweden is big. It joined NATO in 2023.",
            ["Sweden is big.", "It joined NATO in 2023."],
        ),
        # An open quotation goes on.
        (
            "He was tired. NATO is old. So it is.",
            "“He was tired. NATO is old. So it is.",
            ["“He was tired.", "NATO is old.", "So it is."],
        ),
    ],
)
def test_what_hangs_on_the_changed_sentence_is_read_again(checker, first, second, anew, read):
    assert again(checker, first, second, read) == anew


def test_another_date_reads_all_again(checker, read):
    document = article(FIRST)
    _, before = check_again(document, checker, b"")
    read.clear()
    from dataclasses import replace

    check_again(document, replace(checker, date=DAY), before)
    assert len(read) == 4


@pytest.mark.parametrize("damage", [b"", b"\x90", b"not packed", b"\xc1"])
def test_what_is_damaged_serves_nothing(checker, damage, read):
    report, kept = check_again(article(FIRST), checker, damage)
    assert (len(read), len(kept) > 100) == (4, True)
    assert report == check_document(article(FIRST), checker)


def test_what_is_kept_is_the_same_in_every_run(checker):
    kept = {check_again(article(*SENTENCES), checker, b"")[1] for _ in range(2)}
    assert len(kept) == 1


def test_a_sentence_that_stands_twice_is_read_by_its_place(checker):
    document = article("It joined NATO in 2023. Finland is big. It joined NATO in 2023.")
    _, before = check_again(document, checker, b"")
    assert check_again(document, checker, before)[0] == check_document(document, checker)
