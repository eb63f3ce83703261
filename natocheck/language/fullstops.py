"""Whether a full stop ends its sentence or only shortens a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from natocheck.language.halves import has_clause, is_embedded, opens_with_clause, token_at
from natocheck.language.lexicon import Lexicon
from natocheck.language.marks import Mark

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Token

_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_HOURS = re.compile(r"[aApP]\.?[mM]")
_SHORTENED = re.compile(r"\s*([A-Za-z]{1,5})\.\s?\d")
_NUMERAL = re.compile(r"\d\w*|(?!I$)[IVXL]+")

_BEFORE = 300
_AFTER = 150


class FullStops:
    """Decides on the full stops of one text: word lists first, the parser in doubt."""

    def __init__(self, text: str, lists: Lexicon, nlp: Language | None) -> None:
        self._text = text
        self._lists = lists
        self._nlp = nlp if nlp is not None and "parser" in nlp.pipe_names else None

    def ends(self, mark: Mark, start: int) -> bool:
        """Whether ``mark``, a full stop, ends the sentence that began at ``start``."""
        word = self._word(mark, start)
        close = mark.close.strip("*_'’")
        if close or mark.lead.strip(" -–—\t\r\n*_(‘'"):
            closes_aside = close in (")", "]") and self._is_abbreviation(word)
            return not closes_aside or self._ends_at_abbreviation(mark, word, start)
        if self._stands_before_name(word) or self._stands_before_number(mark, word):
            return False
        return not self._is_abbreviation(word) or self._ends_at_abbreviation(mark, word, start)

    def _word(self, mark: Mark, start: int) -> str:
        """The word before the mark; of words glued together, the one in its sentence."""
        return mark.before[max(0, start - mark.start) :]

    def _stands_before_name(self, word: str) -> bool:
        """Whether it is a title; of compounds the last part counts ("Brig.-Gen.")."""
        return word.lower().rsplit("-")[-1] in self._lists.names

    def _stands_before_number(self, mark: Mark, word: str) -> bool:
        """Whether a number follows, or a month and its day ("Tues. Nov. 5")."""
        if word.lower() not in self._lists.numbers:
            return False
        following = _SHORTENED.match(self._text, mark.cut)
        shortened = following is not None and following[1].lower() in self._lists.numbers
        return _NUMERAL.fullmatch(mark.after) is not None or shortened

    def _is_abbreviation(self, word: str) -> bool:
        """Whether it mostly shortens a word; "no." does so before numbers only."""
        small = word.lower()
        if small in self._lists.also_words and not word[0].isupper():
            return False
        if len(word) == 1 and word.isupper():
            return True
        known = small in self._lists.numbers or small in self._lists.words
        opener = small.capitalize() in self._lists.openers
        return (known and not opener) or _INITIALS.fullmatch(small) is not None

    def _ends_at_abbreviation(self, mark: Mark, word: str, start: int) -> bool:
        if len(word) == 1:
            return self._ends_at_letter(mark, word)
        if mark.after in self._lists.openers:
            return True
        if mark.after[:1].isdigit():
            return False
        if _HOURS.fullmatch(word):
            return not (self._names_a_zone(mark) or self._says_nothing_yet(mark, start))
        return self._parser_ends(mark, start)

    def _ends_at_letter(self, mark: Mark, letter: str) -> bool:
        """An initial stands between names; "I" and a letter of its own may end a sentence."""
        earlier = self._text[max(0, mark.start - 30) : mark.start].split()
        named = bool(earlier) and earlier[-1][:1].isupper() and earlier[-1][-1] not in ",;:"
        if letter == "I" and not named:
            return True
        return len(mark.after) > 1 and mark.after in self._lists.openers

    def _names_a_zone(self, mark: Mark) -> bool:
        """Whether a time zone follows the hour ("6 p.m. CET", "6 p.m. Brussels time")."""
        following = self._text[mark.cut : mark.cut + 40].split()
        return mark.after.isupper() or following[1:2] == ["time"]

    def _says_nothing_yet(self, mark: Mark, start: int) -> bool:
        """Whether the sentence so far has no verb, so that it cannot be over."""
        if self._nlp is None or mark.cut - start > _BEFORE:
            return False
        doc = self._nlp(self._text[start : mark.cut].strip())
        return not any(token.tag_[:1] in ("V", "M") for token in doc)

    def _parser_ends(self, mark: Mark, start: int) -> bool:
        """Whether the parser ends the sentence here; it sees a window around the mark.

        It seldom parts a shortened name from a name that follows ("the U.S. Poland …"), so
        that it is then asked about the words after the mark alone.
        """
        if self._nlp is None:
            return False
        first = max(start, mark.cut - _BEFORE)
        doc = self._nlp(self._text[first : mark.cut + _AFTER])
        following = token_at(doc, mark.cut - first)
        if following is None or not has_clause(doc[: following.i]):
            return False
        if following.is_sent_start:
            return True
        if mark.after in self._lists.institutions or self._is_reported(following):
            return False
        after = self._text[mark.cut : mark.cut + _AFTER].strip()
        return opens_with_clause(self._nlp(after))

    def _is_reported(self, following: Token) -> bool:
        return is_embedded(following, self._lists.reports | self._lists.attitudes)
