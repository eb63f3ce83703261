"""Answers and the working that led to them, as every form of statement returns them."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from natocheck.model.values import Answer, Interval

if TYPE_CHECKING:
    from natocheck.verdicts.figures.tables import Figure


@dataclass(frozen=True)
class Reckoned:
    """What one release says to a statement: yes, no, on the edge, or None for nothing."""

    answer: Answer | None
    recorded: str = ""
    working: tuple[str, ...] = ()
    caveat: str | None = None
    actors: tuple[str, ...] = field(default=())


NOTHING = Reckoned(None)


def every(answers: list[Answer | None]) -> Answer | None:
    """The answer to "all of these": no if one is no, unknown if one is unknown."""
    if "no" in answers:
        return "no"
    if None in answers or not answers:
        return None
    return "edge" if "edge" in answers else "yes"


def some(answers: list[Answer | None]) -> Answer | None:
    """The answer to "one of these"."""
    if "yes" in answers:
        return "yes"
    if "edge" in answers:
        return "edge"
    return None if None in answers or not answers else "no"


def negation(answer: Answer | None) -> Answer | None:
    """The answer to the contrary."""
    if answer in {None, "edge"}:
        return answer
    return "no" if answer == "yes" else "yes"


def compare(interval: Interval, figure: "Figure | None") -> Answer | None:
    """Whether a figure lies in an interval."""
    return (
        None if figure is None else interval.compare(figure.value, max(figure.slack, figure.spread))
    )
