"""A ruler that remembers finds what it finds without."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from natocheck.language.rulers import remember_matches

LISTED = Path(__file__).parents[1] / "sentences"
ODD = [
    "I ai n't gon na go , let 's see .",
    "There 's no one , there are two .",
    "It 's NATO 's . \n\n C'm on , y' all !",
    "",
]


def texts() -> list[str]:
    """Every tenth sentence of the lists, and odd ones."""
    found = list(ODD)
    for path in sorted(LISTED.glob("*.yaml")):
        for group in YAML(typ="safe", pure=True).load(path.read_text("utf-8")):
            cases = [case for name in ("silent", "supported") for case in group.get(name, ())]
            found += [case if isinstance(case, str) else case["text"] for case in cases[::10]]
    return found


def test_it_finds_the_same_in_every_sentence(nlp):
    ruler = nlp.get_pipe("attribute_ruler")
    plainly = AttributeRuler.match
    before = nlp.component_names.index("attribute_ruler")
    checked = 0
    for text in texts():
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
