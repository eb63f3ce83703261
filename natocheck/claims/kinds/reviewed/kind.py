"""Claims that repeat a statement that fact-checks have already looked at.

A clause repeats it if it says all that one of the statement's readings asks for, in the
same polarity, and nothing beyond that may change it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from natocheck.claims.kinds.base import Proposal, claim_in, passed
from natocheck.claims.kinds.reviewed.matching import says
from natocheck.claims.kinds.reviewed.remainder import other_dates, remainder
from natocheck.claims.kinds.reviewed.scope import scopes
from natocheck.claims.times import when_of
from natocheck.claims.verbs import lemma_of
from natocheck.model.claims import Repeats

if TYPE_CHECKING:
    from natocheck.claims.clauses import Clause
    from natocheck.claims.kinds.reviewed.index import Pattern
    from natocheck.claims.kinds.reviewed.scope import Scope
    from natocheck.claims.scene import Scene


def propose(scene: "Scene", clauses: "tuple[Clause, ...]") -> Iterator[Proposal]:
    """All reviewed claims that a sentence repeats."""
    index = scene.lexicon.reviewed_patterns
    met = index.met(_around(scene))
    for scope in scopes(scene, clauses) if met else ():
        for pattern in index.of(scope.cues):
            if pattern in met and says(scene, scope, pattern):
                yield _proposal(scene, scope, pattern)


def _around(scene: "Scene") -> set[str]:
    """The words of a sentence, also of those read as one, and every id that a name may mean."""
    parts = {part for word in scene.vocabulary for part in word.split()}
    return {*scene.vocabulary, *parts, *(r.id for n in scene.names for r in n.readings)}


def _proposal(scene: "Scene", scope: "Scope", pattern: "Pattern") -> Proposal:
    when, clear = when_of(scene, scope.clause)
    denial = _denial(scene, scope)
    if denial is not None:
        return passed("reviewed", scope.clause, f"{pattern.rule.id}: denied by {denial!r}")
    left = remainder(scene, scope, pattern)
    if left or not clear:
        words = ", ".join(left) or "more than one time"
        return passed("reviewed", scope.clause, f"{pattern.rule.id}: not read: {words}")
    statement = Repeats(reviewed=pattern.rule.id, when=when)
    claim = claim_in(scene, "reviewed", scope.clause, statement)
    return replace(claim, partial=other_dates(scene, scope, pattern))


def _denial(scene: "Scene", scope: "Scope") -> str | None:
    """A word outside the scope by which the sentence may deny what it tells."""
    lexicon = scene.lexicon
    denials = (
        lexicon.words("denial verbs")
        | lexicon.words("denial nouns")
        | lexicon.words("denial adverbs")
        | lexicon.words("denial adjectives")
    )
    inside = {token.i for token in scope.tokens}
    for token in scene.doc:
        if token.i not in inside and {lemma_of(token), token.lower_} & denials:
            return str(token.text)
    return None
