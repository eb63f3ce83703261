"""Dates in digits alone. "25/4/2023" can only be April; whether "3/4/2023" is in March or
April nobody can tell, unless the year comes first or dots divide it, as on the continent.
"""

import re
from collections.abc import Iterator

import msgspec

_MONTHS = 12
_YEAR_FIRST = re.compile(
    r"(?<![\d./-])(?P<y>\d{4})([-/.])(?P<m>\d\d?)\2(?P<d>\d\d?)(?![\d-]|[./]\d)"
)
_YEAR_LAST = re.compile(
    r"(?<![\d./-])(?P<a>\d\d?)([-/.])(?P<b>\d\d?)\2(?P<y>\d{4})(?![\d-]|[./]\d)"
)


class NumericDate(msgspec.Struct, frozen=True):
    """Where it stands, and its year, month and day; None if their order is unclear."""

    start: int
    end: int
    order: tuple[int, int, int] | None


def find_numeric(text: str) -> Iterator[NumericDate]:
    """All dates in digits, those of unclear order too; days are not checked to exist."""
    for match in _YEAR_FIRST.finditer(text):
        yield NumericDate(*match.span(), (int(match["y"]), int(match["m"]), int(match["d"])))
    for match in _YEAR_LAST.finditer(text):
        yield NumericDate(*match.span(), _ordered(match))


def _ordered(match: re.Match[str]) -> tuple[int, int, int] | None:
    year, first, second = int(match["y"]), int(match["a"]), int(match["b"])
    if match[2] == "." or first > _MONTHS or first == second:
        return year, second, first
    return (year, first, second) if second > _MONTHS else None
