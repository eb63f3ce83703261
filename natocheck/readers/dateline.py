"""The day of an article, where its head gives it in full."""

import datetime as dt
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?(?:"
    r"(?P<y1>\d{4})-(?P<m1>\d\d)-(?P<d1>\d\d)(?:[T ]\S*(?:\s[+-]\d\d:?\d\d)?)?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format('m2')},?\s+(?P<y2>\d{{4}})"
    rf"|{_MONTH.format('m3')}\s+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{{4}})"
    r")(?!\d)"
)
_TIME = r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?\(?[A-Z]{2,4}\)?)?)?"
_ALONE = re.compile(
    r"\s*(?:(?:first\s+|last\s+)?(?:published|posted|updated|issued|released|modified|date|dated)"
    rf"(?:\s+on)?\s*:?\s*)?{_DATE}{_TIME}\s*\.?\s*",
    re.IGNORECASE,
)
_PLACE = r"[A-Z][A-Z.'’/ -]{1,40}(?:,\s[A-Z][\w. ]{1,20})?(?:\s\([\w. ]{1,30}\))?"
_DATELINE = re.compile(
    rf"\s*{_PLACE}[,:]?\s+(?i:{_DATE})\s*(?:\([^()]{{1,60}}\)\s*)?(?:[-–—:]|\s/)", re.ASCII
)
_TAIL = re.compile(rf"^.*?[|,·•–—-]\s*{_DATE}{_TIME}\s*$", re.IGNORECASE)


def date_alone(line: str) -> dt.date | None:
    """The day of a line that gives a day and nothing else ("Published 12 March 2025")."""
    return _day(_ALONE.fullmatch(line)) if len(line) < 120 else None


def date_of_dateline(paragraph: str) -> dt.date | None:
    """The day in a dateline ("ANKARA, 10 July 2026 - …"), if it is complete."""
    return _day(_DATELINE.match(paragraph[:160]))


def date_at_end(line: str) -> dt.date | None:
    """The day that ends a byline ("By Ann Poe | 12 March 2025")."""
    return _day(_TAIL.match(line)) if len(line) < 160 else None


def _day(found: re.Match[str] | None) -> dt.date | None:
    if found is None:
        return None
    part = {name[0]: value for name, value in found.groupdict().items() if value}
    month = part["m"].lower()[:3]
    number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
    try:
        return dt.date(int(part["y"]), number, int(part["d"]))
    except ValueError:
        return None
