"""Sets of countries as noun phrases describe them: "EU members that are not in NATO", "the
Nordic countries", "countries that joined NATO in the 1980s"."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.membership.actual import is_actual
from natocheck.claims.kinds.membership.bodies import (
    body_at,
    body_of,
    group_body,
    one_of,
    owner_of,
)
from natocheck.claims.kinds.membership.joined import joined_body
from natocheck.claims.kinds.membership.predicates import predicate_of
from natocheck.claims.kinds.membership.verbs import joining_verb
from natocheck.claims.phrases import arguments, coordinated, is_fixed_group
from natocheck.claims.scene import Scene
from natocheck.claims.times import when_of
from natocheck.model.claims import When

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_NEITHER = {"neither", "nor"}
_CLAUSES = {"relcl", "acl"}
_SIDES = {"amod", "compound", "nmod", "poss", "nummod", "det", "predet", "advmod", "quantmod"}


@dataclass(frozen=True)
class Described:
    """The countries in all of ``groups`` and none of ``without``; ``joined``: those of them
    that joined the last of the groups then. ``narrowed``: more than a name describes them."""

    groups: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    joined: When | None = None
    narrowed: bool = False


def described(scene: Scene, noun: "Token", clauses: tuple[Clause, ...]) -> Described | None:
    """The set that a noun and all that stands beside it describe; None if any of its words
    may pick some of them out."""
    found = _base(scene, noun)
    for child in _after(noun):
        if found is None:
            return None
        if not child.is_punct and not _is_own(scene, noun, child):
            found = _narrowed(scene, found, child, clauses)
    return found


def _after(noun: "Token") -> "list[Token]":
    """What follows a noun; a clause about a predicate noun may hang on the verb. What is
    set beside it in a list belongs to the subject and not to the noun."""
    beside = list(noun.head.children) if noun.dep_ == "attr" else []
    late = [t for t in beside if t.i > noun.i and t.dep_ in _CLAUSES]
    return [t for t in (*noun.rights, *late) if t.dep_ not in {"cc", "conj", "appos"}]


def _is_own(scene: Scene, noun: "Token", child: "Token") -> bool:
    """Whether a word belongs to the noun's own name: "of" in "members of the EU"."""
    name = scene.name_at.get(noun.i)
    return (name is not None and scene.name_at.get(child.i) == name) or child.dep_ == "case"


def _base(scene: Scene, noun: "Token") -> Described | None:
    """The set that the noun and the words before it name."""
    sides = _sides(scene, noun)
    if sides is None:
        return None
    named = _named(scene, noun)
    if named is not None:
        return Described((*sides, named))
    lexicon = scene.lexicon
    lemma = noun.lemma_.lower()
    if lemma not in lexicon.words("member nouns"):
        return None
    if any(body_at(scene, t) for t in noun.subtree if not _is_inside_clause(noun, t)):
        owner = owner_of(scene, noun)
        return Described((*sides, owner.id)) if owner is not None else None
    bare = lemma in lexicon.words("bare member nouns")
    return Described(sides) if bare or sides else None


def _is_inside_clause(noun: "Token", token: "Token") -> bool:
    """Whether a token stands in a clause or place that only follows the noun."""
    outer = [child for child in noun.rights if token in child.subtree]
    return any(c.dep_ in _CLAUSES or c.lower_ != "of" for c in outer)


def _named(scene: Scene, noun: "Token") -> str | None:
    """The one group of the noun's own name: of countries, or of an organisation's members."""
    name = scene.name_at.get(noun.i)
    if name is None or name.text.lower() in scene.lexicon.words("shared member names"):
        return None
    whole = group_body(scene, noun)
    if whole is not None:
        return whole
    groups = scene.lexicon.rulebase.groups
    return one_of(scene, [i for i in name.ids("group") if groups[i].members or groups[i].all_of])


