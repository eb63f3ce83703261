"""An author who reasons: conditions and grounds, denial of a whole kind, sentences about ideas."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.opinion.cues import SLIGHT, WEAK, Cue

if TYPE_CHECKING:
    from natocheck.language.tokens import Doc


def reasoning_cues(doc: "Doc", lexicon: Lexicon) -> Iterator[Cue]:
    """Every cue of reasoning in the sentence; words of a kind count once."""
    yield from _first(doc, lexicon.words("reasoning conjunctions"), {"mark", "cc"})
    yield from _first(doc, lexicon.words("sweeping words"), {"det", "neg", "nsubj", "nsubjpass"})
    if len(doc) and doc[0].lower_ in lexicon.words("arguing openers"):
        yield Cue(0, 0, SLIGHT)
    for token in doc:
        if token.dep_ in {"csubj", "csubjpass"}:
            yield Cue(token.left_edge.i, token.i, WEAK)


def _first(doc: "Doc", words: frozenset[str], dependencies: set[str]) -> Iterator[Cue]:
    for token in doc:
        if token.lower_ in words and token.dep_ in dependencies:
            yield Cue(token.i, token.i, SLIGHT)
            return
