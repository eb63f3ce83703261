"""Sets over two organisations: "23 of the EU's 27 are in NATO", "every Nordic country is"."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in
from natocheck.claims.kinds.membership.actual import is_actual
from natocheck.claims.kinds.membership.bodies import body_at, group_body
from natocheck.claims.kinds.membership.lists import listed_between
from natocheck.claims.kinds.membership.predicates import predicate_of
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.phrases import coordinated, countries_of, is_restriction
from natocheck.claims.scene import Scene
from natocheck.claims.times import one_time, periods_in
from natocheck.model.claims import GroupSize, When
from natocheck.model.values import Interval

if TYPE_CHECKING:
    from spacy.tokens import Token

_NONE = Interval(0.0, 0.0)
_MOST = Interval(50.0, 100.0, low_open=True)


@dataclass(frozen=True, eq=False)
class Part:
    """How many of a set: a number, all, all but a number, most, none, or those named."""

    number: Interval | None = None
    rest: bool = False
    percent: bool = False
    named: tuple[str, ...] = ()
    listed: bool = False


def overlaps(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """The claim that so many of one set are, or are not, in an organisation."""
    yield from _only_ones(scene, clause, clauses)
    if clause.head.lemma_.lower() not in scene.lexicon.words("belonging verbs"):
        return
    standing = predicate_of(scene, clause)
    if standing is None or standing.body.assumed or not is_actual(scene, clause, clause.head):
        return
    if standing.order or standing.newest or standing.founder:
        return
    outside = standing.negated != clause.negated
    scope = _scope(scene, clause, standing.body.id)
    part = _part(scene, clause)
    when, clear = one_time(periods_in(scene, clause))
    if part is None or not clear:
        return
    if scope is None:
        yield from _plain(scene, clause, standing.body.id, part, outside, when)
        return
    inside = outside == part.rest
    statement = GroupSize(
        groups=(scope, standing.body.id) if inside else (scope,),
        without=() if inside else (standing.body.id,),
        number=part.number,
        when=when,
        named=part.named,
        exhaustive=bool(part.named),
        percent=part.percent,
        assumed=part.listed,
    )
    yield claim_in(scene, "count", clause, statement)


def _plain(
    scene: Scene, clause: Clause, body: str, part: Part, outside: bool, when: When | None
) -> Iterator[Proposal]:
    """ "More than 30 countries belong to NATO": unless only some of them are meant."""
    nouns = scene.lexicon.words("bare member nouns")
    subjects = [t for t in clause.head.children if t.dep_ == "nsubj"]
    counts = any(t.lemma_.lower() in nouns for t in subjects)
    if counts and part.number is not None and not (outside or part.rest or part.percent):
        statement = GroupSize(
            groups=(body,), number=part.number, when=when, assumed=_is_exact(part)
        )
        yield claim_in(scene, "count", clause, statement)


def _is_exact(part: Part) -> bool:
    return part.number is not None and part.number.low == part.number.high


def _before_verb(clause: Clause) -> "list[Token]":
    return [t for t in clause.tokens if t.i < clause.head.i]


def _scope(scene: Scene, clause: Clause, predicate: str) -> str | None:
    """The set that the subject is of: a named group, or an organisation's members."""
    nouns = scene.lexicon.words("member nouns")
    for token in _before_verb(clause):
        each = _each_of_group(scene, token)
        if each is not None:
            return each
        name = scene.name_at.get(token.i)
        if name is not None and (fixed := _fixed_group(scene, token)) is not None:
            return fixed
        whole = group_body(scene, token)
        if whole is not None and whole != predicate:
            return whole
        owner = body_at(scene, token)
        if owner is not None and owner != predicate and _is_owner(scene, token, nouns):
            return owner
    return None


def _each_of_group(scene: Scene, token: "Token") -> str | None:
    """ "Every Nordic country": the group whose adjective stands beside a noun for members."""
    noun = token.head
    if noun.lemma_.lower() not in scene.lexicon.words("member nouns"):
        return None
    if not any(t.lower_ in {"every", "each", "no"} for t in noun.children):
        return None
    found = [group.id for group in scene.lexicon.index.groups_called.get(token.text, ())]
    return found[0] if len(found) == 1 else None


def _is_owner(scene: Scene, token: "Token", nouns: frozenset[str]) -> bool:
    """ "The EU's 27 members", "the EU's 27": of a noun for members or of a number."""
    head = token.head
    if token.dep_ in {"poss", "compound"}:
        return head.lemma_.lower() in nouns or head.i in scene.quantity_at
    return token.dep_ == "pobj" and head.head.lemma_.lower() in nouns


def _fixed_group(scene: Scene, token: "Token") -> str | None:
    name = scene.name_at[token.i]
    groups = scene.lexicon.rulebase.groups
    fixed = [i for i in name.ids("group") if groups[i].members and not groups[i].all_of]
    return fixed[0] if len(fixed) == 1 else None


def _is_exclusive(scene: Scene, noun: "Token") -> bool:
    return any(is_restriction(t, scene.lexicon.words("only")) for t in noun.subtree)