def _sides(scene: Scene, noun: "Token") -> tuple[str, ...] | None:
    """The groups that adjectives before a noun tell ("Nordic"); None beside unknown words."""
    lexicon = scene.lexicon
    known = (
        lexicon.words("harmless modifiers")
        | lexicon.words("member nouns")
        | lexicon.words("whole determiners")
        | lexicon.words("definite determiners")
        | lexicon.words("part words")
        | lexicon.words("only")
    )
    groups: list[str] = []
    for token in noun.lefts:
        called = _called(scene, token)
        if called is not None and not _is_own(scene, noun, token):
            groups.append(called)
        elif not _is_own(scene, noun, token) and not _is_plain(scene, token, known):
            return None
    return tuple(groups)


def _called(scene: Scene, token: "Token") -> str | None:
    """The group of countries that an adjective or an owner tells: "Nordic", "the G7's"."""
    called = [group.id for group in scene.lexicon.index.groups_called.get(token.text, ())]
    name = scene.name_at.get(token.i)
    owning = name.ids("group") if name is not None and token.dep_ in {"poss", "compound"} else ()
    called += [i for i in owning if is_fixed_group(scene, i)]
    return called[0] if len(called) == 1 else None


def _is_plain(scene: Scene, token: "Token", known: frozenset[str]) -> bool:
    if token.i in scene.quantity_at or body_at(scene, token) is not None:
        return token.dep_ in _SIDES
    return token.dep_ not in {"amod", "compound", "nmod", "poss"} or token.lower_ in known


def _narrowed(
    scene: Scene, found: Described, child: "Token", clauses: tuple[Clause, ...]
) -> Described | None:
    """The set less those that a clause or a place after its noun leaves out."""
    if child.dep_ in _CLAUSES:
        clause = next((c for c in clauses if c.head == child), None)
        return _by_clause(scene, found, clause, clauses) if clause is not None else None
    if child.dep_ != "prep":
        return None
    lexicon = scene.lexicon
    if child.lower_ in lexicon.words("exceptive words"):
        return found  # who is left out is no part of the description
    nested = next((c for c in child.children if c.dep_ == "prep"), child)
    things = [t for t in nested.children if t.dep_ == "pobj"]
    bodies = [body_of(scene, each) for t in things for each in (t, *coordinated(t))]
    ids = tuple(body.id for body in bodies if body is not None and not body.assumed)
    if not ids or len(ids) < len(bodies) or _NEITHER & {t.lower_ for t in nested.subtree}:
        return None
    if child.lower_ in lexicon.words("outside prepositions"):
        return replace(found, without=(*found.without, *ids), narrowed=True)
    inside = child.lower_ in {"of", "in", "inside", "within"}
    groups = tuple(dict.fromkeys((*found.groups, *ids)))
    return replace(found, groups=groups, narrowed=groups != found.groups) if inside else None


def _by_clause(
    scene: Scene, found: Described, clause: Clause, clauses: tuple[Clause, ...]
) -> Described | None:
    """ "That do not belong to NATO", "that joined NATO in the 1980s"."""
    when, clear = when_of(scene, clause)
    verb = joining_verb(scene, clause)
    told = verb.token if verb is not None else clause.head
    if not clear or not is_actual(scene, clause, told, clauses):
        return None
    if verb is not None:
        body = joined_body(scene, clause, verb, list(arguments(clause)), None, clauses)
        dated = verb.mode == "joined" and not clause.negated and when is not None
        if body is None or body.assumed or not dated:
            return None
        groups = (*(g for g in found.groups if g != body.id), body.id)
        return replace(found, groups=groups, joined=when, narrowed=True)
    standing = predicate_of(scene, clause)
    plain = standing is not None and not (standing.order or standing.newest or standing.founder)
    if standing is None or not plain or standing.body.assumed or when is not None:
        return None
    if any(t.tag_ == "VBD" for t in (clause.head, *clause.head.children)):
        return None  # "that were in NATO": some time ago
    if any(t.dep_ == "conj" and t.i in scene.name_at for t in clause.tokens):
        return None  # "that are outside NATO and Schengen": more than was read
    if standing.negated != clause.negated:
        return replace(found, without=(*found.without, standing.body.id), narrowed=True)
    return replace(found, groups=(*found.groups, standing.body.id), narrowed=True)
