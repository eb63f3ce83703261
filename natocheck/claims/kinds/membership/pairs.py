"""Several countries and several times in one clause, and which goes with which.

"Finland and Sweden joined in 2023 and 2024 respectively", "Finland (2023) and Sweden (2024)",
"since 2004 Latvia and since 2009 Albania", "the EU and NATO in 1995 and 2024".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import msgspec

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in
from natocheck.claims.kinds.membership.bodies import Body, body_at
from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.claims.times import periods_in
from natocheck.model.claims import Belongs, When

_M = TypeVar("_M", Name, FoundPeriod, FoundQuantity)
_JOINT = re.compile(
    r"(?:'s|’s)?\s*(?:,|and|&|then|or)?(?:\s*(?:and|then))?\s*(?:in|on|since|the)?\s*"
)
_OPENING = re.compile(r"\s*\((?:(?:since|in|joined|from|joined in)\s+)?")


@dataclass(frozen=True, eq=False)
class Pair:
    """One country, or one organisation, with its own time or place in the order."""

    members: tuple[str, ...] = ()
    body: str | None = None
    time: FoundPeriod | None = None
    order: int | None = None
    bracketed: bool = False
    shared: bool = False  # the verb is said of all of them, whatever the parser makes of it
    listed: bool = False  # said like the pair before it: "Poland (2004) and Greece (1981)"


def paired(scene: Scene, clause: Clause) -> tuple[Pair, ...]:
    """The pairs of a clause with more than one time or rank; empty if it has none."""
    bracketed = tuple(_bracketed(scene, clause))
    if bracketed:
        return bracketed
    alternating = tuple(_alternating(scene, clause))
    if alternating and len(alternating) == len(_within(scene, clause, scene.periods)):
        return alternating
    times, ranks = _times(scene, clause), _ranks(scene, clause)
    if times and len(times) == len(ranks):
        return tuple(replace(t, order=r.order) for t, r in zip(times, ranks, strict=True))
    return times or ranks


def _within(scene: Scene, clause: Clause, found: Sequence[_M]) -> list[_M]:
    return [each for each in found if scene.root_of(each) in clause.tokens]


def _countries(scene: Scene, clause: Clause) -> list[Name]:
    return [n for n in _within(scene, clause, scene.names) if _ids(scene, n)]


def body_in_pairs(pairs: tuple[Pair, ...]) -> Body | None:
    """The first of several organisations that are each joined at a time of their own."""
    return next((Body(pair.body) for pair in pairs if pair.body is not None), None)


def each_pair(
    scene: Scene, clause: Clause, base: Belongs, pairs: tuple[Pair, ...]
) -> Iterator[Proposal]:
    """What ``base`` says, said of each pair; of countries that ``base`` is not of, nothing."""
    said = False  # whether ``base`` is said of the pair before
    for pair in pairs:
        shared = pair.shared or (pair.listed and said)
        own = tuple(m for m in pair.members if m in base.members)
        said = bool(own) or shared
        if pair.members and not said:
            continue
        members = pair.members if shared else own or base.members
        time = pair.time
        if time is not None and base.mode == "is" and not pair.bracketed and time.relation == "in":
            continue  # "were members in 2015 and 2016": both were in both
        statement = msgspec.structs.replace(
            base,
            members=members,
            organisation=pair.body or base.organisation,
            mode="joined" if pair.bracketed and base.mode == "is" else base.mode,
            when=When(time.period, time.relation) if time is not None else base.when,
            order=pair.order or base.order,
            newest=0 if pair.order or not base.newest else base.newest,
            assumed=base.assumed or (pair.bracketed and base.mode == "is" and not base.newest),
        )
        yield claim_in(scene, "membership", clause, statement)


def _ids(scene: Scene, name: Name) -> tuple[str, ...]:
    return tuple(i for i in name.ids("name") if scene.lexicon.is_country(i))


def _bracketed(scene: Scene, clause: Clause) -> Iterator[Pair]:
    """ "Finland (2023)": a time in brackets right behind a country."""
    text = scene.doc.text
    ends = -1
    for name in _countries(scene, clause):
        for period in scene.periods:
            between = text[name.end : period.start]
            closed = text[period.end : period.end + 1] == ")"
            if closed and _OPENING.fullmatch(between):
                listed = ends >= 0 and _JOINT.fullmatch(text[ends : name.start]) is not None
                yield Pair(_ids(scene, name), time=period, bracketed=True, listed=listed)
                ends = period.end + 1


def _alternating(scene: Scene, clause: Clause) -> Iterator[Pair]:
    """ "Since 2004 Latvia and Estonia, since 2009 Albania", "Poland in 1999, then Croatia in
    2009": each time right before its countries, or right behind them."""
    names, periods = _countries(scene, clause), _within(scene, clause, scene.periods)
    if len(periods) < 2 or not names:
        return
    fronted = periods[0].start < names[0].start
    starts = [p.start for p in periods]
    for number, period in enumerate(periods):
        if fronted:
            end = starts[number + 1] if number + 1 < len(starts) else len(scene.doc.text)
            near = _run(scene, [n for n in names if period.end <= n.start < end])
            apart = scene.text_between(period.end, near[0].start) if near else "none"
        else:
            start = periods[number - 1].end if number else 0
            before = [n for n in names if start <= n.start < period.start]
            near = before if _run(scene, before) == before else []
            apart = scene.text_between(near[-1].end, period.start) if near else "none"
        if not _JOINT.fullmatch(apart):
            return
        yield Pair(tuple(i for n in near for i in _ids(scene, n)), time=period, shared=True)


def _times(scene: Scene, clause: Clause) -> tuple[Pair, ...]:
    """ "Finland and Sweden … in 2023 and 2024": as many times as countries or bodies."""
    periods = periods_in(scene, clause)
    run = _run(scene, sorted(periods, key=lambda p: p.start))
    if len(run) < 2 or len(run) != len(periods):
        return ()
    names = _run_of(scene, _countries(scene, clause), len(run))
    bodies = _run_of(scene, _bodies(scene, clause), len(run))
    if names:
        return tuple(Pair(_ids(scene, n), time=p) for n, p in zip(names, run, strict=True))
    return tuple(
        Pair(body=body_at(scene, scene.root_of(n)), time=p)
        for n, p in zip(bodies, run, strict=bool(bodies))
    )


def _bodies(scene: Scene, clause: Clause) -> list[Name]:
    named = _within(scene, clause, scene.names)
    return [n for n in named if body_at(scene, scene.root_of(n)) is not None]


def _ranks(scene: Scene, clause: Clause) -> tuple[Pair, ...]:
    """ "Finland and Sweden became the 31st and 32nd members": as many ranks as countries."""
    found = _within(scene, clause, scene.quantities)
    ordinals = [q for q in found if q.quantity.unit == "ordinal"]
    run = _run(scene, ordinals)
    names = _run_of(scene, _countries(scene, clause), len(run)) if len(run) > 1 else []
    return tuple(
        Pair(_ids(scene, name), order=int(rank.quantity.value))
        for name, rank in zip(names, run, strict=bool(names))
    )


def _run(scene: Scene, found: Sequence[_M]) -> list[_M]:
    """The first mentions that only "and" and commas join."""
    run: list[_M] = list(found[:1])
    for each in found[1:]:
        if not _JOINT.fullmatch(scene.text_between(run[-1].end, each.start)):
            break
        run.append(each)
    return run


def _run_of(scene: Scene, names: list[Name], number: int) -> list[Name]:
    """The one run of so many names, if all of the names are in it."""
    run = _run(scene, names)
    return run if len(run) == number == len(names) else []
