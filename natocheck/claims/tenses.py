"""Which year a day or month without one is of: the tense of its clause decides.

"Became prime minister in March" is the last March, "will meet in March" the next one;
before the parse only the nearest can be read.
"""

import re
from typing import TYPE_CHECKING

import msgspec

from natocheck.claims.clauses import Clause
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.model.values import Period

if TYPE_CHECKING:
    import datetime as dt

    from natocheck.language.tokens import Doc

_GRAINS = {"day", "month", "range", "season", "quarter"}
_YEAR = re.compile(r"\d{4}|['’]\d\d")
_LONGEST = 120  # days of a part of the year that may be told without it
_AHEAD = {"from", "for", "by", "until", "till", "to"}
_LEAP_DAY = (2, 29)


def settled(
    found: tuple[FoundPeriod, ...],
    doc: "Doc",
    clauses: tuple[Clause, ...],
    date: "dt.date",
    relative: frozenset[str],
) -> tuple[FoundPeriod, ...]:
    """The periods, those without a year moved by one where their clause's tense asks for it.

    ``relative`` are the words that tell a time from the article's ("last", "Friday"):
    these say themselves which it is.
    """
    return tuple(_settled(one, doc, clauses, date, relative) for one in found)


def is_bare(one: FoundPeriod, text: str, relative: frozenset[str]) -> bool:
    """Whether a day or month stands without its year, and without "last", "this" or the like."""
    said = text[one.start : one.end].lower()
    part = one.period.grain in _GRAINS and (one.period.end - one.period.start).days <= _LONGEST
    told = _YEAR.search(said) is not None or bool(set(said.split()) & relative)
    return one.anchored and part and not told


def _settled(
    one: FoundPeriod,
    doc: "Doc",
    clauses: tuple[Clause, ...],
    date: "dt.date",
    relative: frozenset[str],
) -> FoundPeriod:
    if not is_bare(one, doc.text, relative):
        return one
    clause = next((c for c in clauses if any(t.idx == one.start for t in c.tokens)), None)
    if clause is None:
        return one
    if "future" in clause.stance:
        return _moved(one, 1) if one.period.end < date else one
    past = _is_past(clause) and (clause.head.lemma_ == "be" or not _is_ahead(doc, one))
    return _moved(one, -1) if past and one.period.start > date else one


def _is_past(clause: Clause) -> bool:
    """Whether a clause tells of the past, as "taken in March" does without a verb of its own."""
    head = clause.head
    return clause.past or (head.tag_ == "VBN" and head.dep_ in {"acl", "advcl"})


def _is_ahead(doc: "Doc", one: FoundPeriod) -> bool:
    """Whether a past verb may tell of what was to come: "set for March", "from 1 February".

    What "was so until January" is over.
    """
    before = [token.lower_ for token in doc if token.idx < one.start][-2:]
    return bool(_AHEAD & set(before))


def _moved(one: FoundPeriod, years: int) -> FoundPeriod:
    start, end = one.period.start, one.period.end
    if _LEAP_DAY in {(start.month, start.day), (end.month, end.day)}:
        return one
    moved = Period(
        start.replace(year=start.year + years),
        end.replace(year=end.year + years),
        one.period.grain,
        one.period.text,
    )
    return msgspec.structs.replace(one, period=moved)
