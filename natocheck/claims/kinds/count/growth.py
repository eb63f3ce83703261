"""How an organisation grew or shrank: "from 12 members to 32", "to 29", "doubled in size"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in, is_asserted
from natocheck.claims.kinds.count.sizes import number_of
from natocheck.claims.kinds.count.wholes import is_one_of_several
from natocheck.claims.kinds.membership.bodies import Body, body_of, group_body, implied_body
from natocheck.claims.kinds.membership.moments import UNITS
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.claims.times import one_time, periods_in
from natocheck.claims.verbs import auxiliaries
from natocheck.model.claims import GroupGrew, GroupSize, When
from natocheck.model.facts import Membership
from natocheck.model.values import Period
from natocheck.rulebase.lookup import earliest, membership_of, periods

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_AT_SOME_TIME = "at some time"


def growth(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """The first size, the last size and the ratio that a clause of growing gives."""
    if not is_asserted(clause) or {"future", "negated"} & set(clause.stance):
        return
    if _is_of_some(scene, clause):
        return
    factor = _factor(scene, clause)
    growing = clause.head.lemma_.lower() in scene.lexicon.words("growth verbs")
    shrinking = clause.head.lemma_.lower() in scene.lexicon.words("shrinking verbs")
    if factor is None and not growing and not shrinking:
        return
    body = _grown(scene, clause, clauses)
    if body is None:
        return
    if shrinking and factor is None:
        yield from _shrunk(scene, clause, body)
    first, last = _end(scene, clause, "from"), _end(scene, clause, "to")
    vague = last is not None and not _is_dated(scene, clause, last, first)
    if factor is not None and first is None and last is None:
        since = _since(scene, clause)
        grew = GroupGrew(group=body.id, factor=factor.quantity.interval, since=since)
        yield claim_in(scene, "count", clause, grew)
    if first is not None and first.quantity.value:
        since = _time_beside(scene, clause, first) or _since(scene, clause)
        grew = GroupGrew(group=body.id, first=first.quantity.interval, since=since)
        claim = claim_in(scene, "count", clause, grew)
        yield msgspec.structs.replace(claim, partial=(_AT_SOME_TIME,) if vague else ())
    spanned = any(period.relation == "span" for period in periods_in(scene, clause))
    if last is not None and not spanned:  # "between 1990 and 2024": by the end of it
        number = last.quantity.interval
        when = _time_of_last(scene, clause, last, first)
        size = GroupSize(groups=(body.id,), number=number, when=when, assumed=body.assumed)
        doubts = (_AT_SOME_TIME,) if vague else ()
        yield claim_in(scene, "count", clause, size, doubts=doubts)


def _is_of_some(scene: Scene, clause: Clause) -> bool:
    """ "The number of allies that spend 2 percent rose": not of all of them."""
    nouns = scene.lexicon.words("counting nouns")
    tallies = [t for t in clause.tokens if t.dep_ == "nsubj" and t.lemma_.lower() in nouns]
    return any(t.dep_ in {"relcl", "acl"} for tally in tallies for t in tally.subtree)


def _shrunk(scene: Scene, clause: Clause, body: Body) -> Iterator[Proposal]:
    """ "Shrank to 16 members in 1982", "has shrunk since 1990": which way it went."""
    own, _ = one_time(tuple(p for p in periods_in(scene, clause) if p.relation == "in"))
    since = own or _since(scene, clause)
    if since is not None:
        grew = GroupGrew(group=body.id, since=since, shrank=True)
        yield claim_in(scene, "count", clause, grew)


def _time_of_last(
    scene: Scene, clause: Clause, last: FoundQuantity, first: FoundQuantity | None
) -> When | None:
    """When it had grown to so many."""
    return _time_beside(scene, clause, last) or (None if first else _own_time(scene, clause))


def _is_dated(
    scene: Scene, clause: Clause, last: FoundQuantity, first: FoundQuantity | None
) -> bool:
    """Whether it is known when it had its last size: then, or now."""
    dated = _time_of_last(scene, clause, last, first) is not None
    return dated or _is_of_today(scene, clause)


def _is_of_today(scene: Scene, clause: Clause) -> bool:
    """Whether a clause without a date tells how things stand: "has grown to 32", but not
    "grew to 16" nor "had grown to 15 within six years"."""
    verbs = {t.tag_ for t in (clause.head, *auxiliaries((clause.head,)))}
    lasts = any(
        found.quantity.unit in UNITS and scene.root_of(found) in clause.tokens
        for found in scene.quantities
    )
    return not lasts and "VBD" not in verbs


def _factor(scene: Scene, clause: Clause) -> FoundQuantity | None:
    """ "Has more than doubled": the ratio, if the clause's verb says it."""
    for found in scene.quantities:
        if found.quantity.unit == "times" and clause.head in scene.tokens_of(found):
            return found
    return None


