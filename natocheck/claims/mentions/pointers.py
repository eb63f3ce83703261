"""Times that point at another one: "that year", "the following spring", "in June of that year"."""

import functools
import re
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from natocheck.claims.mentions.anchors import Sought
from natocheck.claims.mentions.dates import (
    Reading,
    Stamp,
    find_readings,
    month_names,
    month_number,
)
from natocheck.claims.mentions.patterns import any_of, same
from natocheck.claims.mentions.referring import Referring, direction_of, year_of
from natocheck.claims.mentions.timewords import TimeWords
from natocheck.claims.mentions.units import month, part_of, season, unit_after
from natocheck.model.values import Period

_UNIT_WORDS = ("year", "month", "week", "day")
_UNITS = rf"(?P<unit>(?i:{'|'.join(_UNIT_WORDS)}))"
# "In the next year" is told from the article; "the same year as …" from what follows.
_APART = r"(?<!\w)(?<!\bin\s)(?<!\bover\s)(?<!\bwithin\s)(?<!\bduring\s)(?<!\bfor\s)"
_CLOSED = r"(?=\s*(?:[,.;:)–—]|$))"
_SIDES = ("before", "after")
_BESIDE = Sought(
    rf"\b(?i:the)\s+{_UNITS}\s+(?P<side>{'|'.join(_SIDES)})\b{_CLOSED}", _UNIT_WORDS, _SIDES
)
_ENDS = r"(?!\w|['’]|\s+(?:as|that|when|which|in\s+which)\b)"


def find_pointers(text: str, words: TimeWords) -> Iterator[Referring]:
    """All pointers; those with a day or month before them first, which are the longest."""
    yield from _dated(text, words)
    for match in _unit_pattern(words).finditer(text):
        step, part = _step(match, words), same(match["part"] or "")
        if match["unit"]:
            unit = match["unit"].lower()
            read = functools.partial(_part_at, unit=unit, step=step, part=part, words=words)
        else:
            read = functools.partial(_season_at, name=same(match["season"]), step=step, words=words)
        yield Referring(*match.span(), direction_of(step), read)
    for match in _month_pattern(words).finditer(text):
        number, step = month_number(match["month"], words), _step(match, words)
        read = functools.partial(_month_at, number=number, step=step)
        yield Referring(*match.span(), direction_of(step), read)
    yield from _beside(text)


def _step(match: re.Match[str], words: TimeWords) -> int:
    return words.pointers[same(match["pointer"])]


def _pointer(words: TimeWords) -> str:
    others = [word for word in words.pointers if word != "the next"]
    return rf"(?P<pointer>(?i:(?<!\w)(?:{any_of(others)})|{_APART}the\s+next(?!\w)))"


@functools.lru_cache(maxsize=8)
def _unit_pattern(words: TimeWords) -> Sought:
    part = rf"(?P<part>(?i:{any_of([*words.parts, 'earlier', 'later', 'earlier in', 'later in'])}))"
    season_name = rf"(?P<season>(?i:{any_of(words.seasons)}))"
    said = rf"(?:{part}[\s-]+)?{_pointer(words)}\s+(?:{_UNITS}|{season_name}){_ENDS}"
    return Sought(said, words.pointers, (*_UNIT_WORDS, *words.seasons))


@functools.lru_cache(maxsize=8)
def _month_pattern(words: TimeWords) -> Sought:
    said = rf"{_pointer(words)}\s+(?P<month>{month_names(words)})(?!\s+\d){_ENDS}"
    return Sought(said, words.pointers, words.months)


@functools.lru_cache(maxsize=8)
def _year_pattern(words: TimeWords) -> Sought:
    said = rf",?\s+(?:of\s+|in\s+)?{_pointer(words)}\s+(?i:year){_ENDS}"
    return Sought(said, words.pointers, ("year",))


def _dated(text: str, words: TimeWords) -> Iterator[Referring]:
    """ "7 March of that year", "in June the following year"."""
    pattern = _year_pattern(words)
    if not pattern.may_be_in(text):
        return
    for one in [*find_readings(text, words), *_bare_months(text, words)]:
        behind = pattern.match(text, one.end) if one.last.year is None else None
        if behind is not None:
            step = _step(behind, words)
            read = functools.partial(_stamped, one=one, step=step)
            yield Referring(one.start, behind.end(), direction_of(step), read)


def _bare_months(text: str, words: TimeWords) -> Iterator[Reading]:
    for match in re.finditer(rf"(?<!\w){month_names(words)}(?!\w)", text):
        stamp = Stamp(None, month_number(match[0], words))
        yield Reading(*match.span(), stamp, stamp)


def _stamped(base: Period, one: Reading, step: int) -> Period | None:
    number = year_of(base)
    if number is None:
        return None
    first, last = (replace(stamp, year=number + step) for stamp in (one.first, one.last))
    return replace(one, first=first, last=last).period("")


def _part_at(base: Period, unit: str, step: int, part: str, words: TimeWords) -> Period | None:
    """ "Late that year"; "later that year" is what was left of it, "earlier" what was over."""
    whole = _unit_at(base, unit, step)
    if whole is None or not part:
        return whole
    if part.startswith(("earlier", "later")):
        ends = (whole.start, base.end) if part.startswith("earlier") else (base.start, whole.end)
        return Period(*ends, "range") if base != whole and step == 0 else whole
    low, _, high = words.parts[part].partition("-")
    return part_of(whole, int(low), int(high))


def _unit_at(base: Period, unit: str, step: int) -> Period | None:
    """The unit that holds the whole base, or one beside it."""
    own = unit_after(base.start, 0, unit)
    return unit_after(base.start, step, unit) if base.within(own) else None


def _season_at(base: Period, name: str, step: int, words: TimeWords) -> Period | None:
    return _turn(base, step, lambda number: season(name, number, words))


def _month_at(base: Period, number: int, step: int) -> Period | None:
    return _turn(base, step, lambda year_number: month(year_number, number))


def _turn(base: Period, step: int, of_year: Callable[[int], Period]) -> Period | None:
    """The month or season of the base's year, or the first one after the base, or before it."""
    number = year_of(base)
    if number is None or of_year(number).end.year != number:  # a winter is of two years
        return None
    if base.grain == "year" or step == 0:
        return of_year(number + step)
    near = [of_year(number + shift) for shift in (-1, 0, 1)]
    if step > 0:
        return next((one for one in near if one.start > base.end), None)
    return next((one for one in reversed(near) if one.end < base.start), None)


def _beside(text: str) -> Iterator[Referring]:
    """ "The year before", "the month after", if nothing follows that they are told from."""
    for match in _BESIDE.finditer(text):
        step = -1 if match["side"] == "before" else 1
        read = functools.partial(_unit_at, unit=match["unit"].lower(), step=step)
        yield Referring(*match.span(), direction_of(step), read)
