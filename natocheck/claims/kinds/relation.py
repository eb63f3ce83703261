"""Claims that a fixed relation holds: who leads what where, what is seated where."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in, is_asserted
from natocheck.claims.phrases import Argument, arguments, name_of, noun_arguments
from natocheck.claims.scene import Scene
from natocheck.claims.times import when_of
from natocheck.model.claims import Related
from natocheck.model.facts import Relation, Said

if TYPE_CHECKING:
    from spacy.tokens import Token

_GOALS = {"in", "at", "to", "for", "near"}


def propose(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """All claims of relations in a sentence."""
    for clause in clauses:
        if not is_asserted(clause) or "future" in clause.stance:
            continue
        for rule in scene.lexicon.rulebase.relations.values():
            yield from _of_rule(scene, clause, rule)


def _of_rule(scene: Scene, clause: Clause, rule: Relation) -> Iterator[Proposal]:
    subjects = {row.subject for row in rule.rows}
    objects = {row.object for row in rule.rows}
    for said in rule.said:
        pair = _pair(scene, clause, said, subjects, objects)
        if pair is None:
            continue
        when, clear = when_of(scene, clause)
        if clear:
            statement = Related(
                relation=rule.id, subject=pair[0], object=pair[1], when=when, negated=clause.negated
            )
            yield claim_in(scene, "relation", clause, statement)
            return


def _pair(
    scene: Scene, clause: Clause, said: Said, subjects: set[str], objects: set[str]
) -> tuple[str, str] | None:
    found = arguments(clause)
    if set(clause.lemmas) & set(said.verbs):
        things = [a for a in found if a.token.lemma_.lower() in said.things]
        if said.things and not things:
            return None
        return _by_verb(scene, found, things, subjects, objects)
    if clause.head.lemma_ in {"be", "lie", "stand"}:
        return _by_noun(scene, found, said, subjects, objects)
    return None


def _by_verb(
    scene: Scene,
    found: tuple[Argument, ...],
    things: list[Argument],
    subjects: set[str],
    objects: set[str],
) -> tuple[str, str] | None:
    inner = [a for thing in things for a in noun_arguments(thing.token)]
    doer_roles = {"subject", "agent"} if things else {"subject", "agent", "object"}
    doers = _ids(scene, [a for a in found if a.role in doer_roles], subjects)
    goals = _ids(scene, [a for a in [*found, *inner] if a.role in {*_GOALS, "modifier"}], objects)
    return _unique(doers, goals)


def _by_noun(
    scene: Scene,
    found: tuple[Argument, ...],
    said: Said,
    subjects: set[str],
    objects: set[str],
) -> tuple[str, str] | None:
    """ "NATO's headquarters is in Brussels", "Canada is the framework nation in Latvia"."""
    for a in found:
        if a.role not in {"subject", "attribute"} or not _is_noun(a.token, said):
            continue
        inner = list(noun_arguments(a.token))
        around = [*inner, *(b for b in found if b.token is not a.token)]
        doers = _ids(
            scene,
            [b for b in around if b.role in {"owner", "modifier", "of", "subject", "attribute"}],
            subjects,
        )
        goals = _ids(scene, [b for b in around if b.role in {*_GOALS, "attribute"}], objects)
        pair = _unique(doers, goals)
        if pair is not None:
            return pair
    return None


def _is_noun(token: "Token", said: Said) -> bool:
    return token.lemma_.lower() in said.nouns or token.lower_ in said.nouns


def _ids(scene: Scene, found: list[Argument], allowed: set[str]) -> list[str]:
    """Known ids of the arguments: those the rule speaks of first, else any of that type."""
    names = [name_of(scene, a.token) for a in found]
    ids = [
        i
        for name in names
        if name is not None
        for i in name.ids("name", "adjective", "demonym", "metonym")
    ]
    types = {_type(scene, i) for i in allowed}
    fitting = [i for i in dict.fromkeys(ids) if _type(scene, i) in types]
    inside = [i for i in fitting if i in allowed]
    return inside or fitting


def _type(scene: Scene, identity: str) -> str:
    actor = scene.lexicon.actor(identity)
    return actor.type if actor is not None else "group"


def _unique(doers: list[str], goals: list[str]) -> tuple[str, str] | None:
    if len(doers) == 1 and len(goals) == 1 and doers != goals:
        return doers[0], goals[0]
    return None
