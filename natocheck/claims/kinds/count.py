"""Claims about how many there are: members of a group, or things that a count rule knows.

"The eight allies" may be eight of many, so a bare number before a plural is read as the
size of the group only where its wording says so ("all 32 allies", "the 32-member
alliance", "has 32 members"), never where something restricts the noun.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause, clause_of
from natocheck.claims.kinds.base import Place, Proposal, claim_at, claim_in, is_asserted, passed
from natocheck.claims.kinds.membership import implied_organisation
from natocheck.claims.mentions.names import fold
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.phrases import (
    arguments,
    countries_of,
    name_of,
    noun_arguments,
    organisations_of,
)
from natocheck.claims.scene import Scene
from natocheck.claims.times import when_of
from natocheck.model.claims import Counted, GroupSize, When

if TYPE_CHECKING:
    from spacy.tokens import Token

_RESTRICTING = {"relcl", "acl", "amod"}
_COMPOUND_SIZE = re.compile(r"[-\s](?:member|nation|country|state)\b[- ]?")


def propose(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """All claims of number in a sentence."""
    for found in scene.quantities:
        if found.quantity.unit == "count":
            clause = clause_of(scene.root_of(found), clauses)
            yield from _size(scene, found, clause)
            yield from _things(scene, found, clause)
    for clause in clauses:
        yield from _overlap(scene, clause)
        yield from _joined(scene, clause)


def _size(scene: Scene, found: FoundQuantity, clause: Clause) -> Iterator[Proposal]:
    read = _group_counted(scene, found)
    if read is None or not is_asserted(clause):
        return
    group, place = read
    when = _time(scene, clause)
    statement = GroupSize(groups=(group,), number=found.quantity.interval, when=when)
    yield claim_at(scene, "count", place, statement, clause)


def _time(scene: Scene, clause: Clause) -> When | None:
    when, _ = when_of(scene, clause)
    return when if when is not None and when.relation in {"in", "by", "since"} else None


def _group_counted(scene: Scene, found: FoundQuantity) -> tuple[str, Place] | None:
    """The group whose size a number gives, and where that is said."""
    root = scene.root_of(found)
    after = scene.doc.text[found.end :]
    if _COMPOUND_SIZE.match(after):
        return _compound_size(scene, found)
    head = root.head if root.dep_ in {"nummod", "compound", "amod"} else root
    if head is root and root.dep_ == "pobj":
        return _growth(scene, root, found)
    group = _group(scene, head)
    if group is None or _is_restricted(scene, head, root):
        return None
    if not (_is_definite(scene, head, root) or _is_predicated(scene, head)):
        return None
    last = max([head, root], key=lambda token: token.i)
    return group, Place(found.start, last.idx + len(last))


def _compound_size(scene: Scene, found: FoundQuantity) -> tuple[str, Place] | None:
    """ "the 32-member alliance", "the 27-nation bloc"."""
    following = [n for n in scene.names if 0 < n.start - found.end < 25]
    for name in following:
        for organisation in name.ids("name"):
            if scene.lexicon.is_organisation(organisation):
                chosen = _known(scene, name.ids("name"))
                return (chosen, Place(found.start, name.end)) if chosen else None
    return None


def _known(scene: Scene, organisations: tuple[str, ...]) -> str | None:
    groups = {entry.group for entry in scene.lexicon.rulebase.memberships.values()}
    fitting = [i for i in organisations if i in groups]
    if len(fitting) > 1:
        fitting = [i for i in fitting if i in scene.context.organisations]
    return fitting[0] if len(fitting) == 1 else None


def _growth(scene: Scene, root: "Token", found: FoundQuantity) -> tuple[str, Place] | None:
    """ "brings the number of allies to 32", "has grown to 32"."""
    prep = root.head
    if prep.lower_ != "to":
        return None
    verb = prep.head
    words = {t.lower_ for t in verb.subtree}
    if verb.lemma_.lower() not in scene.lexicon.words("growth verbs"):
        return None
    if not words & scene.lexicon.words("membership words"):
        return None
    for name in scene.names:
        for identity in name.ids("group"):
            group = scene.lexicon.rulebase.groups[identity]
            if len(group.all_of) == 1 and not group.without:
                return group.all_of[0], Place(min(name.start, found.start), found.end)
    organisation = implied_organisation(scene)
    return (organisation, Place(found.start, found.end)) if organisation else None


def _group(scene: Scene, head: "Token") -> str | None:
    """The organisation whose members a noun stands for ("allies", "member states")."""
    name = scene.name_at.get(head.i)
    groups = scene.lexicon.rulebase.groups
    found = [] if name is None else [groups[i] for i in name.ids("group")]
    whole = [g.all_of[0] for g in found if len(g.all_of) == 1 and not g.without]
    if len(set(whole)) == 1 and head.lemma_.lower() not in scene.lexicon.words("light nouns") - {
        "ally"
    }:
        return whole[0]
    if head.lemma_.lower() in scene.lexicon.words("member nouns") or whole:
        owners = [i for a in noun_arguments(head) for i in organisations_of(scene, a.token)]
        if owners:
            return _known(scene, tuple(owners))
        if _possessive(head) and head.lemma_.lower() in {"member", "ally"}:
            return implied_organisation(scene)
        if whole:
            return implied_organisation(scene)
        return _container(scene, head)
    return None


def _possessive(head: "Token") -> bool:
    return any(child.dep_ == "poss" and child.tag_ == "PRP$" for child in head.children)


def _container(scene: Scene, head: "Token") -> str | None:
    """ "an alliance of 32 countries": the noun before "of"."""
    if head.dep_ == "pobj" and head.head.lower_ == "of":
        return _known(scene, organisations_of(scene, head.head.head))
    return None


def _is_restricted(scene: Scene, head: "Token", number: "Token") -> bool:
    harmless = scene.lexicon.words("harmless modifiers")
    for child in head.children:
        if child.i in scene.name_at and scene.name_at[child.i].ids("name"):
            continue
        if child.dep_ in _RESTRICTING and child.lower_ not in harmless:
            return True
        if child.dep_ == "prep" and not _is_of_organisation(scene, child):
            return True
        if child.dep_ in {"appos", "conj"}:
            return True
    return any(
        t.lower_ in scene.lexicon.words("additions") or t.lower_ in {"of"} and t.i == number.i + 1
        for t in [*head.children, *number.children]
    )


def _is_of_organisation(scene: Scene, prep: "Token") -> bool:
    return prep.lower_ in {"of", "in"} and any(
        organisations_of(scene, child) for child in prep.children
    )


def _is_definite(scene: Scene, head: "Token", number: "Token") -> bool:
    left = [t.lower_ for t in head.doc[head.left_edge.i : number.i]]
    return bool(set(left) & scene.lexicon.words("whole determiners")) or any(
        child.dep_ == "poss" for child in head.children
    )


def _is_predicated(scene: Scene, head: "Token") -> bool:
    """ "NATO has 32 members", "we are 32 allies", "an alliance of 32 countries"."""
    if head.dep_ in {"dobj", "attr"} and head.head.lemma_.lower() in scene.lexicon.words(
        "having verbs"
    ):
        subjects = [t for t in head.head.children if t.dep_ == "nsubj"]
        return any(organisations_of(scene, t) or t.lower_ in {"we", "it"} for t in subjects)
    return _container(scene, head) is not None


def _things(scene: Scene, found: FoundQuantity, clause: Clause) -> Iterator[Proposal]:
    """ "eight battlegroups": numbers of what the count rules know."""
    root = scene.root_of(found)
    head = root.head if root.dep_ in {"nummod", "compound", "amod"} else root
    if not is_asserted(clause) or head.i < root.i:
        return
    after = fold(scene.doc.text[found.end :]).lower()
    for rule in scene.lexicon.rulebase.counts.values():
        thing = next((t for t in rule.things if _names(after, t, scene)), None)
        if thing is None or not _in_context(scene, rule.context):
            continue
        if _has_addition(scene, head, root):
            yield passed("count", clause, "the number is of some among them")
            continue
        end = found.end + after.index(thing) + len(thing)
        statement = Counted(
            count=rule.id, number=found.quantity.interval, when=_time(scene, clause)
        )
        yield claim_at(scene, "count", Place(found.start, end), statement, clause)


def _names(after: str, thing: str, scene: Scene) -> bool:
    words = scene.lexicon.words("harmless modifiers") | scene.lexicon.words("count modifiers")
    match = re.match(rf"\s*((?:[\w-]+\s+){{0,3}}?){re.escape(thing)}s?\b", after)
    return match is not None and all(word in words for word in match.group(1).split())


def _in_context(scene: Scene, context: list[str]) -> bool:
    if not context:
        return True
    words = {t.lemma_.lower() for t in scene.doc} | {i for n in scene.names for i in n.ids("name")}
    return bool(words & set(context) | set(context) & scene.context.organisations)


def _has_addition(scene: Scene, head: "Token", number: "Token") -> bool:
    additions = scene.lexicon.words("additions")
    words = [t.lower_ for t in [*head.lefts, *number.children, *head.children]]
    return bool(set(words) & additions) or any(
        child.dep_ in {"relcl", "acl"} or (child.dep_ == "prep" and child.lower_ in {"in", "with"})
        for child in head.children
    )


def _overlap(scene: Scene, clause: Clause) -> Iterator[Proposal]:
    """ "23 EU countries are also allies", "of the EU's 27, only A and B are not in NATO"."""
    read = _predicate_organisation(scene, clause)
    if read is None or not is_asserted(clause):
        return
    organisation, outside = read
    others = _other_organisations(scene, clause, organisation)
    if len(others) != 1:
        return
    outside = outside != clause.negated
    groups = (others[0],) if outside else (others[0], organisation)
    without = (organisation,) if outside else ()
    found = arguments(clause)
    named = tuple(i for a in found if a.role == "subject" for i in countries_of(scene, a.token))
    only = any(t.lower_ in scene.lexicon.words("only") for t in clause.tokens)
    if named and only:
        yield claim_in(
            scene,
            "count",
            clause,
            GroupSize(groups=groups, number=None, without=without, named=named, exhaustive=True),
        )
        return
    numbers = [
        q.quantity
        for q in scene.quantities
        if q.quantity.unit == "count"
        and any(_covers(scene, q, a.token) for a in found if a.role == "subject")
    ]
    if len(numbers) == 1:
        yield claim_in(
            scene,
            "count",
            clause,
            GroupSize(groups=groups, number=numbers[0].interval, without=without),
        )


def _covers(scene: Scene, quantity: FoundQuantity, subject: "Token") -> bool:
    root = scene.root_of(quantity)
    return root is subject or root.head is subject


def _predicate_organisation(scene: Scene, clause: Clause) -> tuple[str, bool] | None:
    outside = scene.lexicon.words("outside prepositions")
    groups = {entry.group for entry in scene.lexicon.rulebase.memberships.values()}
    for a in arguments(clause):
        organisations = organisations_of(scene, a.token)
        if a.role in {"in", "to", *outside} and len(organisations) == 1:
            if organisations[0] in groups:
                return organisations[0], a.role in outside
        if a.role in {"attribute", "at"}:
            owned = [i for o in noun_arguments(a.token) for i in organisations_of(scene, o.token)]
            name = name_of(scene, a.token)
            owned += [i for i in _whole_groups(scene, name.ids("group"))] if name else []
            fitting = [i for i in dict.fromkeys(owned) if i in groups]
            if len(fitting) == 1:
                return fitting[0], False
    return None


def _whole_groups(scene: Scene, identities: tuple[str, ...]) -> list[str]:
    groups = scene.lexicon.rulebase.groups
    return [
        groups[i].all_of[0]
        for i in identities
        if len(groups[i].all_of) == 1 and not groups[i].without
    ]


def _other_organisations(scene: Scene, clause: Clause, organisation: str) -> list[str]:
    groups = {entry.group for entry in scene.lexicon.rulebase.memberships.values()}
    found = [
        i
        for name in scene.names
        if scene.root_of(name) in clause.tokens
        for i in name.ids("name")
        if i in groups and i != organisation
    ]
    return list(dict.fromkeys(found))


def _joined(scene: Scene, clause: Clause) -> Iterator[Proposal]:
    """ "Seven countries joined in 2004"."""
    table = scene.lexicon.values("membership verbs")
    verbs = [lemma for lemma in clause.lemmas if str(table.get(lemma, "")).startswith("joined")]
    when, clear = when_of(scene, clause)
    if not verbs or not is_asserted(clause) or when is None or not clear:
        return
    for a in arguments(clause):
        if a.role not in {"subject", "object"} or a.token.lemma_.lower() not in (
            scene.lexicon.words("member nouns")
        ):
            continue
        number = next(
            (
                q
                for q in scene.quantities
                if scene.root_of(q).head is a.token and q.quantity.unit == "count"
            ),
            None,
        )
        organisation = implied_organisation(scene)
        if number is None or organisation is None or _is_partial(scene, a.token):
            continue
        statement = GroupSize(
            groups=(organisation,), number=number.quantity.interval, when=when, joined=True
        )
        yield claim_in(scene, "count", clause, statement)


def _is_partial(scene: Scene, noun: "Token") -> bool:
    return any(
        child.lower_ in scene.lexicon.words("additions") or child.dep_ in {"relcl", "acl"}
        for child in noun.children
    )
