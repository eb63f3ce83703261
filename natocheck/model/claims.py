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
Span = Literal["year", "month", "day"]


class When(msgspec.Struct, frozen=True):
    """A period and how the claim stands to it: "since 2014", "by 2035", "in May"."""

    period: Period
    relation: Relation = "in"


class Holds(msgspec.Struct, frozen=True, kw_only=True, tag="holds"):
    """A person holds, took up, left or used to hold one of ``offices``.

    mode: "running" still holds what another claim says began, "since" began then and
    has run ever since, "sworn" began or was renewed,
    "held" at ``when`` by a verb that says so, "once" at any time up to now,
    "chosen" appointed or elected, "former" with the term at its end.

    Several offices are readings of one title. ``lasted`` is the length of the term in
    days, ``nth`` how many terms there were with it. ``elsewhen``: the sentence may speak of
    some other time, ``loose``: its words may mean something else than the office; either way
    less can be wrong.
    """

    person: str
    offices: tuple[str, ...]
    mode: Literal[
        "holds",
        "running",
        "held",
        "once",
        "starts",
        "since",
        "sworn",
        "chosen",
        "ends",
        "former",
        "future",
    ] = "holds"
    when: When | None = None
    lasted: Interval | None = None
    negated: bool = False
    elsewhen: bool = False
    loose: bool = False
    nth: int | None = None


class Succeeds(msgspec.Struct, frozen=True, kw_only=True, tag="succeeds"):
    """One person follows another in an office; ``offices`` is empty if it is not said."""

    successor: str
    predecessor: str
    offices: tuple[str, ...] = ()
    when: When | None = None


class Ranks(msgspec.Struct, frozen=True, kw_only=True, tag="ranks"):
    """A person is the ``number``-th holder of an office, or of those from ``nation``."""

    person: str
    offices: tuple[str, ...]
    number: int
    nation: str | None = None


class Supplied(msgspec.Struct, frozen=True, kw_only=True, tag="supplied"):
    """How many holders of an office a country had had, before one of them or by now."""

    nation: str
    offices: tuple[str, ...]
    number: Interval
    before: str | None = None


class Elapsed(msgspec.Struct, frozen=True, kw_only=True, tag="elapsed"):
    """A person's present term has run for some days."""

    person: str
    offices: tuple[str, ...]
    days: Interval


class ComesFrom(msgspec.Struct, frozen=True, kw_only=True, tag="comes-from"):
    """A person is from a country."""

    person: str
    nation: str


class Belongs(msgspec.Struct, frozen=True, kw_only=True, tag="belongs"):
    """Each of ``members`` is in, joined, left or applied to ``organisation``.

    ``assumed``: the sentence does not say which organisation, so it may be another;
    ``newest``: among the so many that joined last.
    """

    members: tuple[str, ...]
    organisation: str
    mode: Literal["is", "joined", "left", "applied"] = "is"
    negated: bool = False
    when: When | None = None
    order: int | None = None
    newest: int = 0
    founder: bool = False
    assumed: bool = False


class JoinedApart(msgspec.Struct, frozen=True, kw_only=True, tag="joined-apart"):
    """``days`` passed between the day on which ``earlier`` joined and that of ``later``.

    Without an order ("within a year of each other") only the distance counts; with ``same``
    it was in the same year or month, or on the same day.
    """

    earlier: str
    later: str
    organisation: str
    days: Interval
    ordered: bool = True
    same: Span | None = None


class GroupSize(msgspec.Struct, frozen=True, kw_only=True, tag="group-size"):
    """How many countries are in all of ``groups`` at once, at ``when`` or now.

    ``joined`` counts those that joined in that period instead; ``exhaustive``: ``named``
    are all of them; ``percent``: the number is a share of the first of the groups.
    ``assumed``: another organisation or only some of the members may be meant;
    ``partial``: words beside the number may pick some out; ``some``: there may be more of
    them, so that a number too small is not wrong. ``maybe``: other times that the sentence
    speaks of, at which the number may have been meant; ``then``: it is told of a past event
    without a date, so that any earlier number may be meant.
    """

    groups: tuple[str, ...]
    number: Interval | None
    without: tuple[str, ...] = ()
    when: When | None = None
    joined: bool = False
    named: tuple[str, ...] = ()
    exhaustive: bool = False
    assumed: bool = False
    percent: bool = False
    partial: bool = False
    some: bool = False
    maybe: tuple[Period, ...] = ()
    then: bool = False


class GroupGrew(msgspec.Struct, frozen=True, kw_only=True, tag="group-grew"):
    """``group`` went from one size to another, or became ``factor`` times as large.

    ``since`` is when it had the first size; None if that is not said. ``shrank``: it only
    became smaller, at ``since`` or from then on.
    """

    group: str
    first: Interval | None = None
    factor: Interval | None = None
    since: When | None = None
    shrank: bool = False


class Figure(msgspec.Struct, frozen=True):
    """A number said of an event: its interval, unit and the lemmas about it."""

    interval: Interval
    unit: str
    words: tuple[str, ...] = ()


