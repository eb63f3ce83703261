"""Whether the words on both sides of a mark are clauses of their own, by their parse."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_BOUND = ("relcl", "csubj", "csubjpass", "conj")


def token_at(doc: Doc, offset: int) -> Token | None:
    """The first word of ``doc`` at or after ``offset``."""
    return next((token for token in doc if token.idx >= offset and not token.is_space), None)


def has_clause(words: Span) -> bool:
    """Whether a finite verb stands among ``words``, so that they may be a sentence."""
    return any(token.tag_ in _FINITE for token in words)


def opens_with_clause(doc: Doc) -> bool:
    """Whether ``doc`` begins with the subject of a finite verb."""
    sentence = next(doc.sents, None)
    subject = _subject(sentence) if sentence is not None else None
    return subject is not None and subject.left_edge.i == 0


def is_embedded(token: Token, takers: Set[str]) -> bool:
    """Whether the clause of ``token`` depends on words before it.

    It does if a conjunction or a relative opened it ("when the U.S. …", "and the U.S. …")
    or a verb whose lemma is among ``takers`` stands before it ("said the U.S. …").
    """
    verb = next((word for word in token.ancestors if word.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.i < token.i:
        return False
    opened = any(
        child.i < token.i and (child.dep_ == "mark" or child.tag_ in ("WRB", "WP", "WDT"))
        for child in verb.children
    )
    reported = verb.dep_ == "ccomp" and verb.head.i < token.i and verb.head.lemma_ in takers
    return opened or reported or verb.dep_ in _BOUND


def _subject(sentence: Span) -> Token | None:
    root = sentence.root
    verbs = [root, *(child for child in root.children if child.dep_ in ("aux", "auxpass"))]
    if not any(verb.tag_ in _FINITE for verb in verbs):
        return None
    return next((child for child in root.children if child.dep_ in _SUBJECTS), None)
