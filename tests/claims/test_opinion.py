"""Which sentences are opinions and in whose voice; the sentences stand in opinion.yaml."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest
from ruamel.yaml import YAML

from natocheck.claims.clauses import find_clauses
from natocheck.claims.lexicon import Lexicon
from natocheck.claims.opinion import find_opinion
from natocheck.claims.quotations import quoted_tokens
from natocheck.language import load_model
from natocheck.language.tokens import plain
from natocheck.model.facts import RuleBase, Words

SENTENCES = YAML(typ="safe").load(Path(__file__).with_name("opinion.yaml"))
WORDS = Path(__file__).parents[2] / "rules" / "words"


def listed(voice):
    """The sentences of one voice with their speakers, each under the name of its group."""
    for group, sentences in SENTENCES[voice].items():
        for sentence in sentences:
            row = {"text": sentence} if isinstance(sentence, str) else sentence
            yield pytest.param(row["text"], row.get("speaker"), id=f"{group}: {row['text']}")


@pytest.fixture(scope="module")
def lexicon():
    """Return the shipped words alone: reading opinions needs no facts."""
    rows = [row for file in sorted(WORDS.glob("*.yaml")) for row in YAML(typ="safe").load(file)]
    words = {row["id"]: msgspec.convert(row, Words) for row in rows}
    kinds = [name for name in RuleBase.__struct_fields__ if name not in {"digest", "as_of"}]
    empty = {name: {} for name in kinds}
    return Lexicon(RuleBase(digest="", as_of=dt.date.min, **{**empty, "words": words}))


@pytest.fixture(scope="module")
def read(lexicon):
    """Return a function from a sentence to its opinion or None."""
    nlp = load_model()

    def reader(text, **options):
        doc = plain(nlp(text), text)
        quoted, _ = quoted_tokens(doc, options.get("quoted_before", False))
        return find_opinion(doc, lexicon, find_clauses(doc, lexicon, quoted), **options)

    return reader


@pytest.mark.parametrize(("text", "speaker"), [*listed("neutral")])
def test_a_neutral_sentence_is_no_opinion(read, text, speaker):
    assert read(text) is None


@pytest.mark.parametrize(("text", "speaker"), [*listed("author")])
def test_a_judgement_is_the_authors(read, text, speaker):
    opinion = read(text)
    assert opinion is not None
    assert (opinion.voice, opinion.speaker) == ("author", None)


@pytest.mark.parametrize(("text", "speaker"), [*listed("attributed")])
def test_a_reported_judgement_is_its_speakers(read, text, speaker):
    opinion = read(text)
    assert opinion is not None
    assert opinion.voice == "attributed"
    assert speaker is None or opinion.speaker == speaker


@pytest.mark.parametrize("gap", SENTENCES["gaps"], ids=lambda gap: gap["text"])
def test_known_gaps(read, gap, request):
    request.applymarker(pytest.mark.xfail(reason=gap["missing"], strict=True))
    opinion = read(gap["text"])
    assert (opinion and opinion.voice) == gap["voice"]


@pytest.mark.parametrize("voice", ["author", "attributed"])
def test_the_cues_are_words_of_the_sentence(read, voice):
    texts = [parameter.values[0] for parameter in listed(voice)]
    opinions = [(text, read(text)) for text in texts]
    assert all(opinion.cues for _, opinion in opinions)
    assert all(cue in text for text, opinion in opinions for cue in opinion.cues)


def test_a_quotation_that_goes_on_is_not_the_authors(read):
    text = "There is no doubt about that."
    assert read(text).voice == "author"
    assert read(text, quoted_before=True).voice == "attributed"


@pytest.mark.parametrize(
    "text",
    [
        "There is no doubt about that.”",
        'That was a grave mistake." The mayor left the room.',
        "''That was a grave mistake,'' the mayor wrote.",
        '""There is no doubt about that.""',
    ],
)
def test_a_quotation_whose_marks_are_odd_is_not_the_authors(read, text):
    assert read(text).voice == "attributed"


@pytest.mark.parametrize(
    "text",
    ['The "plan" is a disgrace.', "The 30” gun is a disgrace.", "It's a disgrace for the '90s."],
)
def test_a_mark_is_not_taken_for_the_end_of_a_quotation(read, text):
    assert read(text).voice == "author"


@pytest.mark.parametrize("text", ["?", '"', "“”", "!!!", "12", "—"])
def test_scraps_are_no_opinion(read, text):
    assert read(text) is None


@pytest.mark.parametrize("text", ["", " ", "words without any parse"])
def test_a_text_without_tags_is_read_without_error(lexicon, text):
    doc = load_model().make_doc(text)
    assert find_opinion(doc, lexicon, ()) is None
