"""An office through the years: the rules that keep parts of its record, read as one.

"us-president" goes on where "us-president-until-2009" ends. Only together do they tell
whether a time is on record, and that a title means this one office.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from natocheck.model.facts import HolderRow, Office, RuleBase
from natocheck.model.values import Period
from natocheck.rulebase.indexes import Same, indexes_of
from natocheck.rulebase.lookup import earliest, latest, term_end

_DAY = dt.timedelta(days=1)
_YEAR = dt.timedelta(days=366)  # where one record ends and the next begins, by the year alone
_VACANCY = dt.timedelta(days=60)
_REMEMBERED = 512


@dataclass(frozen=True, eq=False)
class Line:
    """The parts of an office's record, the oldest first."""

    parts: tuple[Office, ...]

    @cached_property
    def rows(self) -> tuple[HolderRow, ...]:
        """All terms on record, in order."""
        return tuple(row for part in self.parts for row in part.rows)

    @property
    def newest(self) -> Office:
        """The part that goes on to the present."""
        return self.parts[-1]

    def office_of(self, row: HolderRow) -> Office:
        """The part that a term stands in."""
        return next(part for part in self.parts if row in part.rows)

    def terms_of(self, person: str) -> list[HolderRow]:
        """Every term of a person on record."""
        return [row for row in self.rows if row.person == person]

    def holders_in(self, days: Period) -> tuple[HolderRow, ...]:
        """The terms that may include any of these days."""
        return tuple(
            row
            for row in self.rows
            if earliest(row.since) <= days.end and days.start <= term_end(row)
        )

    def holders_on(self, day: dt.date) -> tuple[HolderRow, ...]:
        """The terms that may include ``day``: two on a changeover day."""
        return self.holders_in(Period(day, day, "day"))

    def is_complete(self, day: dt.date) -> bool:
        """Whether no term of that day or of later ones is missing, or its holder is known."""
        since = self.newest.complete_since
        return (since is not None and day >= earliest(since)) or self.covers(
            Period(day, day, "day")
        )

    def covers(self, days: Period) -> bool:
        """Whether nobody can have been in office on one of these days but who is on record."""
        return any(days.within(stretch) for stretch in self._stretches)

    @cached_property
    def _stretches(self) -> tuple[Period, ...]:
        """The times on record: terms that adjoin, and what is said to be complete.

        Of an office that is nowhere complete others may have held it beside those on record.
        """
        if self.newest.complete_since is None:
            return ()
        return (*_adjoining(self.rows), *_said_complete(self.parts))

    def takes_over(self, row: HolderRow) -> bool:
        """Whether a term begins where that of somebody else has ended: not any earlier."""
        i = self.rows.index(row)
        if i == 0 or self.rows[i - 1].person == row.person:
            return False
        ended = self.rows[i - 1].until
        return ended is not None and earliest(row.since) - latest(ended) <= _VACANCY


def lines_of(rulebase: RuleBase, offices: tuple[str, ...]) -> tuple[Line, ...]:
    """The lines that these offices are parts of, each once."""
    key = Same(rulebase)
    parts = dict.fromkeys(_parts_of(key, office) for office in offices)
    return tuple(_line(key, each) for each in parts)


@lru_cache(maxsize=_REMEMBERED)
def _line(key: Same, parts: tuple[str, ...]) -> Line:
    return Line(tuple(key.rulebase.offices[part] for part in parts))


@lru_cache(maxsize=_REMEMBERED)
def _parts_of(key: Same, office: str) -> tuple[str, ...]:
    """The ids of all parts of the line that an office belongs to, the oldest first."""
    parts = [key.rulebase.offices[office]]
    related = indexes_of(key.rulebase).offices_of[parts[0].of]
    while (before := _one(o for o in related if _continues(o, parts[0]))) is not None:
        parts.insert(0, before)
    while (after := _one(o for o in related if _continues(parts[-1], o))) is not None:
        parts.append(after)
    return tuple(part.id for part in parts)


def _one(found: Iterator[Office]) -> Office | None:
    offices = list(found)
    return offices[0] if len(offices) == 1 else None


def _continues(old: Office, new: Office) -> bool:
    """Whether the record of an office of the same title begins where another's ends."""
    ended = old.rows[-1].until
    titled = {*old.titles, *old.full_titles} & {*new.titles, *new.full_titles}
    if ended is None or not titled:
        return False
    begun = earliest(new.rows[0].since)
    return earliest(old.rows[0].since) < begun and abs(begun - latest(ended)) <= _YEAR


def _adjoining(rows: tuple[HolderRow, ...]) -> list[Period]:
    found: list[Period] = []
    for row in rows:
        begun, ended = earliest(row.since), term_end(row)
        if found and begun <= found[-1].end + _DAY:
            found[-1] = Period(found[-1].start, max(found[-1].end, ended), "range")
        else:
            found.append(Period(latest(row.since), ended, "range"))
    return found


def _said_complete(parts: tuple[Office, ...]) -> Iterator[Period]:
    for part in parts:
        if part.complete_since is not None:
            yield Period(earliest(part.complete_since), term_end(part.rows[-1]), "range")
