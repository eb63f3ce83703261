"""What a page's head says of its article: the day it was published, and its title."""

import datetime as dt
import html
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from natocheck.readers.dateline import date_alone

_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.issued",
    "dcterms.created",
)
_TITLES = ("og:title", "twitter:title", "dc.title")
_NAMES = ("property", "name", "itemprop")


class Head(HTMLParser):
    """Collects meta elements, JSON-LD and the title. ``feed`` it once."""

    def __init__(self) -> None:
        super().__init__()
        self.metas: dict[str, str] = {}
        self.linked: list[str] = []
        self.title = ""
        self._within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take up a meta element; remember whose text comes next."""
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            for name in filter(None, (given.get(n, "").lower() for n in _NAMES)):
                self.metas.setdefault(name, given.get("content", ""))
        is_linked = tag == "script" and given.get("type", "").lower() == "application/ld+json"
        self._within = "linked" if is_linked else tag
        if is_linked:
            self.linked.append("")

    def handle_endtag(self, tag: str) -> None:
        """Leave the element."""
        del tag
        self._within = ""

    def handle_data(self, data: str) -> None:
        """Take up the title's words, and JSON-LD."""
        if self._within == "title":
            self.title += data
        if self._within == "linked":
            self.linked[-1] += data


def read_head(source: str) -> Head:
    """Read what a page says of itself."""
    head = Head()
    head.feed(source)
    head.close()
    return head


def day_of(head: Head, stamps: list[str]) -> dt.date | None:
    """The day of publication: of the meta elements, of JSON-LD, else the first time element's."""
    given = [head.metas[name] for name in _DATES if name in head.metas]
    given += [value for text in head.linked for value in _published(_loaded(text))]
    return next((day for each in [*given, *stamps[:1]] if (day := _day(each))), None)


def title_of(head: Head) -> str | None:
    """The title of the article: without the name of the site, if the head gives it so."""
    given = [head.metas[name] for name in _TITLES if head.metas.get(name)]
    found = html.unescape(given[0]) if given else re.split(r"\s[|–—-]\s", head.title)[0]
    return " ".join(found.split()) or None


def _day(value: str) -> dt.date | None:
    found = re.match(r"\s*(\d{4}-\d\d-\d\d)", value)
    try:
        return dt.date.fromisoformat(found[1]) if found else date_alone(value)
    except ValueError:
        return None


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None  # what is no JSON tells no date


def _published(value: Any, depth: int = 4) -> Iterator[str]:
    """Every datePublished of a JSON-LD value, the outer ones first."""
    if isinstance(value, dict):
        if isinstance(value.get("datePublished"), str):
            yield value["datePublished"]
        value = list(value.values())
    if isinstance(value, list) and depth:
        for each in value:
            yield from _published(each, depth - 1)
