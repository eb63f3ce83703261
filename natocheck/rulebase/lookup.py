"""Questions that the rest of natocheck asks the rule base.

Imprecise dates are read widely where they let someone in and narrowly where only a
source's last word keeps someone there: nobody is known to hold an office after it.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain

from natocheck.model.errors import RuleError
from natocheck.model.facts import (
    AnyEntry,
    AnyRule,
    Entry,
    HolderRow,
    MemberRow,
    Membership,
    Occurrence,
    RuleBase,
    Source,
    Stamps,
)
from natocheck.model.values import Period, period_of
from natocheck.rulebase.indexes import Same, indexes_of

_REMEMBERED = 4096


def periods(stamps: Stamps | None) -> list[Period]:
    """Return the periods that a date or a list of dates may mean, in order."""
    if stamps is None:
        return []
    listed = stamps if isinstance(stamps, list) else [stamps]
    return sorted((period_of(stamp) for stamp in listed), key=lambda each: (each.start, each.end))


def earliest(stamps: Stamps) -> dt.date:
    """Return the first day that the dates may mean."""
    return min(period.start for period in periods(stamps))


def latest(stamps: Stamps) -> dt.date:
    """Return the last day that the dates may mean."""
    return max(period.end for period in periods(stamps))


def all_rules(rulebase: RuleBase) -> Iterator[AnyRule]:
    """Yield every entry that can give a verdict, by kind and id."""
    return chain.from_iterable(family.values() for family in _families(rulebase))


def rule_of(rulebase: RuleBase, id: str) -> AnyRule | None:
    """Return the entry of an id, if it is one that can give a verdict."""
    found = (family[id] for family in _families(rulebase) if id in family)
    return next(found, None)


def _families(rulebase: RuleBase) -> tuple[Mapping[str, AnyRule], ...]:
    return (
        rulebase.memberships,
        rulebase.offices,
        rulebase.events,
        rulebase.pledges,
        rulebase.counts,
        rulebase.relations,
        rulebase.reviewed,
        rulebase.measures,
    )


def all_entries(rulebase: RuleBase) -> Iterator[AnyEntry]:
    """Yield every entry: sources, actors, groups, rules, tables, words."""
    return chain(
        rulebase.sources.values(),
        rulebase.actors.values(),
        rulebase.groups.values(),
        all_rules(rulebase),
        rulebase.tables.values(),
        rulebase.words.values(),
    )


def membership_of(rulebase: RuleBase, group_id: str) -> Membership | None:
    """Return the rule that says who belongs to this organisation or group, if any."""
    return indexes_of(rulebase).memberships.get(group_id)


def has_members(rulebase: RuleBase, group_id: str) -> bool:
    """Whether ``members_on`` can answer for this id."""
    actor = rulebase.actors.get(group_id)
    return (
        group_id in rulebase.groups
        or membership_of(rulebase, group_id) is not None
        or (actor is not None and actor.type == "country")
    )


def members_on(rulebase: RuleBase, group_id: str, day: dt.date) -> frozenset[str]:
    """Return the ids of the countries that belong to a group or organisation on ``day``.

    A row with several dates makes a member from the earliest; the last day of a
    membership is a day of it. A country is its own only member. Raises KeyError for an
    id of anything else and RuleError for a group that is made of itself.
    """
    return _members(Same(rulebase), group_id, day)


def member_order(rulebase: RuleBase, organisation: str) -> list[tuple[int, int, str]]:
    """Return the first and last possible rank of each country that ever joined.

    Those that joined on the same day share their ranks: founders (1, 12), a country that
    joined alone (31, 31). Dates that leave the order open widen the ranks. Empty for an
    organisation without a membership rule.
    """
    return list(_order(Same(rulebase), organisation))


def holders_on(rulebase: RuleBase, office_id: str, day: dt.date) -> tuple[HolderRow, ...]:
    """Return the terms of office that may include ``day``: two on a changeover day.

    Without an end, a term is known up to the day on which its holder was last seen.
    None: nobody is known to hold the office, which is not to say that nobody does.
    """
    rows = rulebase.offices[office_id].rows
    return tuple(row for row in rows if earliest(row.since) <= day <= term_end(row))


def term_end(row: HolderRow) -> dt.date:
    """Return the last day on which the holder may be, or is known to be, in office."""
    if row.until is not None:
        return latest(row.until)
    begun = latest(row.since)
    return begun if row.seen is None else max(begun, earliest(row.seen))


def sources_of(rulebase: RuleBase, entry: Entry | HolderRow | Occurrence) -> tuple[Source, ...]:
    """Return the sources that an entry or a row of one names, in its order."""
    named = [*getattr(entry, "sources", ())]
    if isinstance(source := getattr(entry, "source", None), str):
        named.append(source)
    return tuple(rulebase.sources[id] for id in named if id in rulebase.sources)


def places_by_name(rulebase: RuleBase) -> dict[str, tuple[str, ...]]:
    """Return the ids of places and countries by each of their names in lower case."""
    return _places(Same(rulebase))


@lru_cache(maxsize=8)
def _places(key: Same) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for actor in key.rulebase.actors.values():
        if actor.type in {"place", "country"}:
            for name in {actor.name.casefold(), *(a.casefold() for a in actor.aliases)}:
                found.setdefault(name, []).append(actor.id)
    return {name: tuple(ids) for name, ids in found.items()}


@lru_cache(maxsize=_REMEMBERED)
def _members(key: Same, group_id: str, day: dt.date) -> frozenset[str]:
    return _resolved(key.rulebase, group_id, day, ())


def _resolved(rulebase: RuleBase, id: str, day: dt.date, within: tuple[str, ...]) -> frozenset[str]:
    """Resolve one id; ``within`` are the groups on the way to it."""
    if id in within:
        raise RuleError(f"{id}: the group is made of itself: mend its all_of or without")
    rule = membership_of(rulebase, id)
    if rule is not None:
        return frozenset(row.member for row in rule.rows if _belongs(row, day))
    group = rulebase.groups.get(id)
    if group is None:
        if has_members(rulebase, id):
            return frozenset({id})
        raise KeyError(id)
    path = (*within, id)
    common = [_resolved(rulebase, part, day, path) for part in group.all_of]
    left_out = [_resolved(rulebase, part, day, path) for part in group.without]
    shared = frozenset.intersection(*common) if common else frozenset()
    return (frozenset(group.members) | shared).difference(*left_out)


def _belongs(row: MemberRow, day: dt.date) -> bool:
    return earliest(row.since) <= day and (row.until is None or day <= latest(row.until))


@lru_cache(maxsize=_REMEMBERED)
def _order(key: Same, organisation: str) -> tuple[tuple[int, int, str], ...]:
    rule = membership_of(key.rulebase, organisation)
    joined: dict[str, tuple[dt.date, dt.date]] = {}
    for row in sorted(rule.rows if rule else [], key=lambda row: earliest(row.since)):
        joined.setdefault(row.member, (earliest(row.since), latest(row.since)))
    spans = joined.values()
    ranks = (
        (
            1 + sum(other_end < start for _, other_end in spans),
            len(spans) - sum(other_start > end for other_start, _ in spans),
            member,
        )
        for member, (start, end) in joined.items()
    )
    return tuple(sorted(ranks))