class Happened(msgspec.Struct, frozen=True, kw_only=True, tag="happened"):
    """One of ``events`` took place at a time, at a place, by and towards some parties.

    ``number``: how many parties it were; ``order``: for the n-th time, or by whom n-th;
    ``order_there``: surely the n-th at the place ("the first summit in Rome", "its first").
    ``kin``: further events that the same words may mean, whoever takes part.
    ``certain`` is False where the event may be another one: then it is never wrong;
    ``incidental`` where it only sets the scene of something else that the sentence
    claims: then to be right says nothing of the sentence; ``named`` where a noun of a clause
    that tells something names it. ``present``: it is told in the present
    tense, as the headlines of the day do. ``told_from`` are the words of an
    interval ("four months after") by which ``when`` was reckoned from another event.
    """

    events: tuple[str, ...]
    kin: tuple[str, ...] = ()
    when: When | None = None
    ended: When | None = None
    places: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    number: Interval | None = None
    exhaustive: bool = False
    times: Interval | None = None
    order: int | None = None
    order_there: bool = False
    figures: tuple[Figure, ...] = ()
    duration: Interval | None = None
    duration_unit: str = ""
    negated: bool = False
    upcoming: bool = False
    present: bool = False
    certain: bool = True
    incidental: bool = False
    named: bool = False
    told_from: str = ""


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
    """The relation holds, or in the ``past`` held, between ``subject`` and ``object``."""

    relation: str
    subject: str
    object: str
    when: When | None = None
    negated: bool = False
    past: bool = False


class Repeats(msgspec.Struct, frozen=True, kw_only=True, tag="repeats"):
    """What the reviewed claim ``reviewed`` says is said again, perhaps of a time."""

    reviewed: str
    when: When | None = None


class Counted(msgspec.Struct, frozen=True, kw_only=True, tag="counted"):
    """How many there are of what the count rule ``count`` knows.

    ``total``: the number that a growth comes to, so no number in between will do.
    """

    count: str
    number: Interval
    when: When | None = None
    total: bool = False


class Release(msgspec.Struct, frozen=True):
    """What a sentence says of its figures' source; empty fields were not said."""

    publishers: tuple[str, ...] = ()
    published: Period | None = None
    names: tuple[str, ...] = ()


class Operand(msgspec.Struct, frozen=True, kw_only=True):
    """Whose figure: named actors, or a group taken together.

    ``total``: the group's sum or the table's own row for it. ``way``: whether several actors
    are meant "each" or "together"; a sum of money that nothing tells may be either.
    """

    actors: tuple[str, ...] = ()
    total: bool = False
    way: Literal["", "each", "together"] = ""
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
    """A statement about the figures of ``measure``, or of one of its ``alternatives``.

    form says which slots count:
    value: ``operand`` has ``interval``; set: the ``members`` whose figure lies in
    ``interval``; share: ``operand`` is ``interval`` percent of ``whole``; compare:
    ``operand`` stands in ``operator`` to ``other``, perhaps ``factor`` times; rank:
    ``operand`` is number ``rank`` of ``whole`` from the top or the ``bottom``, or ``within``
    the first so many;
    change: from the first year to the last by ``trend``, ``factor`` or ``interval``.
    ``first_time``: and it was not so in any year before, or not since ``first_since``.
    ``loose``: in words for what others count otherwise, so that only a clear order holds.
    """

    form: Literal["value", "set", "share", "compare", "rank", "change"]
    measure: str
    alternatives: tuple[str, ...] = ()
    operand: Operand = Operand()
    members: SetExpression | None = None
    whole: Operand | None = None
    other: Operand | None = None
    interval: Interval | None = None
    operator: Operator = "equal"
    factor: Interval | None = None
    rank: int | None = None
    bottom: bool = False
    within: bool = False
    trend: Trend | None = None
    every_year: bool = False
    first_time: bool = False
    first_since: int | None = None
    loose: bool = False
    years: tuple[int, ...] = ()
    current: bool = False
    negated: bool = False
    release: Release = Release()


Statement = (
    Holds
    | Succeeds
    | Ranks
    | Supplied
    | Elapsed
    | ComesFrom
    | Belongs
    | JoinedApart
    | GroupSize
    | GroupGrew
    | Happened
    | Promised
    | Related
    | Repeats
    | Counted
    | Measured
)


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One checkable statement of a sentence, with how it is said and by whom.

    ``start`` and ``end`` are offsets into the document; ``fuzzy`` notes names that were
    read although misspelt; ``unread`` are words that may restrict the claim and that no
    slot took up: with any of them the claim is not judged. ``doubts`` are words that may
    change what it says less surely: with any of them it cannot be disputed. ``partial``
    are words that claim more than was read: with any of them it cannot be supported.
    ``referring`` are words of its sentence and what they were taken to refer to.
    ``restated`` is the plain sentence that it was read in, where the text says it another way.
    """

    kind: str
    text: str
    start: int
    end: int
    statement: Statement
    stance: tuple[Stance, ...] = ("asserted",)
    speaker: str | None = None
    unread: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    fuzzy: tuple[str, ...] = ()
    referring: tuple[str, ...] = ()
    restated: str = ""


class Passed(msgspec.Struct, frozen=True, kw_only=True):
    """A kind that looked at some words and made no claim of them, and why."""

    kind: str
    text: str
    reason: str
