"""Web pages: what of them is the article, its day and title, and where each sign stands."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natocheck import readers
from natocheck.model.errors import InputError
from natocheck.model.places import Places
from natocheck.model.text import Document
from natocheck.readers import web

PAGE = """<!DOCTYPE html>
<html><head><title>{title}</title>{head}</head><body>
<nav><ul><li>NATO has 30 members.</li></ul></nav>
{body}
<footer><p>All rights reserved.</p></footer><script>var x = "<p>NATO</p>";</script>
</body></html>"""


def read(body: str, head: str = "", title: str = "") -> Document:
    return web.read("page.html", PAGE.format(body=body, head=head, title=title), "utf-8")


def words(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks]


BODIES = {
    "navigation, footer and scripts are left out": (
        "<main><p>They met.</p></main>",
        ["They met."],
    ),
    "the article is the narrower": (
        "<main><p>Most read</p><article><p>They met.</p></article></main>",
        ["They met."],
    ),
    "what stands aside is left out": (
        "<article><p>They met.</p><aside><p>Buy now!</p></aside>"
        '<div role="complementary">More</div><p hidden>Hidden.</p></article>',
        ["They met."],
    ),
    "white space counts once": (
        "<article><p>They\n   met\tin  May.</p></article>",
        ["They met in May."],
    ),
    "marks within words are no spaces": (
        "<article><p>The <b>al</b>lies<sup>1</sup> met.</p></article>",
        ["The allies1 met."],
    ),
    "entities are their signs": (
        "<article><p>Caf&eacute; &amp; bar&#33; 5&nbsp;% &rarr; &unknown;</p></article>",
        ["Café & bar! 5 % → &unknown;"],
    ),
    "paragraphs may lack their ends": (
        "<article><p>They met.<p>They left.<ul><li>One<li>Two</ul></article>",
        ["They met.", "They left.", "One", "Two"],
    ),
    "comments are nothing": (
        "<article><p>They <!-- not --> met.</p></article>",
        ["They met."],
    ),
    "deleted text is out, inserted text in": (
        "<article><p>They <del>left</del><ins>met</ins>.</p></article>",
        ["They met."],
    ),
    "bare text is a paragraph": (
        "<article>They met.<div>They left.</div>Then rain.</article>",
        ["They met.", "They left.", "Then rain."],
    ),
}


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES.keys())
def test_article_is_read_as_a_reader_sees_it(body: str, expected: list[str]) -> None:
    assert words(read(body)) == expected


def test_page_that_does_not_say_where_its_article_is_is_weighed() -> None:
    text = "The ministers met in Brussels on Thursday and talked for three hours about plans. "
    menu = "".join(f'<li><a href="/{i}">Topic {i}</a></li>' for i in range(30))
    story = "".join(f"<p>{text * 3}Part {i}.</p>" for i in range(6))
    body = f'<div id="menu"><ul>{menu}</ul></div><div class="story"><h1>A day</h1>{story}</div>'
    found = words(read(body))
    assert len([each for each in found if each.startswith("The ministers")]) == 6
    assert not [each for each in found if each.startswith("Topic")]


HEADS = {
    "a meta element": ('<meta property="article:published_time" content="2025-06-26T23:00Z">', ""),
    "a meta element by name": ('<meta name="date" content="26 June 2025">', ""),
    "JSON-LD": (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle",'
        ' "datePublished": "2025-06-26"}]}</script>',
        "",
    ),
    "a time element": ("", '<time datetime="2025-06-26">Thursday</time>'),
    "broken JSON-LD before a time element": (
        '<script type="application/ld+json">{"datePublished": </script>',
        '<time datetime="2025-06-26">Thursday</time>',
    ),
}


@pytest.mark.parametrize(("head", "time"), HEADS.values(), ids=HEADS.keys())
def test_day_is_that_of_the_metadata(head: str, time: str) -> None:
    document = read(f"<article>{time}<p>They met.</p></article>", head)
    assert (str(document.date), document.date_source) == ("2025-06-26", "metadata")


def test_day_that_is_none_is_passed_over_for_the_dateline() -> None:
    head = '<meta name="date" content="2025-13-40">'
    document = read("<article><p>BRUSSELS, 26 June 2025 – They met.</p></article>", head)
    assert (str(document.date), document.date_source) == ("2025-06-26", "dateline")


def test_title_is_without_the_name_of_the_site() -> None:
    assert read("<article><p>They met.</p></article>", title="A day | The Daily").title == "A day"


WORDS = st.lists(
    st.sampled_from(["NATO", "café", "“so”", "€5", "e\u0301t\u00e9", "🛰️", "a<b", "R&D", "2%"]),
    min_size=1,
    max_size=12,
)
MARKS = st.sampled_from(["{}", "<b>{}</b>", '<a href="/x">{}</a>', "{}<!-- x -->", "<i>{}</i>\n "])


@given(paragraphs=st.lists(st.tuples(WORDS, MARKS, st.booleans()), min_size=1, max_size=5))
def test_places_cut_the_words_out_of_the_source(
    paragraphs: list[tuple[list[str], str, bool]],
) -> None:
    body = "".join(
        "<p>" + " ".join(mark.format(_written(word, named)) for word in words_) + "</p>\n"
        for words_, mark, named in paragraphs
    )
    document = read(f"<article>{body}</article>")
    places = Places(document.text, document.origin)
    for block in document.blocks:
        start, end = places.in_source(block.start, block.end)
        cut = re.sub(r"<!--.*?-->|<[^<>]*>", "", document.origin.source[start:end])
        said = document.text[block.start : block.end]
        assert " ".join(html.unescape(cut).split()) == " ".join(said.split())


def _written(word: str, named: bool) -> str:
    escaped = html.escape(word)
    return escaped.encode("ascii", "xmlcharrefreplace").decode() if named else escaped


def test_deeply_nested_page_is_read() -> None:
    body = "<div>" * 50_000 + "They met." + "</div>" * 50_000
    assert "They met." in words(read(f"<article>{body}</article>"))
    assert "They met." in words(read(body))


def test_declared_encoding_is_used_and_reported() -> None:
    page = PAGE.format(head='<meta charset="windows-1250">', body="<p>Łódź</p>", title="")
    found = readers.read("-", page.encode("cp1250"))
    assert found.encoding == "cp1250"
    assert "Łódź" in found.text


@pytest.mark.parametrize("page", [b"<html></html>", b"<html><body><nav>Menu</nav></body></html>"])
def test_page_without_an_article_is_refused(page: bytes) -> None:
    with pytest.raises(InputError, match="no text"):
        readers.read("-", page)
