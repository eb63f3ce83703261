"""The marks at which a text could part into sentences, and what stands around them."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

CLOSERS = "\"”’'»)]}*_"
OPENERS = "\"“‘'«([{*_"
BULLETS = "-–—•⁃‣▪●"

_END = re.compile(
    r"(?P<mark>(?<=\w)\.(?=\s(?:\.\s){2}\.(?:\s+[A-Z]))"  # full stop before a spaced ellipsis
    r"|\.(?:[ \u00a0]\.)+|[.!?…．。！？‽]+"
    r"|(?:--|[–—])(?=[\"”’]\s))"  # speech broken off
    r"(?P<close>(?:[ \u00a0](?=[”»]))?[\"”’'»)\]}*_]*)(?:\[\d{1,3}(?:[-–,]\d{1,3})?\]|[⁰¹²³⁴-⁹†‡])*"
    r"(?:(?:(?<=[a-z]{4}\.)|(?<=\)\.))\d{1,2}(?: \d{1,2})*)?"  # numbers of notes
    r"(?=\s)"
)
_GLUED = re.compile(  # the mark comes first, what stands before it after, for speed
    r"[.!?](?<=[a-z\d][a-z\d)%].)[”\"]?(?=[“\"]?[A-Z][a-z]*(?:[ ,]|\. ))"
    r"|[．。！？](?<=\w.)(?=[^\W\d])"  # these bring their own space
)
_COLON = re.compile(r":(?=\s+[\"“«‘'][A-Z])")
_NEXT = re.compile(r"\s*(?P<lead>[-–—\s\"“‘'«(\[{*_]*)(?P<word>[^\W_]*)")
_WORD = re.compile(r"\S+$")
_WINDOW = 60


class Mark(NamedTuple):
    """A possible end of a sentence.

    ``at`` is its offset and ``cut`` the one at which the next sentence would begin, white
    space included; ``before`` the word it follows, ``start`` where that begins; ``lead`` the
    quotation marks, brackets and dashes before ``after``, the next word.
    """

    kind: str
    mark: str
    close: str
    before: str
    start: int
    at: int
    cut: int
    lead: str
    after: str


def marks(text: str) -> Iterator[Mark]:
    """All marks of ``text`` that white space follows, and full stops glued to a capital."""
    found = [("end", match) for match in _END.finditer(text)]
    found += [("glued", match) for match in _GLUED.finditer(text)]
    found += [("colon", match) for match in _COLON.finditer(text)]
    for kind, match in sorted(found, key=lambda pair: pair[1].start()):
        yield _mark(text, kind, match)


def _mark(text: str, kind: str, match: re.Match[str]) -> Mark:
    groups: Mapping[str, str] = match.groupdict()
    word = _WORD.search(text[max(0, match.start() - _WINDOW) : match.start()])
    raw = word[0] if word else ""
    before = raw.lstrip(OPENERS + BULLETS)
    following = _NEXT.match(text, match.end(), match.end() + _WINDOW)
    return Mark(
        kind=kind,
        mark=groups.get("mark") or match[0],
        close=groups.get("close") or "",
        before=before,
        start=match.start() - len(before),
        at=match.start(),
        cut=match.end(),
        lead=following["lead"] if following else "",
        after=following["word"] if following else "",
    )
