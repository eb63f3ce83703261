"""Whether a mark ends its sentence: rules first, the parser where they leave it open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from natocheck.language.marks import Mark

if TYPE_CHECKING:
    from spacy.language import Language

    from natocheck.model.facts import Words

_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_HOURS = re.compile(r"[aApP]\.?[mM]")
_LABEL = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,4})[.)]?")
_QUOTES = "\"”’'»"
_SCALE = 300


class Lexicon(NamedTuple):
    """The word lists that tell where sentences end."""

    names: frozenset[str]
    numbers: frozenset[str]
    words: frozenset[str]
    openers: frozenset[str]
    speech: frozenset[str]


def lexicon(words: Mapping[str, Words]) -> Lexicon:
    """The lists among ``words``; one that is missing is empty."""
    ids = (
        "abbreviations-before-names",
        "abbreviations-before-numbers",
        "abbreviations-of-words",
        "sentence-openers",
        "speech-tags",
    )
    return Lexicon(*(frozenset(words[id].words) if id in words else frozenset() for id in ids))


class Boundaries:
    """Decides on the marks of one text."""

    def __init__(self, text: str, lists: Lexicon, nlp: Language | None) -> None:
        self._text = text
        self._lists = lists
        self._nlp = nlp

    def ends(self, mark: Mark, start: int) -> bool:
        """Whether ``mark`` ends the sentence that began at ``start``."""
        if mark.kind == "colon":
            return self._introduces_quotation(mark)
        if mark.kind == "glued":
            return self._is_glued(mark)
        if not self._can_follow(mark) or mark.at <= self._head(start):
            return False
        if mark.mark != ".":
            return not (self._tags_speech(mark) or self._trails_off(mark))
        return self._ends_at_full_stop(mark, start)

    def _can_follow(self, mark: Mark) -> bool:
        """Whether what comes next could begin a sentence at all."""
        if mark.lead.strip().startswith("(") and self._is_citation(mark):
            return False
        if not mark.after:
            return bool(mark.lead.strip(" \t\r\n-–—")) or self._begins_otherwise(mark)
        return not mark.after[0].islower()

    def _begins_otherwise(self, mark: Mark) -> bool:
        """A currency sign, an ellipsis or a bullet may begin a sentence; a comma may not."""
        following = self._text[mark.cut : mark.cut + 20].lstrip()
        return (
            following[:1] in "$€£¥•⁃‣▪●#@"
            or re.match(r"(?:…|\.(?: ?\.)+)\s*[A-Z]", following) is not None
        )

    def _is_citation(self, mark: Mark) -> bool:
        """Whether a bracket follows that stands before its sentence's own full stop."""
        following = self._text[mark.cut : mark.cut + _SCALE].lstrip()
        inside, closed, after = following.partition(")")
        return bool(closed) and after[:1] in (".", ",", ";") and inside[-1:] not in (".", "!", "?")

    def _tags_speech(self, mark: Mark) -> bool:
        """Whether a speaker and a verb of saying follow the quotation ("…?" Ann Poe asked)."""
        if not mark.close or mark.close[-1] not in _QUOTES or mark.mark[-1] not in "?!":
            return False
        words = re.findall(r"[\w.’'-]+", self._text[mark.cut : mark.cut + _SCALE // 3])[:5]
        said = next((n for n, word in enumerate(words) if word.islower()), 0)
        return (
            said > 0 and words[said] in self._lists.speech and words[0] not in self._lists.openers
        )

    def _trails_off(self, mark: Mark) -> bool:
        """Whether an ellipsis stands before "I", whose capital says nothing."""
        return mark.after == "I" and mark.mark[-1] in ".…" and not mark.close

    def _ends_at_full_stop(self, mark: Mark, start: int) -> bool:
        if mark.start <= self._head(start) and _LABEL.fullmatch(mark.before + mark.close):
            return False
        if mark.close.strip("*_'’") or mark.lead.strip(" -–—\t\r\n*_(‘'"):
            return True
        word = mark.before.lower()
        if word in self._lists.names:
            return False
        if word in self._lists.numbers and mark.after[:1].isdigit():
            return False
        if not self._is_abbreviation(mark, word):
            return True
        return self._ends_at_abbreviation(mark, start)

    def _is_abbreviation(self, mark: Mark, word: str) -> bool:
        initial = len(word) == 1 and mark.before.isupper()
        short = word in self._lists.numbers - {"no", "sat", "sun", "mar", "may"}
        named = mark.before[:1].isupper() and word in self._lists.numbers - {"no"}
        return (
            initial
            or short
            or named
            or word in self._lists.words
            or bool(_INITIALS.fullmatch(word))
        )

    def _ends_at_abbreviation(self, mark: Mark, start: int) -> bool:
        if mark.before == "I" or len(mark.before) == 1:
            return self._ends_at_letter(mark)
        if mark.after in self._lists.openers:
            return True
        if mark.after[:1].isdigit():
            return False
        if _HOURS.fullmatch(mark.before):
            return not (self._names_a_zone(mark) or self._says_nothing_yet(mark, start))
        return self._parser_cuts(mark, start)

    def _ends_at_letter(self, mark: Mark) -> bool:
        """An initial stands between names; "I" and a letter of its own may end a sentence."""
        earlier = self._text[max(0, mark.start - 30) : mark.start].split()
        named = bool(earlier) and earlier[-1][:1].isupper() and earlier[-1][-1] not in ",;:"
        if mark.before == "I" and not named:
            return True
        return len(mark.after) > 1 and mark.after in self._lists.openers

    def _names_a_zone(self, mark: Mark) -> bool:
        """Whether a time zone follows the hour ("6 p.m. CET", "6 p.m. Brussels time")."""
        following = self._text[mark.cut : mark.cut + 40].split()
        return mark.after.isupper() or following[1:2] == ["time"]

    def _head(self, start: int) -> int:
        piece = self._text[start : start + _SCALE]
        return start + len(piece) - len(piece.lstrip(" \t\r\n\"“‘'«([{*_•⁃-–—"))

    def _says_nothing_yet(self, mark: Mark, start: int) -> bool:
        """Whether the sentence so far has no verb, so that it cannot be over."""
        if self._nlp is None or mark.cut - start > _SCALE or "tagger" not in self._nlp.pipe_names:
            return False
        return not any(
            token.tag_[:1] in ("V", "M")
            for token in self._nlp(self._text[start : mark.cut].strip())
        )

    def _parser_cuts(self, mark: Mark, start: int) -> bool:
        """Whether the parser begins a sentence after the mark; it sees a window around it."""
        if self._nlp is None or "parser" not in self._nlp.pipe_names:
            return False
        first = max(start, mark.cut - _SCALE)
        window = self._text[first : mark.cut + _SCALE // 2]
        doc = self._nlp(window)
        return any(
            token.is_sent_start
            for token in doc
            if 0 <= token.idx + first - mark.cut < 3 and not token.is_space
        )

    def _introduces_quotation(self, mark: Mark) -> bool:
        """Whether a whole sentence in quotation marks follows the colon ("He added: …")."""
        following = self._text[mark.cut : mark.cut + 2000].lstrip()
        closing = {"“": "”", "«": "»", "‘": "’"}.get(following[0], following[0])
        quotation = re.match(
            rf"[^{closing}]*?[.!?…](?:{closing}|\s)|[^{closing}]*?[.!?…]$", following[1:]
        )
        return quotation is not None and len(quotation[0].split()) > 2

    def _is_glued(self, mark: Mark) -> bool:
        """Whether two sentences lack the space between them, and it is no address."""
        around = self._text[mark.start : mark.cut + 30].split()[0]
        return not re.search(r"[@/\\_]|www\.|^\W*\w+\.\w+\.\w", around)
