import pytest
import spacy

from natocheck.language import load_model, parse
from natocheck.language.parse import LONGEST
from natocheck.model.errors import UsageError
from natocheck.model.models import model_folder

SENTENCE = "The prime minister spent 2 per cent."


def merge(text, expression, stand_in):
    return [(text.index(expression), text.index(expression) + len(expression), stand_in)]


def test_texts_come_back_parsed_in_order(nlp):
    texts = ["Allies met.", "x " * LONGEST, SENTENCE]
    docs = list(parse(texts, nlp))
    assert [doc.text for doc in docs] == texts
    assert [all(token.dep_ for token in doc) for doc in docs] == [True, False, True]


def test_an_expression_becomes_one_token_that_keeps_its_text_and_offset(nlp):
    (doc,) = parse([SENTENCE], nlp, [merge(SENTENCE, "per cent", "percent")])
    (token,) = [token for token in doc if token.text == "per cent"]
    assert (token.idx, token.pos_, token.shape_) == (SENTENCE.index("per"), "NOUN", "xxxx")
    assert [child.text for child in token.children] == ["2"]


@pytest.mark.parametrize("merges", [[(1, 6, "x")], [(0, 99, "x")], [(5, 5, "x")], []])
def test_a_span_that_is_not_made_of_tokens_is_passed_over(nlp, merges):
    (doc,) = parse([SENTENCE], nlp, [merges])
    assert [token.text for token in doc] == [token.text for token in nlp.make_doc(SENTENCE)]


def test_of_two_spans_that_overlap_the_first_is_merged(nlp):
    (doc,) = parse([SENTENCE], nlp, [[(0, 9, "one"), (4, 18, "two")]])
    assert doc[0].text == "The prime"


def test_the_entity_recogniser_is_left_out(nlp):
    assert "ner" not in nlp.component_names
    assert not nlp("Ann Poe met allies in Poland in March 2024.").ents


def test_a_model_is_loaded_once():
    assert load_model() is load_model()


def test_words_are_cut_as_the_folder_of_the_model_says(nlp, tmp_path):
    plainly = spacy.load(model_folder(None), exclude=["ner", "senter"])
    assert nlp.tokenizer.to_bytes(exclude=["vocab"]) == plainly.tokenizer.to_bytes(
        exclude=["vocab"]
    )
    own = spacy.blank("en")
    own.tokenizer.add_special_case("hithere", [{"ORTH": "hi"}, {"ORTH": "there"}])
    own.to_disk(tmp_path)
    assert [token.text for token in load_model(str(tmp_path))("hithere, don't")] == [
        "hi",
        "there",
        ",",
        "do",
        "n't",
    ]


@pytest.mark.parametrize("name", ["no_such_model", "json", "./none"])
def test_a_model_that_is_missing_is_named_with_what_to_do(name):
    with pytest.raises(UsageError, match=r"(?s)there is no language model.*Install"):
        load_model(name)
