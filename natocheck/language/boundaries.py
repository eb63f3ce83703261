"""Whether a mark ends its sentence, by its kind and what stands around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from natocheck.language.fullstops import FullStops
from natocheck.language.lexicon import Lexicon
from natocheck.language.marks import Mark
from natocheck.language.speech import introduces_quotation, tags_speech

if TYPE_CHECKING:
    from spacy.language import Language

_LABEL = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,4})[.)]?")
_SMALL_NAME = re.compile(r"\s*(?:[a-z]|[a-z]{1,2}[-’'])[A-Z]")
_SIGNS = "$€£¥•⁃‣▪●#@"
_NEAR = 300


class Boundaries:
    """Decides on the marks of one text."""

    def __init__(self, text: str, lists: Lexicon, nlp: Language | None) -> None:
        self._text = text
        self._lists = lists
        self._full_stops = FullStops(text, lists, nlp)

    def ends(self, mark: Mark, start: int) -> bool:
        """Whether ``mark`` ends the sentence that began at ``start``."""
        if mark.kind == "colon":
            return introduces_quotation(self._text, mark)
        if mark.kind == "glued":
            return self._parts_words(mark)
        if not self._can_follow(mark) or self._labels(mark, start):
            return False
        if mark.mark == ".":
            return self._full_stops.ends(mark, start)
        return not (tags_speech(self._text, mark, self._lists) or self._trails_off(mark))

    def _can_follow(self, mark: Mark) -> bool:
        """Whether what comes next could begin a sentence at all."""
        if mark.lead.strip().startswith("(") and self._is_citation(mark):
            return False
        if not mark.after:
            return bool(mark.lead.strip(" \t\r\n-–—")) or self._begins_otherwise(mark)
        small = mark.after[0].islower()
        return not small or _SMALL_NAME.match(self._text, mark.cut) is not None

    def _begins_otherwise(self, mark: Mark) -> bool:
        """A currency sign, an ellipsis or a bullet may begin a sentence; a comma may not."""
        following = self._text[mark.cut : mark.cut + 20].lstrip()
        return (
            following[:1] in _SIGNS or re.match(r"(?:…|\.(?: ?\.)+)\s*[A-Z]", following) is not None
        )

    def _is_citation(self, mark: Mark) -> bool:
        """Whether a bracket follows that stands before its sentence's own full stop."""
        following = self._text[mark.cut : mark.cut + _NEAR].lstrip()
        inside, closed, after = following.partition(")")
        return bool(closed) and after[:1] in (".", ",", ";") and inside[-1:] not in (".", "!", "?")

    def _labels(self, mark: Mark, start: int) -> bool:
        """Whether the sentence has nothing yet, or only the label of a list's item."""
        head = self._head(start)
        if mark.at <= head:
            return True
        only = mark.mark == "." and mark.start <= head
        return only and _LABEL.fullmatch(mark.before + mark.close) is not None

    def _head(self, start: int) -> int:
        piece = self._text[start : start + _NEAR]
        return start + len(piece) - len(piece.lstrip(" \t\r\n\"“‘'«([{*_•⁃-–—"))

    def _trails_off(self, mark: Mark) -> bool:
        """Whether an ellipsis stands before "I", whose capital says nothing."""
        return mark.after == "I" and mark.mark[-1] in ".…" and not mark.close

    def _parts_words(self, mark: Mark) -> bool:
        """Whether two sentences lack the space between them, and it is no address."""
        around = self._text[mark.start : mark.cut + 30].split()[0]
        if re.search(r"[@/\\_]|www\.|^\W*\w+\.\w+\.\w", around):
            return False
        shortened = re.match(r"(\w+)\. ", self._text[mark.cut : mark.cut + 30])
        return shortened is None or shortened[1].lower() in self._lists.names
