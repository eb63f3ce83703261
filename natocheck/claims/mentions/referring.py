"""A time told from another one that the text has named: "the following year", "that June".

Which one that is, only the sentences around can say (``claims.reference``); here stands
what a wording makes of it.
"""

from collections.abc import Callable
from typing import Literal

import msgspec

from natocheck.model.values import Period

Direction = Literal["same", "after", "before", "open"]
Read = Callable[[Period], Period | None]


class Referring(msgspec.Struct, frozen=True):
    """A wording, where it stands, and how it is read; "open" if no time could settle it."""

    start: int
    end: int
    direction: Direction
    read: Read


def direction_of(step: int) -> Direction:
    """The direction of so many units ahead, or back if negative."""
    return "after" if step > 0 else "before" if step < 0 else "same"


def nothing(base: Period) -> Period | None:
    """How a wording is read that names no day, whatever it is told from."""
    del base
    return None


def resolved(one: Referring, base: Period) -> Period | None:
    """The days that a wording means when it is told from ``base``, or None if none can be."""
    try:
        return one.read(base)
    except (ValueError, OverflowError):  # a day that its month has not
        return None


def year_of(base: Period) -> int | None:
    """The one year that a time lies in, if it is one."""
    return base.start.year if base.start.year == base.end.year else None
