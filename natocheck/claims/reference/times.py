"""Which time a wording such as "the following year" is told from, and what stays open.

The times before it in its sentence are asked first, then those of its paragraph. Where they
do not all give the same answer, or there is none, nothing is guessed: the wording is open.
A month without its year is doubtful in a paragraph that tells of another year.
"""

import datetime as dt
from dataclasses import dataclass

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.mentions.periods import FoundPeriod, relation_of
from natocheck.claims.mentions.referring import Referring, resolved
from natocheck.claims.scene import Context
from natocheck.claims.tenses import is_bare
from natocheck.model.values import Period

Span = tuple[int, int]
_APPOSING = {", ", ": ", " – ", " — ", " (", ", that of "}
_BACKWARDS = {"same", "before"}


@dataclass(frozen=True)
class Told:
    """The periods of a sentence, and the spans of those times that nobody could date, and
    of those that may be of another year."""

    periods: tuple[FoundPeriod, ...]
    open: tuple[Span, ...]
    doubtful: tuple[Span, ...]


def tell(
    text: str,
    found: tuple[FoundPeriod, ...],
    referring: tuple[Referring, ...],
    context: Context,
    lexicon: Lexicon,
) -> Told:
    """The periods that were found and those that others settle."""
    referring = tuple(one for one in referring if not any(_holds(each, one) for each in found))
    own = tuple(each for each in found if not any(_overlap(each, one) for one in referring))
    told = [
        (one, _answer(one, own, context.named))
        for one in referring
        if not _is_said_twice(one, own) and not _is_named_at_once(one, own, text)
    ]
    settled = [
        FoundPeriod(
            one.start,
            one.end,
            Period(period.start, period.end, period.grain, text[one.start : one.end]),
            relation_of(text[: one.start], lexicon.time_words),
            anchored=False,
        )
        for one, period in told
        if period is not None
    ]
    periods = tuple(sorted((*own, *settled), key=lambda each: each.start))
    relative = lexicon.words("relative time words")
    bare = (one for one in own if is_bare(one, text, relative) and _is_elsewhen(one, context))
    return Told(
        periods=periods,
        open=tuple((one.start, one.end) for one, period in told if period is None),
        doubtful=tuple((one.start, one.end) for one in bare),
    )


def _is_elsewhen(one: FoundPeriod, context: Context) -> bool:
    """Whether the paragraph tells of another year than the nearest one, which was read."""
    return context.past is not None and context.past.end.year < one.period.start.year


def _is_said_twice(one: Referring, own: tuple[FoundPeriod, ...]) -> bool:
    """ "Applied in May 2022 and joined in April 2023, eleven months later": only a repetition."""
    told = [p for each in own if (p := resolved(one, each.period)) is not None]
    return any(period.overlaps(each.period) for period in told for each in own)


def _is_named_at_once(one: Referring, own: tuple[FoundPeriod, ...], text: str) -> bool:
    """ "In the same year, 1952": which one it is stands right behind it."""
    return any(text[one.end : each.start] in _APPOSING for each in own if each.start >= one.end)


def _holds(found: FoundPeriod, one: Referring) -> bool:
    """Whether a period says more than the wording inside it: "two years ago", "years ago"."""
    return found.start <= one.start and one.end <= found.end


def _overlap(found: FoundPeriod, one: Referring) -> bool:
    return found.start < one.end and one.start < found.end


def _answer(
    one: Referring, own: tuple[FoundPeriod, ...], named: tuple[Period, ...]
) -> Period | None:
    """What all the times that it may be told from make of it, if they agree."""
    before = tuple(each.period for each in own if each.end <= one.start)
    behind = tuple(each.period for each in own if each.start >= one.end)
    bases = before or named or (behind if one.direction in _BACKWARDS else ())
    answers = {_days(resolved(one, base)) for base in bases}
    return resolved(one, bases[0]) if len(answers) == 1 else None


def _days(period: Period | None) -> tuple[dt.date, dt.date] | None:
    return (period.start, period.end) if period is not None else None
