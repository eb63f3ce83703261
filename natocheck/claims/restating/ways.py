"""All ways of restating a sentence; a new one is one function and one line here."""

from collections.abc import Iterator

from natocheck.claims.clauses import Clause
from natocheck.claims.restating.againsts import againsts
from natocheck.claims.restating.among import among
from natocheck.claims.restating.articles import articles
from natocheck.claims.restating.asides import fronted, included, interrupted
from natocheck.claims.restating.capacities import capacities
from natocheck.claims.restating.clefts import clefts, identified, inverted, late_clefts
from natocheck.claims.restating.corrections import corrections, set_apart
from natocheck.claims.restating.counts import counts
from natocheck.claims.restating.dues import dues
from natocheck.claims.restating.examples import examples
from natocheck.claims.restating.gaps import gaps
from natocheck.claims.restating.holders import holders
from natocheck.claims.restating.insertions import less_insertions, told_by_insertions
from natocheck.claims.restating.insides import insides
from natocheck.claims.restating.jointly import jointly
from natocheck.claims.restating.latest import latest
from natocheck.claims.restating.onlys import onlys
from natocheck.claims.restating.others import existence, not_until, owned
from natocheck.claims.restating.outlays import outlays
from natocheck.claims.restating.pairs import respective
from natocheck.claims.restating.pieces import Restatement
from natocheck.claims.restating.portions import portions
from natocheck.claims.restating.ranks import numbered
from natocheck.claims.restating.references import references
from natocheck.claims.restating.relatives import relatives
from natocheck.claims.restating.sequences import sequences
from natocheck.claims.restating.superlatives import superlatives
from natocheck.claims.restating.tallies import tallies
from natocheck.claims.scene import Scene

_PLAIN = ("asserted",)
_FUTURE = ("future",)
_NEGATED = ("negated",)
_DENIED = ("denied",)
_HEDGED = ("hedged",)


def restatements(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Restatement]:
    """The plain sentences that a sentence amounts to, besides what it says as it stands.

    Only of a sentence that states plainly: what is denied, supposed, asked, foreseen or said
    by somebody else would be stated by the plain one.
    """
    if scene.quoted:
        return
    main = {c.stance for c in clauses if c.head.dep_ == "ROOT"}
    others = {c.stance for c in clauses if c.head.dep_ != "ROOT"}
    if len(main) != 1:
        return
    yield from less_insertions(scene)  # what is left keeps its own stance
    if main == {_PLAIN}:
        yield from articles(scene)
    if main == {_PLAIN} and others <= {_PLAIN}:
        yield from _of_plain(scene, clauses)
    elif main == {_PLAIN} and others <= {_PLAIN, _HEDGED}:
        yield from clefts(scene)  # "whereby others may join"
    elif main == {_PLAIN} and others <= {_PLAIN, _DENIED}:
        yield from set_apart(scene)
    elif main == {_PLAIN} and others <= {_PLAIN, _FUTURE}:
        yield from onlys(scene)  # "the only two expected to miss it"
    elif main == {_FUTURE} and others <= {_PLAIN, _FUTURE}:
        yield from tallies(scene)
        yield from againsts(scene)  # "are expected to reach it, up from three in 2014"
    elif main == {_DENIED} and others <= {_PLAIN, _NEGATED, _DENIED}:
        yield from corrections(scene)
    elif main == {_NEGATED} and others <= {_PLAIN, _NEGATED, _DENIED}:
        yield from not_until(scene, clauses)
        yield from sequences(scene, clauses)
        yield from latest(scene, clauses)
        yield from inverted(scene)
        yield from late_clefts(scene)  # of what is "denied" the time before alone is


def _of_plain(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Restatement]:
    yield from gaps(scene)
    yield from respective(scene)
    yield from clefts(scene)
    yield from identified(scene)
    yield from inverted(scene)
    yield from existence(scene)
    yield from dues(scene)
    yield from owned(scene, clauses)
    yield from references(scene, clauses)
    yield from counts(scene)
    yield from tallies(scene)
    yield from interrupted(scene)
    yield from fronted(scene)
    yield from included(scene)
    yield from numbered(scene)
    yield from outlays(scene)
    yield from onlys(scene)
    yield from againsts(scene)
    yield from insides(scene)
    yield from relatives(scene)
    yield from examples(scene)
    yield from jointly(scene, clauses)
    yield from superlatives(scene)
    yield from latest(scene, clauses)
    yield from capacities(scene)
    yield from portions(scene)
    yield from among(scene)
    yield from sequences(scene, clauses)
    yield from told_by_insertions(scene)
    yield from set_apart(scene)
    yield from holders(scene)
