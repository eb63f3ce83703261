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


def told(doc):
    return [(t.tag_, t.pos_, str(t.morph), t.lemma_, t.norm_, t.dep_) for t in doc]


def test_it_finds_and_sets_the_same_in_every_sentence(nlp, listed):
    ruler = nlp.get_pipe("attribute_ruler")
    plainly = AttributeRuler.match
    before = nlp.component_names.index("attribute_ruler")
    checked = 0
    for text in [*ODD, *list(listed("silent", "supported"))[::10]]:
        doc = nlp.make_doc(text)
        for _, component in nlp.pipeline[:before]:
            doc = component(doc)
        matches = ruler.match(doc)
        assert matches == plainly(ruler, doc)
        other = doc.copy()
        ruler.set_annotations(doc, matches)
        AttributeRuler.set_annotations(ruler, other, matches)
        assert told(doc) == told(other)
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


@pytest.mark.parametrize("index", [0, 1, -1, -2])
def test_the_last_of_several_values_stays(nlp, index):
    made = []
    for prepared in (lambda ruler: None, remember_matches):
        ruler = AttributeRuler(nlp.vocab)
        ruler.add([[{"LOWER": "a"}]], {"POS": "NOUN", "LEMMA": "first"})
        ruler.add([[{"LOWER": "a"}, {"LOWER": "b"}]], {"POS": "X"}, index=index)
        ruler.add([[{"LOWER": "b"}], [{"LOWER": "a"}]], {"LEMMA": "last"})
        prepared(ruler)
        made.append(told(ruler(Doc(nlp.vocab, words=["a", "b", "a", "a", "b", "c"]))))
    assert made[0] == made[1]
    assert {"NOUN", "X"} <= {pos for _, pos, *_ in made[0]}
