"""What a sentence says that could be checked: one record type per way of saying it.

A claim's slots hold ids of the rule base, intervals and periods, never words. A slot
that the sentence leaves out is None or empty, and is then not judged.
"""

from typing import Literal

import msgspec

from natocheck.model.report import Stance
from natocheck.model.values import Interval, Period

Relation = Literal["in", "since", "until", "by", "before", "after", "for", "span"]
Operator = Literal["equal", "at-least", "more-than", "at-most", "less-than"]
Trend = Literal["rise", "fall"]


class When(msgspec.Struct, frozen=True):
    """A period and how the claim stands to it: "since 2014", "by 2035", "in May"."""

    period: Period
    relation: Relation = "in"


class Holds(msgspec.Struct, frozen=True, kw_only=True, tag="holds"):
    """A person holds, took up, left or used to hold one of ``offices``.

    Several offices are readings of one title; ``number`` is "the 14th".
    """

    person: str
    offices: tuple[str, ...]
    mode: Literal["holds", "starts", "ends", "former", "future"] = "holds"
    when: When | None = None
    number: int | None = None


class Succeeds(msgspec.Struct, frozen=True, kw_only=True, tag="succeeds"):
    """One person follows another in an office; ``offices`` is empty if it is not said."""

    successor: str
    predecessor: str
    offices: tuple[str, ...] = ()
    when: When | None = None


class Belongs(msgspec.Struct, frozen=True, kw_only=True, tag="belongs"):
    """Each of ``members`` is in, joined, left or applied to ``organisation``."""

    members: tuple[str, ...]
    organisation: str
    mode: Literal["is", "joined", "left", "applied"] = "is"
    negated: bool = False
    when: When | None = None
    order: int | None = None
    newest: bool = False
    founder: bool = False


class GroupSize(msgspec.Struct, frozen=True, kw_only=True, tag="group-size"):
    """How many countries are in all of ``groups`` at once, at ``when`` or now.

    ``joined`` counts those that joined in that period instead; ``only`` names them all.
    """

    groups: tuple[str, ...]
    number: Interval | None
    without: tuple[str, ...] = ()
    when: When | None = None
    joined: bool = False
    named: tuple[str, ...] = ()
    exhaustive: bool = False


class Happened(msgspec.Struct, frozen=True, kw_only=True, tag="happened"):
    """One of ``events`` took place at a time, at a place, with some, for the n-th time."""

    events: tuple[str, ...]
    when: When | None = None
    ended: When | None = None
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    exhaustive: bool = False
    times: Interval | None = None
    order: int | None = None
    negated: bool = False
    upcoming: bool = False


class PledgeNumber(msgspec.Struct, frozen=True):
    """One promised number, its unit, and the words about what it is for."""

    interval: Interval
    value: float
    unit: str
    words: tuple[str, ...]


class Promised(msgspec.Struct, frozen=True, kw_only=True, tag="promised"):
    """What allies pledged: the numbers, where and when, and by when."""

    pledges: tuple[str, ...]
    numbers: tuple[PledgeNumber, ...] = ()
    when: When | None = None
    places: tuple[str, ...] = ()
    deadline: Period | None = None
    review: Period | None = None


class Related(msgspec.Struct, frozen=True, kw_only=True, tag="related"):
    """The relation holds between ``subject`` and ``object``."""

    relation: str
    subject: str
    object: str
    when: When | None = None
    negated: bool = False


class Counted(msgspec.Struct, frozen=True, kw_only=True, tag="counted"):
    """How many there are of what the count rule ``count`` knows."""

    count: str
    number: Interval
    when: When | None = None


class Release(msgspec.Struct, frozen=True):
    """What a sentence says of its figures' source; empty fields were not said."""

    publishers: tuple[str, ...] = ()
    published: Period | None = None


class Operand(msgspec.Struct, frozen=True, kw_only=True):
    """Whose figure: named actors taken one by one, or a group taken together.

    ``total``: the group's sum or the table's own row for it.
    """

    actors: tuple[str, ...] = ()
    total: bool = False
    without: tuple[str, ...] = ()


class SetExpression(msgspec.Struct, frozen=True, kw_only=True):
    """Which members of ``groups`` a predicate is said to hold for.

    all, none; ``count`` of them (an interval), perhaps as a ``share`` in percent;
    ``only`` those ``named``; all ``but`` those named or counted.
    """

    kind: Literal["all", "none", "count", "share", "only", "but", "each"]
    groups: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    number: Interval | None = None


class Measured(msgspec.Struct, frozen=True, kw_only=True, tag="measured"):
    """A statement about the figures of ``measure``.

    form says which slots count:
    value: ``operand`` has ``interval``; set: the ``members`` whose figure lies in
    ``interval``; share: ``operand`` is ``interval`` percent of ``whole``; compare:
    ``operand`` stands in ``operator`` to ``other``, perhaps ``factor`` times; rank:
    ``operand`` is number ``rank`` of ``whole`` from the top or the ``bottom``;
    change: from the first year to the last by ``trend``, ``factor`` or ``interval``.
    """

    form: Literal["value", "set", "share", "compare", "rank", "change"]
    measure: str
    operand: Operand = Operand()
    members: SetExpression | None = None
    whole: Operand | None = None
    other: Operand | None = None
    interval: Interval | None = None
    operator: Operator = "equal"
    factor: Interval | None = None
    rank: int | None = None
    bottom: bool = False
    trend: Trend | None = None
    every_year: bool = False
    any_year: bool = False
    years: tuple[int, ...] = ()
    current: bool = False
    negated: bool = False
    release: Release = Release()


Statement = (
    Holds | Succeeds | Belongs | GroupSize | Happened | Promised | Related | Counted | Measured
)


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One checkable statement of a sentence, with how it is said and by whom.

    ``start`` and ``end`` are offsets into the document; ``fuzzy`` notes names that were
    read although misspelt; ``unread`` are words that may restrict the claim and that no
    slot took up: with any of them the claim cannot be disputed.
    """

    kind: str
    text: str
    start: int
    end: int
    statement: Statement
    stance: tuple[Stance, ...] = ("asserted",)
    speaker: str | None = None
    unread: tuple[str, ...] = ()
    fuzzy: tuple[str, ...] = ()


class Passed(msgspec.Struct, frozen=True, kw_only=True):
    """A kind that looked at some words and made no claim of them, and why."""

    kind: str
    text: str
    reason: str
