"""Dates and sources in words, the same in every report that people read."""

import calendar
import datetime as dt

from natocheck.model.facts import Source, Stamp

DATE_SOURCES = {
    "option": "given with --date",
    "configuration": "given in the configuration",
    "metadata": "from the document's metadata",
    "dateline": "from its dateline",
    "rules": "where the rules end (no date in the article)",
}


def day(date: dt.date) -> str:
    """Say a day: "4 April 1949"."""
    return f"{date.day} {calendar.month_name[date.month]} {date.year}"


def stamp(written: Stamp) -> str:
    """Say a rule base date as precisely as it is: "1949", "June 1999", "4 April 1949"."""
    parts = str(written).split("-")
    if len(parts) == 3:
        return day(dt.date.fromisoformat(str(written)))
    if len(parts) == 2:
        return f"{calendar.month_name[int(parts[1])]} {parts[0]}"
    return parts[0]


def citation(source: Source, release: str | None = None, *, whole: bool = True) -> str:
    """Say a source: "North Atlantic Treaty. NATO, 4 April 1949".

    ``release`` is left out where the title says it already; ``whole`` adds where in the
    source the figure stands.
    """
    known = release if release and release not in source.title else None
    when = stamp(source.published) if source.published is not None else None
    where = source.where if whole else None
    details = [part for part in (source.publisher, known, where, when) if part]
    return f"{source.title}. {', '.join(details)}"


def counted(number: int, noun: str) -> str:
    """Say how many: "1 sentence", "2 sentences"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
