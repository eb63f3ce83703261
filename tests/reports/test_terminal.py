import msgspec
import pytest

from natocheck.reports import terminal
from natocheck.reports.options import RenderOptions

from . import sample

PLAIN = RenderOptions(width=80)
WIDE = RenderOptions(width=140)


def rendered(**options):
    return terminal.render(sample.SEVERAL, RenderOptions(**options))


def test_nothing_is_shown_when_no_document_was_read():
    assert terminal.render(sample.report(problems=(sample.PROBLEM,)), PLAIN) == ""


def test_unverified_sentences_stay_without_details():
    assert "no fact" not in rendered()
    assert "(no fact)" in rendered(verbose=True)


def test_quiet_shows_only_what_is_disputed():
    shown = rendered(quiet=True)
    assert "Ruritania spent 3.1 percent" in shown
    assert "It was founded in 1821" not in shown
    assert "The parade lasted" not in shown


@pytest.mark.parametrize(
    "line",
    [
        "judged as of 3 September 2025, from its dateline",
        "read as cp1252",
        "5 sentences  ✗ 1 disputed  ✓ 0 supported  ◆ 2 opinion  · 2 unverified",
        "✗ disputed    Ruritania spent 3.1 percent",
        "(wrong value)",
        "said by     Rudolf Rassendyll",
        "record      1.86 percent of GDP in 2025 (estimate)",
        "correction  Ruritania spent 1.86 percent of its GDP on defence in 2025.",
        "note        Under the national definition",
        "Yearbook of Ruritania. Ruritanian Office of Statistics, 2025 edition,",
        "https://ruritania.example/yearbook-2025",
        "◆ attributed to Rudolf Rassendyll: far too little",
        "◆ author's voice: must",
        "disputed on line 3",
        "drafts/gone.txt (not checked)",
        "natocheck 0.1.0, 312 facts known up to 1 February 2026, rules 3f9a0c55d1e2",
    ],
)
def test_the_report_says(line):
    assert line in rendered(width=140)


@pytest.mark.parametrize("width", [20, 40, 80, 81, 140, 300])
@pytest.mark.parametrize("verbose", [False, True])
def test_no_line_is_wider_than_the_page_or_ends_in_space(width, verbose):
    lines = rendered(width=width, verbose=verbose).splitlines()
    assert all(line == line.rstrip() for line in lines)
    if width >= 44:  # narrower, the text keeps a readable column of its own
        assert max(map(len, lines)) <= width


def test_text_wraps_under_its_gutter():
    lines = rendered(width=80).splitlines()
    first = next(n for n, line in enumerate(lines) if "Ruritania spent 3.1" in line)
    column = lines[first].index("Ruritania")
    assert lines[first + 1].startswith(" " * column + "it was founded")


def test_an_address_is_shown_only_where_it_fits():
    long = msgspec.structs.replace(sample.YEARBOOK, url="https://ruritania.example/" + "x" * 60)
    finding = msgspec.structs.replace(sample.DISPUTED, sources=(long,))
    sentence = msgspec.structs.replace(sample.ARTICLE.sentences[1], findings=(finding,))
    report = sample.report(msgspec.structs.replace(sample.ARTICLE, sentences=(sentence,)))
    assert long.url not in terminal.render(report, PLAIN)
    assert long.url in terminal.render(report, WIDE)


def test_text_of_articles_cannot_steer_the_terminal():
    for color in (False, True):
        shown = rendered(width=140, color=color)
        assert "[red]ignored[/red]" in shown
        assert r"\x1b[31mcoloured\x1b[0m" in shown
        assert r"\u202ereversed\u202c" in shown
        assert "\x1b[31mcoloured" not in shown


def test_without_colour_there_are_no_escapes():
    assert "\x1b" not in rendered()
    assert "\x1b[" in rendered(color=True)


def test_only_the_verdict_is_coloured_beside_a_sentence():
    shown = rendered(color=True, width=140)
    assert "\x1b[1;31m✗ disputed    \x1b[0mRuritania spent 3.1 percent" in shown
    assert "\x1b[31m✗\x1b[0m" in shown


def test_verdicts_are_told_by_word_and_sign_where_only_ascii_can_be_shown():
    shown = rendered(unicode=False)
    assert shown.isascii()
    assert "x disputed    Ruritania" in shown
    assert "+ supported   It was founded" in shown


def test_the_table_counts_all_documents():
    last = [line for line in rendered(width=140).splitlines() if line.endswith("  all")]
    assert [int(cell) for cell in last[0].split()[:-1]] == [6, 1, 1, 2, 2]


def test_one_document_has_no_table():
    assert "  all\n" not in terminal.render(sample.ONE, PLAIN)
