"""Records of the rule base as the words that a construction is filled with.

A record has the words of what is right and of what is wrong; which records are drawn is
fixed by a seed.
"""

import calendar
import datetime as dt
import random
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from natocheck.model.facts import HolderRow, MemberRow, Occurrence, Office, RuleBase, Stamps
from natocheck.rulebase.lookup import holders_on, latest, members_on, periods

from .said import EVENTS, NUMBERS

TODAY = dt.date(2025, 10, 1)
SEED = 20251001
_NUMBERS = dict(enumerate(NUMBERS, start=1))
_BODIES = {"nato": "NATO", "eu": "the EU"}
_NOUNS = {"nato": "alliance", "eu": "bloc"}
_LEADS = "battlegroup-framework-nations"
_SHARE = "defence-share"
_NO_FORCES = "iceland"
Words = dict[str, str]


class Record(NamedTuple):
    """The words of a record, right and corrupted in one slot, and its article's date."""

    right: Words
    wrong: Words
    on: dt.date = TODAY


def records(rules: RuleBase, kind: str) -> list[Record]:
    """The records of a kind, in an order drawn by the seed, each with a second beside it."""
    chance = random.Random(f"{SEED}{kind}")
    drawn = list(_DRAW[kind](rules))
    chance.shuffle(drawn)
    return list(_paired(drawn))


def _paired(drawn: list[Record]) -> Iterator[Record]:
    """Give each record the words of the next like it, right both times, as {x2}."""
    for at, one in enumerate(drawn):
        others = drawn[at + 1 :] + drawn[:at]
        two = next(r for r in [*others, one] if r.right.get("body") == one.right.get("body"))
        beside = {f"{name}2": word for name, word in two.right.items()}
        yield Record(one.right | beside, one.wrong | beside, one.on)


def dates(stamps: Stamps, off: int = 0) -> Words:
    """A date as year, as month and year and as day, perhaps some years off."""
    day = latest(stamps)
    year = day.year + off
    return {
        "y": str(year),
        "my": f"{calendar.month_name[day.month]} {year}",
        "d": f"{day.day} {calendar.month_name[day.month]} {year}",
    }


def _is_day(stamps: Stamps) -> bool:
    return all(period.start == period.end for period in periods(stamps))


def _named(rules: RuleBase, actor: str) -> str:
    name = rules.actors[actor].name
    return f"the {name}" if name.startswith(("United", "Netherlands")) else name


def _memberships(rules: RuleBase) -> Iterator[Record]:
    for membership in rules.memberships.values():
        if membership.group not in _BODIES:
            continue
        for row in membership.rows:
            if row.until is None and _is_day(row.since) and latest(row.since).year > 1980:
                yield _member(rules, membership.group, row)


def _member(rules: RuleBase, group: str, row: MemberRow) -> Record:
    words = {"m": _named(rules, row.member), "body": _BODIES[group]}
    return Record(words | dates(row.since), words | dates(row.since, off=-3))


def _terms(rules: RuleBase) -> Iterator[tuple[Office, HolderRow, str]]:
    """Each office with who held it today, alone, and the name of whose office it is."""
    for office in rules.offices.values():
        holders = holders_on(rules, office.id, TODAY)
        if len(holders) == 1 and office.of in rules.actors and not holders[0].acting:
            yield office, holders[0], _named(rules, office.of)


def _title(office: Office, owner: str) -> Words:
    title = [*office.titles, *office.full_titles][0]
    full = f"{title} of {owner}"
    return {"title": f"{owner}'s {title}", "bare title": full, "The title": f"The {full}"} | {
        "Title": f"{owner[0].upper()}{owner[1:]}'s {title}"
    }


def _starts(rules: RuleBase) -> Iterator[Record]:
    for office, row, owner in _terms(rules):
        terms = [r for r in office.rows if r.person == row.person]
        if len(terms) == 1 and _is_day(row.since):
            words = _title(office, owner) | {"who": rules.actors[row.person].name}
            yield Record(words | dates(row.since), words | dates(row.since, off=-3))


def _before(office: Office, row: HolderRow) -> HolderRow | None:
    """Who held an office right before a term, if that is known and was another person."""
    day = latest(row.since) - dt.timedelta(days=2)
    ended = [r for r in office.rows if r.until is not None and latest(r.until) >= day]
    earlier = [r for r in ended if latest(r.since) < day and r.person != row.person]
    return earlier[0] if len(earlier) == 1 and not earlier[0].acting else None


def _holders(rules: RuleBase) -> Iterator[Record]:
    for office, row, owner in _terms(rules):
        previous = _before(office, row)
        if previous is None or latest(row.since) > TODAY - dt.timedelta(days=120):
            continue
        words, names = _title(office, owner), rules.actors
        yield Record(
            words | {"who": names[row.person].name}, words | {"who": names[previous.person].name}
        )