def _part(scene: Scene, clause: Clause) -> Part | None:
    """How many of the set the subject speaks of; None if it says something else."""
    tokens = _before_verb(clause)
    words = {t.lower_ for t in tokens}
    lexicon = scene.lexicon
    if _is_narrowed(scene, clause, tokens):
        return None
    if any(is_restriction(t, lexicon.words("only")) for t in tokens):
        named = _named(scene, tokens)
        if named:
            return Part(named=named)
    elif _named(scene, tokens):
        return _enumerated(scene, clause, tokens)
    numbers = _numbers(scene, tokens)
    if _has_exception(tokens):
        return Part(number=numbers[-1].quantity.interval, rest=True) if numbers else None
    if words & {"none", "no", "neither"}:
        return Part(number=_NONE)
    if "most" in words:
        return Part(number=_MOST, percent=True)
    if words & {"all", "every", "each", "both"}:
        return Part(number=_NONE, rest=True)
    return _counted(scene, numbers)


def _enumerated(scene: Scene, clause: Clause, tokens: "list[Token]") -> Part | None:
    """ "Four EU states, Austria, Cyprus, Ireland and Malta,": as many as are named."""
    for subject in (t for t in clause.head.children if t.dep_ == "nsubj"):
        listed = listed_between(scene, subject, clause.head)
        counted = _counted(scene, _numbers(scene, tokens))
        if listed and counted is not None and counted.number is not None:
            same = counted.number.low == counted.number.high == len(listed)
            return Part(number=counted.number, listed=True) if same else None
    return None


def _counted(scene: Scene, numbers: list[FoundQuantity]) -> Part | None:
    for found in numbers:
        if _is_definite(scene, found):
            continue
        return Part(number=found.quantity.interval)
    return None


def _numbers(scene: Scene, tokens: "list[Token]") -> list[FoundQuantity]:
    inside = {t.i for t in tokens}
    return [
        found
        for found in scene.quantities
        if found.quantity.unit == "count" and scene.root_of(found).i in inside
    ]


def _is_definite(scene: Scene, found: FoundQuantity) -> bool:
    """Whether the number is the size of the set ("the EU's 27") and not of the part."""
    first = scene.tokens_of(found)[0]
    before = first.nbor(-1).lower_ if first.i else ""
    determiners = scene.lexicon.words("definite determiners") | {"'s", "’s", "its", "their"}
    return before in determiners or first.nbor(-1).i in scene.name_at if first.i else False


def _has_exception(tokens: "list[Token]") -> bool:
    """ "All but four"."""
    pairs = itertools.pairwise(tokens)
    return any(a.lower_ == "all" and b.lower_ == "but" for a, b in pairs)


def _named(scene: Scene, tokens: "list[Token]") -> tuple[str, ...]:
    found: list[str] = []
    for token in tokens:
        name = scene.name_at.get(token.i)
        if name is not None:
            found += [i for i in name.ids("name") if scene.lexicon.is_country(i)]
    return tuple(dict.fromkeys(found))


def _is_narrowed(scene: Scene, clause: Clause, tokens: "list[Token]") -> bool:
    """Whether a word before the verb may pick some of the set out."""
    lexicon = scene.lexicon
    known = (
        lexicon.words("harmless modifiers")
        | lexicon.words("member nouns")
        | lexicon.words("whole determiners")
        | lexicon.words("part words")
    )
    for token in tokens:
        if token.i in scene.name_at or token.i in scene.quantity_at or token.i in scene.period_at:
            continue
        if _each_of_group(scene, token) is not None:
            continue
        if token.pos_ not in {"NOUN", "ADJ", "PROPN", "VERB"}:
            continue
        if token.lower_ not in known and token.lemma_.lower() not in known:
            return True
    return False


def _only_ones(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """ "Austria and Malta are the only EU members outside NATO"."""
    if clause.head.lemma_ != "be" or clause.negated or not is_actual(scene, clause, clause.head):
        return
    subjects = [t for t in clause.head.children if t.dep_ == "nsubj"]
    named = tuple(
        dict.fromkeys(
            i for s in subjects for t in [s, *coordinated(s)] for i in countries_of(scene, t)
        )
    )
    for noun in (t for t in clause.head.children if t.dep_ == "attr"):
        group = _derived_group(scene, noun)
        if named and group is not None and _is_exclusive(scene, noun):
            statement = GroupSize(groups=(group,), number=None, named=named, exhaustive=True)
            yield claim_in(scene, "count", clause, statement)


def _derived_group(scene: Scene, noun: "Token") -> str | None:
    """A group that membership defines, named by the noun and nothing more beside it."""
    name = next((scene.name_at[t.i] for t in noun.subtree if t.i in scene.name_at), None)
    if name is None or any(c.dep_ in {"relcl", "acl"} for c in noun.children):
        return None
    if any(c.dep_ == "prep" and scene.name_at.get(c.i) != name for c in noun.children):
        return None  # "the only member without an army", "… with nuclear weapons"
    if noun.lemma_.lower() not in scene.lexicon.words("member nouns") and (
        scene.name_at.get(noun.i) != name
    ):
        return None  # "the only capitals of NATO members"
    groups = scene.lexicon.rulebase.groups
    derived = [i for i in name.ids("group") if groups[i].all_of]
    return derived[0] if len(derived) == 1 else None
