"""Which words stand inside quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natocheck.claims.quotations import quoted_tokens
from natocheck.language import load_model

CASES = [
    # text, open before, words inside, open after
    ("It’s Europe’s year, and the allies' pledge wasn't kept.", False, "", False),
    ('A 5" gun was fitted.', False, "", False),
    ("The '90s and the allies' role ended.", False, "", False),
    ('He said "we are ready" today.', False, "we are ready", False),
    ("“I am ‘very’ sure,” he said.", False, "I am very sure ,", False),
    ("She called it \"a 'bad' deal\".", False, "a bad deal", False),
    ("It wasn't 'real money' at all.", False, "real money", False),
    ("‘We can’t wait,’ he said.", False, "We ca n’t wait ,", False),
    ("„Nein“, he said.", False, "Nein", False),
    ("He spoke of «peace» and left.", False, "peace", False),
    ("He spoke of « peace » and left.", False, "peace", False),
    ("He added: “I am sure.", False, "I am sure .", True),
    ("There is no doubt.” He left.", True, "There is no doubt .", False),
    ("We can’t wait,’ he said.", True, "We ca n’t wait ,", False),
    ("“And we go on.", True, "And we go on .", True),
    ('We won." Then "he" left.', True, "We won . he", False),
    ("A “b” and “c", False, "b c", True),
    ('"', False, "", True),
    ("", True, "", True),
]


@pytest.mark.parametrize(("text", "before", "inside", "after"), CASES)
def test_the_words_inside_quotation_marks_are_found(text, before, inside, after):
    doc = load_model().make_doc(text)
    quoted, still_open = quoted_tokens(doc, before)
    assert " ".join(doc[i].text for i in sorted(quoted)) == inside
    assert still_open is after


@given(st.text(alphabet="ab .,!?'\"“”„‘’«»-(", max_size=40), st.booleans())
def test_no_marks_however_unbalanced_are_an_error(text, before):
    doc = load_model().make_doc(text)
    quoted, _ = quoted_tokens(doc, before)
    assert all(0 <= index < len(doc) for index in quoted)
