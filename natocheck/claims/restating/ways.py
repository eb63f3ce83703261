"""All ways of restating a sentence; a new one is one function and one line here."""

from collections.abc import Iterator

from natocheck.claims.clauses import Clause
from natocheck.claims.restating.clefts import clefts, identified
from natocheck.claims.restating.gaps import gaps
from natocheck.claims.restating.others import existence, not_until, owned
from natocheck.claims.restating.pairs import respective
from natocheck.claims.restating.pieces import Restatement
from natocheck.claims.scene import Scene

_PLAIN = ("asserted",)


def restatements(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Restatement]:
    """The plain sentences that a sentence amounts to, besides what it says as it stands.

    Only of a sentence that states plainly: what is denied, supposed, asked, foreseen or said
    by somebody else would be stated by the plain one.
    """
    main = {c.stance for c in clauses if c.head.dep_ == "ROOT"}
    others = {c.stance for c in clauses if c.head.dep_ != "ROOT"}
    if scene.quoted or others - {_PLAIN}:
        return
    if main == {("negated",)}:
        yield from not_until(scene, clauses)
    elif main == {_PLAIN}:
        yield from _of_plain(scene, clauses)


def _of_plain(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Restatement]:
    yield from gaps(scene)
    yield from respective(scene)
    yield from clefts(scene)
    yield from identified(scene)
    yield from existence(scene)
    yield from owned(scene, clauses)

