"""The model's attribute ruler, which looks once at each sort of token instead of at every one.

It takes a quarter of the parser's time. Nearly all of its patterns ask for the tag and dependency
of one token, some for one of a hundred words besides: what they find in a token they find in all
that are alike in these.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

_WORD = "LOWER"
_ASKED = {_WORD, "IS_SPACE", "TAG", "DEP"}
Pattern = list[dict[str, Any]]
Sort = tuple[int, bool, int, int]
"""The word where a pattern names it, else 0; whether it is white space; tag; dependency."""
Match = tuple[int, int, int, int]
"""The number of an attribute and its pattern's id, and where the tokens start and end."""


def remember_matches(ruler: AttributeRuler) -> None:
    """Let a ruler remember what its patterns find; what it then finds and sets is the same."""
    ruler.match = _Remembering(ruler)  # type: ignore[method-assign]
    ruler.set_annotations = _Setting(ruler)  # type: ignore[method-assign]


class _Remembering:
    """Finds the matches of a ruler in a document, in the ruler's order."""

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.matcher import Matcher

        self._strings = ruler.vocab.strings
        self._alone, self._others = Matcher(ruler.vocab), Matcher(ruler.vocab)
        self._words: set[int] = set()
        for number, each in enumerate(ruler.patterns):
            patterns: list[Pattern] = each["patterns"]  # type: ignore[assignment]
            words = _words(patterns)
            matcher = self._others if words is None else self._alone
            matcher.add(str(number), patterns)
            self._words |= {self._strings.add(word) for word in words or ()}
        self._known: dict[Sort, tuple[tuple[int, int], ...]] = {}

    def __call__(self, doc: Doc) -> list[Match]:
        sorts: list[Sort] = [
            (t.lower if t.lower in self._words else 0, t.is_space, t.tag, t.dep) for t in doc
        ]
        if not self._known.keys() >= set(sorts):
            self._learn(doc, sorts)
        found = [
            (number, key, at, at + 1)
            for at, sort in enumerate(sorts)
            for number, key in self._known[sort]
        ]
        others = self._others(doc, allow_missing=True) if len(self._others) else ()
        found += [(int(self._strings[key]), key, start, end) for key, start, end in others]
        return sorted(found)

    def _learn(self, doc: Doc, sorts: list[Sort]) -> None:
        matched: list[list[tuple[int, int]]] = [[] for _ in sorts]
        for key, start, _ in self._alone(doc, allow_missing=True) if len(self._alone) else ():
            matched[start].append((int(self._strings[key]), key))
        self._known |= {sort: tuple(each) for sort, each in zip(sorts, matched, strict=True)}


class _Setting:
    """Sets what the matches ask for, all that they ask of a token at once.

    Of several values for the same attribute the last one stays, as if set one by one.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        from spacy.pipeline import attributeruler

        self._set = attributeruler.set_token_attrs  # type: ignore[attr-defined]
        self._attrs, self._indices = ruler.attrs, ruler.indices
        self._known: dict[tuple[int, ...], dict[Any, Any]] = {}

    def __call__(self, doc: Doc, matches: Iterable[Match]) -> None:
        numbers: dict[int, list[int]] = {}
        for number, _, start, end in matches:
            index = self._indices[number]
            numbers.setdefault((start if index >= 0 else end) + index, []).append(number)
        for at, of_token in numbers.items():
            self._set(doc[at], self._merged(tuple(of_token)))

    def _merged(self, numbers: tuple[int, ...]) -> dict[Any, Any]:
        if numbers not in self._known:
            attrs = [self._attrs[number] for number in numbers]
            self._known[numbers] = {name: value for each in attrs for name, value in each.items()}
        return self._known[numbers]


def _words(patterns: Iterable[Pattern]) -> set[str] | None:
    """The words that patterns of one token name; None if they ask for more than a sort tells."""
    words: set[str] = set()
    for pattern in patterns:
        if len(pattern) != 1 or not pattern[0].keys() <= _ASKED:
            return None
        word = pattern[0].get(_WORD, [])
        listed = word.get("IN") if isinstance(word, dict) and word.keys() == {"IN"} else word
        if isinstance(listed, str):
            listed = [listed]
        if not isinstance(listed, list):
            return None
        words.update(listed)
    return words
