"""The year, month or decade that a part of time is a part of: "… of March 2023", "… last year"."""

import datetime as dt
import functools

from natocheck.claims.mentions.dates import month_names, month_number
from natocheck.claims.mentions.decades import decade, decade_pattern
from natocheck.claims.mentions.lookalikes import YEAR
from natocheck.claims.mentions.timewords import TimeWords
from natocheck.claims.mentions.units import month, nearest_month, unit_after, year
from natocheck.model.values import Period

STEPS = {"last": -1, "this": 0, "next": 1}
Said = dict[str, str | None]
WHOLE_YEAR = rf"(?P<year>{YEAR})(?![\w%]|[.,]\d|-\d)"


@functools.lru_cache(maxsize=8)
def base_pattern(words: TimeWords) -> str:
    """Groups: year; month and its year "my"; decade; or "relative" and its unit."""
    return (
        rf"(?:(?P<month>{month_names(words)})(?:,?\s+(?:of\s+)?(?P<my>{YEAR})(?!\w))?"
        rf"|{WHOLE_YEAR}|(?P<decade>{decade_pattern(words)})"
        rf"|(?P<relative>(?i:this|last|next))\s+(?P<unit>(?i:year|month|week)))(?!\w)"
    )


def is_anchored(said: Said) -> bool:
    """Whether the date of the article is needed to read it."""
    return not (said.get("my") or said.get("year") or said.get("decade"))


def base_of(said: Said, anchor: dt.date | None, words: TimeWords) -> Period | None:
    """The days meant; None if the date of the article is needed and not known."""
    number, month_name, unit = said["year"], said.get("month"), said.get("unit")
    if named := said.get("decade"):
        return decade(named, words)
    if number:
        return year(int(number))
    if month_name and (its_year := said.get("my")):
        return month(int(its_year), month_number(month_name, words))
    if anchor is None:
        return None
    if month_name:
        return nearest_month(anchor, month_number(month_name, words))
    step = STEPS[(said.get("relative") or "this").lower()]
    return unit_after(anchor, step, (unit or "year").lower())
