"""The way back from a rewritten sentence to the original."""

from hypothesis import given
from hypothesis import strategies as st

from natocheck.claims.rewriting import Replacement, Rewriting

TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)


@st.composite
def rewritings(draw: st.DrawFn) -> Rewriting:
    original = draw(TEXTS)
    cuts = sorted(draw(st.sets(st.integers(0, len(original)), max_size=6)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    return Rewriting(original, tuple(Replacement(a, b, draw(TEXTS)) for a, b in spans))


@given(rewritings())
def test_words_that_were_not_replaced_are_found_again(rewriting: Rewriting) -> None:
    grown, reached = 0, 0
    for one in (*rewriting.replacements, Replacement(len(rewriting.original) + 1, 0, "")):
        for place in range(reached, one.start):
            if place < len(rewriting.original):
                assert rewriting.back(place + grown) in {place, reached}
                assert rewriting.text[place + grown] == rewriting.original[place]
        grown += len(one.text) - (one.end - one.start)
        reached = one.end


@given(rewritings(), st.data())
def test_every_place_leads_into_the_original_in_order(
    rewriting: Rewriting, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(rewriting.text)))
    end = data.draw(st.integers(start, len(rewriting.text)))
    first, last = rewriting.back(start), rewriting.back(end, end=True)
    assert 0 <= first <= last <= len(rewriting.original)
