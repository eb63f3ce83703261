"""Tagging, parsing and lemmatising, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, repeat, starmap
from typing import TYPE_CHECKING

from natocheck.language.tokens import Doc, plain

if TYPE_CHECKING:
    from spacy import tokens as parsed
    from spacy.language import Language

Merge = tuple[int, int, str]
"""Start and end of an expression in its text, and the word it stands for to the tagger."""

LONGEST = 2_500
"""Characters of the longest sentence that is parsed; a longer one is no sentence, and the
parser's time and memory grow with it."""


def parse(
    texts: Iterable[str],
    nlp: Language,
    merges: Iterable[Sequence[Merge]] | None = None,
) -> Iterator[Doc]:
    """Parse every text as it comes, one document each, in order.

    ``merges`` gives for each text the expressions that are one token to the tagger and
    the parser, each read as its stand-in word ("per cent" as "percent"). An expression
    that does not begin and end with a token, or overlaps one before it, is passed over.
    A text longer than LONGEST is only tokenised: it has no tags, heads or lemmas.
    """
    spans = chain(merges, repeat(())) if merges is not None else repeat(())
    made = (
        (_merged(nlp.make_doc(text), merge), text)
        for text, merge in zip(texts, spans, strict=False)
    )
    for too_long, group in groupby(made, key=lambda each: len(each[1]) > LONGEST):
        if not too_long:
            group = nlp.pipe(group, as_tuples=True)
        yield from starmap(plain, group)


def _merged(doc: parsed.Doc, merges: Sequence[Merge]) -> parsed.Doc:
    with doc.retokenize() as retokenizer:
        for span, stand_in in _aligned(doc, merges):
            _dress(span, stand_in)
            retokenizer.merge(span, attrs={"NORM": stand_in})
    return doc


def _dress(span: parsed.Span, stand_in: str) -> None:
    """Give the merged word the looks of its stand-in, which the model reads beside its norm."""
    word = stand_in.capitalize() if span.text[:1].isupper() else stand_in
    merged, like = span.vocab[span.text], span.vocab[word]
    merged.shape, merged.prefix, merged.suffix = like.shape, like.prefix, like.suffix


def _aligned(doc: parsed.Doc, merges: Sequence[Merge]) -> Iterator[tuple[parsed.Span, str]]:
    reached = 0
    for start, end, stand_in in sorted(merges):
        span = doc.char_span(start, end) if start >= reached else None
        if span is not None:
            reached = end
            yield span, stand_in