def _grown(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Body | None:
    """What grew in number: a counted membership, or an organisation "in size"."""
    children = list(clause.head.children)
    subjects = [t for t in children if t.dep_ in {"nsubj", "nsubjpass", "dobj"}]
    counted = number_of(scene, subjects)
    if counted is not None:
        return counted
    objects = [t for t in children if t.dep_ == "dobj"]
    bodies = [b for t in [*objects, *subjects] if (b := body_of(scene, t)) is not None]
    if any(body_of(scene, t) is None for t in objects):
        return None
    if not bodies:
        return _begun(scene, clause, clauses)
    return bodies[0] if _is_in_number(scene, clause) else None


def _is_in_number(scene: Scene, clause: Clause) -> bool:
    """Whether it grew "in size", or numbers beside a word for members."""
    words = {t.lemma_.lower() for t in clause.tokens}
    return (
        bool(words & scene.lexicon.words("size words"))
        or any(_is_member(scene, t) for t in clause.tokens if t.dep_ == "pobj")
        or _has_bare_ends(scene, clause)
    )


def _has_bare_ends(scene: Scene, clause: Clause) -> bool:
    """ "Has grown from 12 to 32", both small whole numbers without another noun."""
    ends = [_end(scene, clause, word) for word in ("from", "to")]
    return all(end is not None and end.quantity.bound == "exact" for end in ends)


def _is_member(scene: Scene, token: "Token") -> bool:
    nouns = scene.lexicon.words("member nouns")
    return token.lemma_.lower() in nouns or group_body(scene, token) is not None


def _begun(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Body | None:
    """ "What began as a club of ten in 1949": known by the year of its founding."""
    for other in clauses:
        if other.parent is clause and other.head.dep_ == "csubj":
            return founded_then(scene, other)
    return None


def _end(scene: Scene, clause: Clause, word: str) -> FoundQuantity | None:
    """The number after "from" or "to", if what it counts are members or nothing else."""
    for found in scene.quantities:
        root = scene.root_of(found)
        noun = root.head if root.dep_ == "nummod" else root
        first = scene.tokens_of(found)[0]
        before = first.nbor(-1).lower_ if first.i else ""
        if found.quantity.unit != "count" or before != word or root not in clause.tokens:
            continue
        if is_one_of_several(scene, found):
            continue
        if noun == root or noun.dep_ == "prep" or _is_member(scene, noun):
            return found
    return None


def _time_beside(scene: Scene, clause: Clause, found: FoundQuantity) -> When | None:
    """ "16 members in 1990", "32 today": the period right behind the number's phrase."""
    tail = scene.doc.text[found.end :]
    for period in periods_in(scene, clause):
        words = tail[: max(0, period.start - found.end)].split()
        if period.start > found.end and len(words) <= 3 and "to" not in words:
            return When(period.period)
    return None


def _own_time(scene: Scene, clause: Clause) -> When | None:
    """The clause's time if it is that of the growing and not that of its start."""
    own = tuple(p for p in periods_in(scene, clause) if p.relation == "in")
    when, _ = one_time(own)
    # What it has grown to is the size at the end of the period, not at its start.
    return None if when is None else When(Period(when.period.end, when.period.end, "day"))


def _since(scene: Scene, clause: Clause) -> When | None:
    found: list[FoundPeriod] = [p for p in periods_in(scene, clause) if p.relation == "since"]
    return When(found[0].period) if len(found) == 1 else None


def beginnings(scene: Scene, clause: Clause, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """ "NATO began with 12 members", "what began as a club of ten in 1949"."""
    if clause.head.lemma_.lower() not in scene.lexicon.words("beginning verbs"):
        return
    if not is_asserted(clause) or clause.negated:
        return
    body = _beginner(scene, clause) or founded_then(scene, clause)
    rule = membership_of(scene.lexicon.rulebase, body.id) if body is not None else None
    number = _begun_with(scene, clause)
    if body is None or rule is None or number is None:
        return
    founding = periods(_first_day(rule))[-1]
    size = GroupSize(
        groups=(body.id,),
        number=number.quantity.interval,
        when=When(founding),
        assumed=body.assumed,
    )
    yield claim_in(scene, "count", clause, size)


def _beginner(scene: Scene, clause: Clause) -> Body | None:
    subjects = [t for t in clause.head.children if t.dep_ in {"nsubj", "nsubjpass"}]
    return next((b for t in subjects if (b := body_of(scene, t)) is not None), None)


def _begun_with(scene: Scene, clause: Clause) -> FoundQuantity | None:
    """The number of members in "with 12 members" and "as a club of ten"."""
    for found in scene.quantities:
        root = scene.root_of(found)
        noun = root.head if root.dep_ == "nummod" else root
        if found.quantity.unit != "count" or noun.dep_ != "pobj" or root not in clause.tokens:
            continue
        club = noun.head.head.lemma_.lower() in scene.lexicon.words("club nouns")
        if noun.head.lower_ == "with" and _is_member(scene, noun):
            return found
        if noun.head.lower_ == "of" and club and (noun == root or _is_member(scene, noun)):
            return found
    return None


def founded_then(scene: Scene, clause: Clause) -> Body | None:
    """The only organisation with a treaty that was founded in the year that the clause names."""
    when, clear = one_time(periods_in(scene, clause))
    if when is None or not clear:
        return implied_body(scene)
    bodies = set(scene.lexicon.values("organisation of").values())
    rules = [scene.lexicon.index.memberships.get(str(body)) for body in bodies]
    begun = [
        rule.group
        for rule in rules
        if rule is not None and when.period.holds(earliest(_first_day(rule)))
    ]
    return Body(begun[0]) if len(begun) == 1 else None


def _first_day(rule: Membership) -> str | int | list[str | int]:
    return min((row.since for row in rule.rows), key=earliest)
