"""What is shown to people, and how often each rule spoke."""

import json

import pytest
from msgspec.structs import replace

from natocheck.reports.options import RenderOptions
from natocheck.reports.registry import REPORTS, STATISTICS, renderer
from reports.sample import ARTICLE, DISPUTED, ONE, report

OUTDATED = replace(DISPUTED, reason="outdated", rule="old-share")
WORDS = ("Ruritania arms", "and it was founded", "far too little", "Critics", "The parade")
WITH_OUTDATED = report(
    replace(
        ARTICLE,
        sentences=(
            *ARTICLE.sentences,
            replace(ARTICLE.sentences[1], findings=(OUTDATED,), verdict="disputed"),
        ),
    )
)


def shown(format, *names, of=ONE, **options):
    wanted = RenderOptions(show=frozenset(names), width=200, **options)
    return renderer(REPORTS, format)(of, wanted)


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ((), {0, 1, 2, 3, 4}),
        (("all",), {0, 1, 2, 3, 4}),
        (("all", "opinion"), {0, 1, 2, 3, 4}),
        (("disputed",), {1}),
        (("opinion",), {2, 3}),
        (("unverified", "opinion"), {0, 2, 3, 4}),
        (("supported",), set()),
        (("outdated",), set()),
    ],
)
def test_a_terminal_shows_sentences_of_the_verdicts_that_are_asked_for(names, words):
    text = shown("rich", *names).split("Ruritania arms", 1)[1]
    assert {i for i, each in enumerate(WORDS) if each in text} == words
    assert "1 disputed" in text


def test_what_was_right_once_can_be_shown_alone():
    text = shown("rich", "outdated", of=WITH_OUTDATED)
    assert text.count("and it was founded in 1821") == 1


@pytest.mark.parametrize(
    ("names", "rules"),
    [
        ((), ["defence-share", "old-share"]),
        (("outdated",), ["old-share"]),
        (("supported",), ["ruritania-founding"]),
        (("unverified",), ["natocheck"]),
        (("disputed",), ["defence-share", "old-share"]),
        (("all",), ["defence-share", "ruritania-founding", "natocheck", "old-share"]),
    ],
)
def test_a_line_a_finding_shows_the_findings_that_are_asked_for(names, rules):
    lines = shown("concise", *names, of=WITH_OUTDATED).splitlines()
    assert [line.split()[2] for line in lines] == rules


def test_markdown_shows_the_faults_that_are_asked_for():
    assert shown("markdown", "outdated", of=WITH_OUTDATED).count("### ") == 1
    assert shown("markdown", of=WITH_OUTDATED).count("### ") == 2


@pytest.mark.parametrize("format", sorted({*REPORTS} - {"rich", "concise", "markdown"}))
def test_what_programs_read_is_whole_whatever_is_shown(format):
    assert shown(format, "opinion") == shown(format)


def test_statistics_count_how_each_rule_spoke():
    rows = json.loads(renderer(STATISTICS, "json")(WITH_OUTDATED, RenderOptions()))
    assert [(row["rule"], *list(row.values())[1:]) for row in rows] == [
        ("defence-share", 1, 0, 0, 0),
        ("old-share", 0, 1, 0, 0),
        ("ruritania-founding", 0, 0, 1, 0),
        ("(measure)", 0, 0, 0, 1),
    ]
    assert list(rows[0]) == ["rule", "disputed", "outdated", "supported", "unverified"]


def test_statistics_are_a_table_for_people():
    lines = renderer(STATISTICS, "rich")(WITH_OUTDATED, RenderOptions()).splitlines()
    assert lines[0].split() == ["disputed", "outdated", "supported", "unverified", "rule"]
    assert [line.split() for line in lines[1:]][:2] == [
        ["1", "0", "0", "0", "defence-share"],
        ["0", "1", "0", "0", "old-share"],
    ]
