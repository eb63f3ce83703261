"""What frames a whole sentence: fiction, suppositions, and a correction that follows.

"In the novel …", "Suppose …", "…, but that is wrong": none of the clauses inside is
said of the world, wherever the parser hangs them.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.stances.governors import denies_of_subject
from natocheck.claims.stances.unit import Unit
from natocheck.claims.verbs import SUBJECTS, VERBAL
from natocheck.model.report import Stance

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LABEL = 6  # words in which a label and its colon stand
_LABELS = ("denial nouns", "denial adjectives", "reporting nouns", "attitude nouns")
_FRAMING = {"in", "on", "under", "within"}
_ANAPHORS = {"that", "this", "which", "it", "both", "all"}


def framed(unit: Unit, lexicon: Lexicon, *, attributed: bool) -> set[Stance]:
    """The stances that the sentence around a clause gives it."""
    doc = unit.head.doc
    found: set[Stance] = set()
    if _is_fiction(doc, lexicon) or _is_supposed(unit, lexicon):
        found.add("conditional")
    if _is_personal(doc, lexicon):
        found.add("hedged")
    if _is_labelled(unit, lexicon):
        found.add("denied")
    if any(unit.head.i < place for place in _rebuttals(doc, lexicon)):
        found.add("denied")
    if attributed and any(unit.head.i < place for place in _corrections(doc, lexicon)):
        found.add("denied")
    return found


def _is_fiction(doc: "Doc", lexicon: Lexicon) -> bool:
    """ "In the novel, Ukraine is a member", "in an imaginary world", "on the assumption"."""
    nouns, frames = lexicon.words("fiction nouns"), lexicon.words("unreal nouns")
    adjectives = lexicon.words("unreal adjectives")
    return any(
        token.lemma_.lower() in nouns
        or (
            token.dep_ == "pobj"
            and token.head.lower_ in _FRAMING
            and (
                token.lemma_.lower() in frames
                or any(child.lower_ in adjectives for child in token.children)
            )
        )
        for token in doc
    )


def _is_supposed(unit: Unit, lexicon: Lexicon) -> bool:
    """ "Suppose NATO has 40 members", "Picture this: …", "… let us assume …"."""
    doc = unit.head.doc
    words = [token.lower_ for token in doc if token.is_alpha]
    openers = lexicon.words("supposing openers")
    return bool(words) and words[0] in openers and not _has_subject_before(doc, words[0])


def _has_subject_before(doc: "Doc", word: str) -> bool:
    """Whether the opener is a verb with a subject or a noun, not a command."""
    opener = next(token for token in doc if token.lower_ == word)
    return any(child.dep_ in SUBJECTS and child.i < opener.i for child in opener.children)


def _is_personal(doc: "Doc", lexicon: Lexicon) -> bool:
    """ "As far as I know", "as the story goes", "rumour has it"."""
    text = f" {' '.join(token.lower_ for token in doc)} "
    return any(f" {phrase} " in text for phrase in lexicon.words("hedging phrases"))


def _is_labelled(unit: Unit, lexicon: Lexicon) -> bool:
    """ "Myth: …", "False: …", "A common claim: …": a label without a verb, then a colon."""
    doc = unit.head.doc
    colon = next((token.i for token in doc[:_LABEL] if token.text == ":"), None)
    if colon is None or unit.head.i < colon or any(t.pos_ in VERBAL for t in doc[:colon]):
        return False
    labels = set[str]().union(*(lexicon.words(use) for use in _LABELS))
    return any(token.lemma_.lower() in labels for token in doc[:colon])


def _rebuttals(doc: "Doc", lexicon: Lexicon) -> Iterator[int]:
    """Where the sentence denies what it said before: ", but that is wrong", "which is untrue"."""
    for token in doc:
        refers = token.i > 0 and token.dep_ in SUBJECTS and token.lower_ in _ANAPHORS
        if refers and token.head.lemma_ == "be" and denies_of_subject(token.head, lexicon):
            yield token.i


def _corrections(doc: "Doc", lexicon: Lexicon) -> Iterator[int]:
    """Where the author sets the record against what somebody said: "; in fact it has 32"."""
    words = lexicon.words("correcting phrases")
    for token, following in pairwise(doc):
        if {token.lower_, f"{token.lower_} {following.lower_}"} & words:
            yield token.i
