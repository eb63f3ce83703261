"""Who alone is something: "Austria and Malta are the only EU members outside NATO"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in
from natocheck.claims.kinds.count.described import Described, described
from natocheck.claims.kinds.membership.actual import is_actual
from natocheck.claims.phrases import coordinated, countries_of, is_restriction
from natocheck.claims.scene import Scene
from natocheck.claims.times import one_time, periods_in
from natocheck.model.claims import GroupSize

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def only_ones(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """The claim that those named are all of a set that membership defines."""
    if clause.head.lemma_ != "be" or clause.negated or not is_actual(scene, clause, clause.head):
        return
    when, clear = one_time(periods_in(scene, clause))
    for one, other in _sides(clause):
        named = _all_named(scene, one)
        found = described(scene, other, clauses) if named else None
        if found is None or not clear or not _is_exclusive(scene, one, other):
            continue
        past = any(t.tag_ == "VBD" for t in (clause.head, *clause.head.children))
        if not _is_defined(scene, found) or (past and when is None and found.joined is None):
            continue
        statement = GroupSize(
            groups=found.groups,
            without=found.without,
            number=None,
            when=found.joined or when,
            joined=found.joined is not None,
            named=named,
            exhaustive=True,
        )
        yield claim_in(scene, "count", clause, statement)


def _sides(clause: Clause) -> "Iterator[tuple[Token, Token]]":
    """Subject and predicate noun, both ways round."""
    for subject in (t for t in clause.head.children if t.dep_ == "nsubj"):
        for noun in (t for t in clause.head.children if t.dep_ == "attr"):
            yield subject, noun
            yield noun, subject


def _all_named(scene: Scene, first: "Token") -> tuple[str, ...]:
    """The countries of a list, each of which must be one."""
    nouns = [first, *coordinated(first)]
    named = [countries_of(scene, t) if t.i in scene.name_at else () for t in nouns]
    return tuple(dict.fromkeys(i for ids in named for i in ids)) if all(named) else ()


def _is_exclusive(scene: Scene, named: "Token", noun: "Token") -> bool:
    """ "The only members", "only Austria and Malta are members"."""
    words = scene.lexicon.words("only") | scene.lexicon.words("sole words")
    return any(is_restriction(t, words) for t in (*noun.lefts, *named.lefts))


def _is_defined(scene: Scene, found: Described) -> bool:
    """Whether membership alone decides who is in the set, and not all of one body are."""
    groups = scene.lexicon.rulebase.groups
    several = len(found.groups) + len(found.without) > 1 or found.joined is not None
    return several or any(groups[g].all_of for g in found.groups if g in groups)
