"""One release in the light of a day and a year: whose figure it gives, and how it reads."""

import datetime as dt
from dataclasses import dataclass

from natocheck.model.claims import Operand
from natocheck.model.facts import Measure, RuleBase
from natocheck.rulebase.lookup import has_members, members_on
from natocheck.verdicts import wording
from natocheck.verdicts.figures.tables import Edition, Figure

UNITS = {"percent": " %", "usd": " US dollars", "count": "", "thousand-usd": " US dollars"}
_VAGUE = 0.05
_PRINTED = 0.02


@dataclass(frozen=True)
class Bench:
    """One release with the measure it is of, in the light of a day and a year.

    ``margin``: by what part of itself a figure may be off where others count otherwise.
    """

    edition: Edition
    rulebase: RuleBase
    measure: Measure
    day: dt.date
    year: int
    margin: float = 0.0

    def width(self, figure: Figure) -> float:
        """By how much a figure may be off either way."""
        return max(figure.slack, figure.spread, self.margin * abs(figure.value))

    @property
    def moment(self) -> dt.date:
        """The day on which membership of a group counts: the year's end, or today."""
        return min(self.day, dt.date(self.year, 12, 31))

    def figure(self, operand: Operand, actor: str) -> Figure | None:
        """The figure of one actor of an operand, or of the operand as a whole."""
        if operand.without:
            return self.together(self.members(actor) - self.members(*operand.without))
        if self.edition.has_row(actor) or not has_members(self.rulebase, actor):
            return self.edition.figure(actor, self.year)
        members = self.members(actor)
        if members == {actor}:
            return self.edition.figure(actor, self.year)
        return self.edition.total(actor, self.year, self.moment, self.measure)

    def members(self, *actors: str) -> frozenset[str]:
        """The countries that actors are or have as members; none of those that have none."""
        known = [actor for actor in actors if has_members(self.rulebase, actor)]
        return frozenset[str]().union(
            *(members_on(self.rulebase, actor, self.moment) for actor in known)
        )

    def together(self, members: frozenset[str]) -> Figure | None:
        """The figure of countries taken as one."""
        return self.edition.together(members, self.year, self.moment, self.measure)

    def name(self, operand: Operand, actor: str) -> str:
        """ "NATO members outside United States"."""
        name = wording.name(self.rulebase, actor)
        outside = " and ".join(wording.name(self.rulebase, a) for a in operand.without)
        return f"{name} outside {outside}" if outside else name

    def show_of(self, operand: Operand, actor: str) -> str:
        """ "Poland 4.48 %" of one actor of an operand."""
        return self.put(self.name(operand, actor), self.figure(operand, actor))

    def show(self, actor: str, figure: Figure | None) -> str:
        """ "Poland 4.48 %"."""
        return self.put(wording.name(self.rulebase, actor), figure)

    def put(self, name: str, figure: Figure | None) -> str:
        """A name with its figure as the release prints it."""
        if figure is None:
            return f"{name} not given"
        about = " (older release)" if figure.revised else ""
        value = self.digits(figure)
        if is_vague(figure):
            ends = (figure.value - figure.slack, figure.value + figure.slack)
            value = " to ".join(f"{end:.1f}" for end in ends)
        return f"{name} {value}{UNITS[self.measure.unit]}{about}"

    def digits(self, figure: Figure) -> str:
        """A figure with the digits that its release prints: 4.00, not 4."""
        if self.measure.unit != "percent":
            return wording.number(round(figure.value, 2))
        return f"{figure.value:.{2 if figure.slack < _PRINTED else 1}f}"


def single_actors(bench: Bench, operand: Operand) -> list[str]:
    """The countries that a statement about each of several is about."""
    found = []
    for actor in operand.actors:
        group = bench.rulebase.groups.get(actor)
        if group is not None and not operand.total:
            found += sorted(bench.members(actor))
        else:
            found.append(actor)
    return found


def sum_of(bench: Bench, operand: Operand) -> tuple[str, Figure | None]:
    """The figure of several actors taken as one, and the name for it; none if one's is not
    known."""
    actors = tuple(single_actors(bench, operand))
    members = bench.members(*actors) - bench.members(*operand.without)
    known = all(bench.figure(operand, actor) is not None for actor in actors)
    return wording.names(bench.rulebase, actors), bench.together(members) if known else None


def is_vague(figure: Figure) -> bool:
    """Whether a release gives bounds only, not a figure that it rounded."""
    return figure.slack > _VAGUE * abs(figure.value) and not figure.revised
