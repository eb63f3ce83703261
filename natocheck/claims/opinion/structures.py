"""Ways of building a sentence that show an opinion, each in a file of its own."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.lexicon import Lexicon
from natocheck.claims.opinion.address import address_cues
from natocheck.claims.opinion.cues import Cue
from natocheck.claims.opinion.degrees import contrast_cues, degree_cues, likeness_cues
from natocheck.claims.opinion.modals import holding_cues, modal_cues
from natocheck.claims.opinion.predicates import maxim_cues, predicate_cues
from natocheck.claims.opinion.reasoning import reasoning_cues

if TYPE_CHECKING:
    from natocheck.language.tokens import Doc


def structure_cues(
    doc: "Doc", clauses: tuple[Clause, ...], lexicon: Lexicon, quoted: frozenset[int]
) -> Iterator[Cue]:
    """Every cue of structure in the sentence."""
    for clause in clauses:
        yield from modal_cues(clause, lexicon, quoted)
        yield from holding_cues(clause, lexicon)
        yield from predicate_cues(clause, lexicon, quoted)
        yield from maxim_cues(clause, lexicon, quoted)
    for token in doc:
        yield from degree_cues(token, lexicon)
        yield from contrast_cues(token)
        yield from likeness_cues(token, lexicon)
    yield from address_cues(doc, lexicon)
    yield from reasoning_cues(doc, lexicon)
