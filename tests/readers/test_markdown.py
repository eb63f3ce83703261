import datetime as dt

import pytest

from natocheck.language import prose
from natocheck.model.errors import InputError
from natocheck.readers import read

ARTICLE = """\
---
title: "Allies: what now?"
date: 2025-08-29
tags: [news]
---
# Allies **meet** #

They met in [Riga](https://example.org/a_(b) "City")
on *Monday*.

> A quoted
> paragraph.

- first item
- second item
  runs on

<!-- a comment -->
```
code = 4
```
    indented code

![A tank](tank.png)

[ref]: https://example.org
"""


def write(tmp_path, text):
    path = tmp_path / "a.md"
    path.write_bytes(text.encode())
    return str(path)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_blocks_are_slices_of_the_file_and_leave_out_what_is_no_prose(tmp_path, ending):
    document = read(write(tmp_path, ARTICLE.replace("\n", ending)))
    words = [
        (block.kind, " ".join(prose(document.text, block.start, block.end).split()))
        for block in document.blocks
    ]
    assert words == [
        ("heading", "Allies meet"),
        ("paragraph", "They met in Riga on Monday ."),
        ("paragraph", "A quoted paragraph."),
        ("list-item", "first item"),
        ("list-item", "second item runs on"),
        ("byline", "A tank"),
    ]


def test_front_matter_gives_title_and_date(tmp_path):
    document = read(write(tmp_path, ARTICLE))
    assert document.title == "Allies: what now?"
    assert (document.date, document.date_source) == (dt.date(2025, 8, 29), "metadata")


@pytest.mark.parametrize("title", ["[a, b]", "{a: b}", "''", "&a [*a]"])
def test_a_title_that_is_no_text_is_none(tmp_path, title):
    text = f"---\nlayout: post\ntitle: {title}\n---\nThey met in Riga."
    assert read(write(tmp_path, text)).title is None


@pytest.mark.parametrize("key", ["Date", "'date'", '"date"'])
def test_keys_may_be_quoted_or_in_capitals(tmp_path, key):
    text = f"---\n{key}: 2025-08-29\n---\nNews."
    assert read(write(tmp_path, text)).date == dt.date(2025, 8, 29)


@pytest.mark.parametrize(
    "date",
    ["2025-08-29T10:00:00Z", "2025-08-29 10:00:00 -0500", "'29 August 2025'", "Aug 29, 2025"],
)
def test_the_date_may_be_written_in_several_ways(tmp_path, date):
    assert read(write(tmp_path, f"---\ndate: {date}\n---\nNews.")).date == dt.date(2025, 8, 29)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: x\ndate: soon\n---\nNews.", 3),
        ("---\ndate: 2025-13-45\n---\nNews.", 2),
        ("---\ndate: 2025\n---\nNews.", 2),
        ("---\ntitle: x\n'date': soon\n---\nNews.", 3),
        ("---\ntitle: x\n? date\n: soon\n---\nNews.", 1),
        ("---\na: &a [x, x]\ndate: [*a, *a]\n---\nNews.", 3),
        ("---\ntitle: 'x\n---\nNews.", 3),
        ("---\ntitle: a\ntitle: b\n---\nNews.", 3),
        ("---\ntitle: x\nNews.", 1),
    ],
)
def test_broken_front_matter_is_refused_with_its_line(tmp_path, text, line):
    with pytest.raises(InputError, match=f"line {line}:"):
        read(write(tmp_path, text))


@pytest.mark.parametrize("text", ["---\n\nNews.\n\n---\n", "News.\n\n---\ndate: soon\n---\n"])
def test_a_thematic_break_is_no_front_matter(tmp_path, text):
    assert read(write(tmp_path, text)).date is None


@pytest.mark.parametrize("marks", ["> ", "- "])
def test_what_is_nested_by_hand_is_read_and_what_is_nested_deeper_is_an_error(tmp_path, marks):
    said = "NATO was founded in 1949."
    blocks = read(write(tmp_path, marks * 40 + said)).blocks
    assert [block.start for block in blocks] == [80]
    with pytest.raises(InputError, match="nested too deeply"):
        read(write(tmp_path, marks * 300 + said))