def _successions(rules: RuleBase) -> Iterator[Record]:
    for office, row, owner in _terms(rules):
        previous = _before(office, row)
        older = previous and _before(office, previous)
        if previous is None or older is None or row.person == older.person:
            continue
        names = rules.actors
        words = _title(office, owner) | {"who": names[row.person].name}
        yield Record(
            words | {"prev": names[previous.person].name},
            words | {"prev": names[older.person].name},
        )


def _events(rules: RuleBase) -> Iterator[Record]:
    for said in EVENTS:
        row = rules.events[said["rule"]].rows[0]
        words = said | {
            "Subject": said["subject"][0].upper() + said["subject"][1:],
            "The noun": f"The {said['noun']}",
            "the noun": f"the {said['noun']}",
        }
        yield Record(words | dates(row.date), words | dates(row.date, off=-2))


def _summits(rules: RuleBase) -> Iterator[Record]:
    rows = [r for r in rules.events["nato-summits"].rows if r.places and _when(r) < TODAY]
    years = [_when(r).year for r in rows]
    for row, other in zip(rows, rows[4:] + rows[:4], strict=True):
        if years.count(_when(row).year) == 1 and other.places[0] != row.places[0]:
            words = dates(row.date)
            yield Record(words | {"place": row.places[0]}, words | {"place": other.places[0]})


def _when(row: Occurrence) -> dt.date:
    return latest(row.date)


def _shares(rules: RuleBase) -> tuple[dict[str, float], int]:
    """The newest shares of GDP of all allies by today, and their year."""
    members = members_on(rules, "nato", TODAY) - {_NO_FORCES}
    whole = [t for t in rules.tables.values() if t.measure == _SHARE and t.publisher == "NATO"]
    whole = [t for t in whole if latest(t.published) < TODAY and members <= t.cells.keys()]
    newest = max(whole, key=lambda table: latest(table.published))
    year = max(set.intersection(*(set(newest.cells[actor]) for actor in members)))
    return {actor: newest.cells[actor][year] for actor in sorted(members)}, year


def _values(rules: RuleBase) -> Iterator[Record]:
    shares, year = _shares(rules)
    for actor, share in shares.items():
        words = {"a": _named(rules, actor), "y": str(year)}
        yield Record(words | {"v": f"{share:.2f}"}, words | {"v": f"{share + 1.1:.2f}"})


def _comparisons(rules: RuleBase) -> Iterator[Record]:
    shares, year = _shares(rules)
    ranked = sorted(shares, key=lambda actor: -shares[actor])
    for more, less in zip(ranked, ranked[12:], strict=False):
        one, two, years = _named(rules, more), _named(rules, less), {"y": str(year)}
        yield Record({"a": one, "b": two} | years, {"a": two, "b": one} | years)


def _sets(rules: RuleBase) -> Iterator[Record]:
    shares, year = _shares(rules)
    for tenths in range(14, 34):
        level = tenths / 10
        count = sum(share >= level for share in shares.values())
        close = any(abs(share - level) < 0.006 for share in shares.values())
        if not close and 1 < count < 28:
            words = {"t": f"{level:g}", "y": str(year)}
            yield Record(words | _counted(count), words | _counted(count + 4))


def _counted(number: int) -> Words:
    said = _NUMBERS.get(number, str(number))
    return {"n": said, "N": said[0].upper() + said[1:]}


def _counts(rules: RuleBase) -> Iterator[Record]:
    for group, body in _BODIES.items():
        for year in (2005, 2008, 2012, 2016, 2019, 2021, 2022, 2024, 2025):
            on = dt.date(year, 6, 15)
            size = len(members_on(rules, group, on))
            words = {"body": body, "noun": _NOUNS[group]}
            yield Record(words | _counted(size), words | _counted(size + 5), on)


def _relations(rules: RuleBase) -> Iterator[Record]:
    rows = [
        r
        for r in rules.relations[_LEADS].rows
        if (r.until is None or latest(r.until) > TODAY)
        and r.subject != r.object
        and latest(r.since or 0) < TODAY
    ]
    for row, other in zip(rows, rows[2:] + rows[:2], strict=True):
        words = {"o": _named(rules, row.object)}
        yield Record(
            words | {"s": _named(rules, row.subject)}, words | {"s": _named(rules, other.subject)}
        )


def _pledges(rules: RuleBase) -> Iterator[Record]:
    for pledge in rules.pledges.values():
        part = next((p for p in pledge.parts if p.total), pledge.parts[0])
        if pledge.deadline is None or not pledge.places or latest(pledge.made) > TODAY:
            continue
        if part.unit == "percent-of-gdp":
            words = {"place": pledge.places[0], "by": str(pledge.deadline)} | dates(pledge.made)
            yield Record(words | {"v": f"{part.value:g}"}, words | {"v": f"{part.value + 1.5:g}"})


_DRAW: dict[str, Callable[[RuleBase], Iterable[Record]]] = {
    "membership": _memberships,
    "office-start": _starts,
    "office-holder": _holders,
    "succession": _successions,
    "event-date": _events,
    "summit-place": _summits,
    "measure-value": _values,
    "measure-compare": _comparisons,
    "measure-set": _sets,
    "count": _counts,
    "relation": _relations,
    "pledge": _pledges,
}
