import pytest

from natocheck.language import prose


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 = 15",
        "a snake_case_name",
        "x < 5 and y > 3",
        "x &lt; 5 &amp; y &gt; 3",
        "[1] notes [sic] (here)",
        "Riga.",
    ],
)
def test_plain_words_stay_as_they_are(text):
    assert prose(text, 0, len(text)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Bold** and _soft_ and ***both***", "Bold and soft and both"),
        ("see [the text](http://x.org/a_b) here", "see the text here"),
        ("see [the text][ref] here", "see the text here"),
        ("![A tank](t.png)", "A tank"),
        ("some &lt;b&gt;bold&lt;/b&gt;&nbsp;word", "some bold word"),
        ("some <b>bold</b> <!-- not this --> word", "some bold word"),
        ("> wrapped\n> quote", "> wrapped quote"),
        ("2\\. not a list", "2 . not a list"),
    ],
)
def test_markup_is_blanked_without_moving_a_word(text, words):
    blanked = prose(text, 0, len(text))
    assert len(blanked) == len(text)
    assert blanked.split() == words.split()
