"""A ruler that remembers finds what it finds without."""

import pytest
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from natocheck.language.rulers import remember_matches

ODD = [
    "I ai n't gon na go , let 's see .",
    "There 's no one , there are two .",
    "It 's NATO 's . \n\n C'm on , y' all !",
    "",
]


def test_it_finds_the_same_in_every_sentence(nlp, listed):
    ruler = nlp.get_pipe("attribute_ruler")
    plainly = AttributeRuler.match
    before = nlp.component_names.index("attribute_ruler")
    checked = 0
    for text in [*ODD, *list(listed("silent", "supported"))[::10]]:
        doc = nlp.make_doc(text)
        for _, component in nlp.pipeline[:before]:
            doc = component(doc)
        assert ruler.match(doc) == plainly(ruler, doc)
        checked += len(doc)
    assert checked > 1_000


@pytest.mark.parametrize(
    "pattern",
    [
        [{"LOWER": {"REGEX": "^a"}}],
        [{"LOWER": {"NOT_IN": ["a"]}}],
        [{"IS_TITLE": True}],
        [{"LOWER": "a"}, {"LOWER": "b"}],
        [{"TAG": {"IN": ["NN"]}, "LOWER": {"IN": ["a", "b"]}}],
        [{"TAG": {"IN": ["NN"]}}],
    ],
)
def test_any_pattern_is_found(nlp, pattern):
    ruler = AttributeRuler(nlp.vocab)
    ruler.add([pattern], {"POS": "X"})
    quick = AttributeRuler(nlp.vocab)
    quick.add([pattern], {"POS": "X"})
    remember_matches(quick)
    for words in (["a", "b"], ["A", "c"], ["b"], ["a", "b", "a"]):
        doc = Doc(nlp.vocab, words=words, tags=["NN"] * len(words))
        assert quick.match(doc) == ruler.match(doc)
