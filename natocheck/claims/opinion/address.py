"""The author who speaks to the reader: "we", "you", "let's", questions that ask nothing, "!"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.opinion.cues import DECISIVE, SLIGHT, STRONG, WEAK, Cue

if TYPE_CHECKING:
    from natocheck.language.tokens import Doc, Token

_PAST = {"VBD"}
_FINITE = {"VBZ", "VBP", "VBD", "MD"}
_NEGATIONS = {"not", "n't", "n’t"}
_SHORT_FORMS = {"n't", "'s", "'re", "'ve", "'ll", "'m", "'d"}


def address_cues(doc: "Doc", lexicon: Lexicon) -> Iterator[Cue]:
    """Every cue of address in the sentence."""
    for token in doc:
        yield from _person_cues(token, lexicon)
        yield from _spoken_cues(token)
        yield from _imperative_cues(token, lexicon)
    yield from question_cues(doc, lexicon)


def _person_cues(token: "Token", lexicon: Lexicon) -> Iterator[Cue]:
    """The first person outside of a story of the past, and the reader."""
    if token.lower_ not in lexicon.words("persons of address") or token.pos_ not in {"PRON", "DET"}:
        return
    if token.is_title and token.i > 0 and token.nbor(-1).pos_ == "PROPN":  # "Feed Our Troops"
        return
    subject = token.dep_.startswith("nsubj")
    guides = token.lower_ == "you" and _instructs(token.head, lexicon)
    if not (subject and (token.head.tag_ in _PAST or guides)):
        yield Cue(token.i, token.i, WEAK)


def _instructs(verb: "Token", lexicon: Lexicon) -> bool:
    return verb.lemma_.lower() in lexicon.words("instructing verbs")


def _spoken_cues(token: "Token") -> Iterator[Cue]:
    """What is written as it is spoken: short forms, and the exclamation mark."""
    if token.text == "!" and token.i > 0 and token.nbor(-1).is_alpha:
        yield Cue(token.i, token.i, WEAK)
    short = token.lower_.replace("’", "'") in _SHORT_FORMS
    if short and token.tag_ != "POS" and token.i > 0:
        yield Cue(token.i - 1, token.i, SLIGHT)


def _imperative_cues(token: "Token", lexicon: Lexicon) -> Iterator[Cue]:
    """A demand on the reader: "make no mistake", "do not expect a miracle"."""
    if token.dep_ != "ROOT" or token.tag_ != "VB" or token.doc.text.rstrip().endswith("?"):
        return
    if _instructs(token, lexicon):
        return
    before = [child for child in token.lefts if child.pos_ not in {"PUNCT", "CCONJ", "ADV", "INTJ"}]
    allowed = {"do", "let", "never", "please", *_NEGATIONS}
    opens = all(child.lower_ in allowed for child in before)
    if opens and token.right_edge.i > token.i + 1:
        yield Cue(token.left_edge.i if before else token.i, token.i, STRONG)


def question_cues(doc: "Doc", lexicon: Lexicon) -> Iterator[Cue]:
    """A question that asks nothing: "who could believe that?", "is it not time?", "so what?"."""
    if not doc.text.rstrip(" \"”'’").endswith("?"):
        return
    words = [token for token in doc if token.is_alpha or token.lower_ in _NEGATIONS]
    if not words:
        return
    opener = next((t for t in words if t.pos_ not in {"CCONJ", "ADV", "INTJ"}), words[0])
    finite = any(token.tag_ in _FINITE for token in doc)
    denies = any(token.lower_ in _NEGATIONS for token in words)
    doubts = {t.lower_ for t in words} & lexicon.words("doubting words")
    if not finite or denies or doubts:
        yield Cue(words[0].i, opener.i, DECISIVE)
