"""Which place a figure takes among those of a group, and whether it is the claimed one."""

from dataclasses import dataclass

from natocheck.model.claims import Measured, SetExpression
from natocheck.model.values import Answer
from natocheck.verdicts.figures.answers import NOTHING, Reckoned, every
from natocheck.verdicts.figures.bench import Bench
from natocheck.verdicts.figures.sets import universe
from natocheck.verdicts.figures.tables import Figure

_FEWEST = 3


@dataclass(frozen=True)
class Ranking:
    """The figures of a group in order, from the top or the bottom; ``unread`` are missing."""

    figures: dict[str, Figure]
    unread: int
    bottom: bool

    @property
    def ordered(self) -> list[str]:
        """The actors, the first place first."""
        return sorted(self.figures, key=lambda a: (-self._gap(a, 0.0), a))

    def places(self, actor: str) -> tuple[int, int]:
        """The first and the last place that an actor's figure may take."""
        own = self.figures[actor]
        gaps = [(self._gap(a, own.value), _slack(own, f)) for a, f in self.figures.items()]
        better = sum(1 for gap, slack in gaps if gap > slack)
        equal = sum(1 for gap, slack in gaps if abs(gap) <= slack)
        return better + 1, better + equal + self.unread

    def _gap(self, actor: str, value: float) -> float:
        """By how much an actor is before a value."""
        gap = self.figures[actor].value - value
        return -gap if self.bottom else gap


def ranks_group(claim: Measured, bench: Bench) -> bool:
    """Whether a release lists so many of a group that there is an order among them."""
    return len(_ranking(claim, bench).figures) >= _FEWEST


def rank(claim: Measured, bench: Bench) -> Reckoned:
    """Whether the actors' places among the members of a group are the claimed ones."""
    assert claim.rank is not None
    actors = claim.operand.actors
    ranking = _ranking(claim, bench)
    if not set(actors) <= set(ranking.figures) or len(ranking.figures) < _FEWEST:
        return NOTHING
    answer = every([_answer(claim, ranking, actor) for actor in actors])
    end = "from the bottom" if claim.bottom else "from the top"
    shown = ", ".join(
        f"{bench.show(actor, ranking.figures[actor])}: number {ranking.places(actor)[0]}"
        for actor in actors
    )
    listed = ", ".join(
        f"{i}. {bench.show(a, ranking.figures[a])}"
        for i, a in enumerate(ranking.ordered[: max(3, claim.rank)], 1)
    )
    place = f"{shown} {end} of {len(ranking.figures)} in {bench.year}"
    return Reckoned(answer, place, (f"{end}: {listed}",))


def _ranking(claim: Measured, bench: Bench) -> Ranking:
    group = SetExpression(kind="all", groups=claim.whole.actors if claim.whole else ())
    inside = universe(group, bench)
    figures = {
        a: figure
        for a in {*inside, *claim.operand.actors}
        if (figure := bench.edition.figure(a, bench.year)) is not None
    }
    unread = sum(1 for a in inside if bench.edition.is_unread(a, bench.year))
    return Ranking(figures, unread, claim.bottom)


def _answer(claim: Measured, ranking: Ranking, actor: str) -> Answer | None:
    assert claim.rank is not None
    first, last = ranking.places(actor)
    wanted = range(1, claim.rank + 1) if claim.within else range(claim.rank, claim.rank + 1)
    possible = range(first, last + 1)
    if not set(possible) & set(wanted):
        return "no"
    if set(possible) <= set(wanted):
        return "yes"
    return None if ranking.unread else "edge"


def _slack(left: Figure, right: Figure) -> float:
    return (left.slack + right.slack) * (1.0 if left.revised or right.revised else 0.99)
