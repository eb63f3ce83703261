"""Names of persons that are spelt wrongly but meant without doubt.

A misspelt name is read only where one person alone can be meant: the first name is right
and the surname comes near, or a long surname comes very near, or a title stands in front
and one letter is too many, too few or out of order. Nearness is RapidFuzz's normalised
Indel similarity of folded names, in percent.
"""

import re
from collections.abc import Iterator

from natocheck.claims.mentions.names import Name, Reading, fold
from natocheck.model.facts import RuleBase

_WORD = re.compile(r"[^\W\d_a-zà-öø-ÿ][^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONG = 7
_SHORT_AFTER_TITLE = 5
_NEAR = 80.0
_VERY_NEAR = 86.0


class Speller:
    """Finds misspelt names of the persons of a rule base."""

    def __init__(self, rulebase: RuleBase) -> None:
        self._by_first: dict[str, dict[str, set[str]]] = {}
        self._surnames: dict[str, set[str]] = {}
        self._alike: dict[tuple[str, int], set[str]] = {}
        self._known: set[str] = set()
        for actor in rulebase.actors.values():
            for alias in [actor.name, *actor.aliases]:
                self._known.update(fold(alias).lower().split())
                if actor.type == "person":
                    self._add(fold(alias).lower(), actor.id)

    def _add(self, alias: str, person: str) -> None:
        first, _, surname = alias.rpartition(" ")
        if first:
            self._by_first.setdefault(first, {}).setdefault(surname, set()).add(person)
        self._surnames.setdefault(surname, set()).add(person)
        self._alike.setdefault((surname[:1], len(surname)), set()).add(surname)

    def find(self, text: str, taken: tuple[Name, ...]) -> Iterator[Name]:
        """Misspelt names in ``text`` outside the names already ``taken``."""
        titles = {name.end for name in taken if name.ids("title")}
        inside = [(name.start, name.end) for name in taken]
        previous: re.Match[str] | None = None
        for word in _WORD.finditer(text):
            if any(start < word.end() and word.start() < end for start, end in inside):
                previous = None
                continue
            found = self._of_two(previous, word, text) or self._of_one(word, titles)
            if found is not None:
                yield found
            previous = None if found is not None else word

    def _of_two(self, first: re.Match[str] | None, second: re.Match[str], text: str) -> Name | None:
        """A right first name with a surname that comes near: "Friedrich Mertz"."""
        if first is None or text[first.end() : second.start()] != " ":
            return None
        surnames = self._by_first.get(fold(first.group()).lower(), {})
        near = [(s, p) for s, p in surnames.items() if _similarity(s, second.group()) >= _NEAR]
        persons = {person for _, found in near for person in found}
        if len(persons) != 1 or fold(second.group()).lower() in surnames:
            return None
        meant = f"{first.group()} {near[0][0].title()}"
        return _name(text[first.start() : second.end()], first.start(), persons.pop(), meant)

    def _of_one(self, word: re.Match[str], titles: set[int]) -> Name | None:
        """A surname alone, if it is long, or if a title stands directly in front."""
        spelt = fold(word.group()).lower()
        if spelt in self._known:
            return None
        titled = word.start() - 1 in titles and len(spelt) >= _SHORT_AFTER_TITLE
        if len(spelt) < _LONG and not titled:
            return None
        near = [s for s in self._candidates(spelt) if _is_meant(s, spelt, titled=titled)]
        persons = {person for surname in near for person in self._surnames[surname]}
        if len(persons) != 1:
            return None
        return _name(word.group(), word.start(), persons.pop(), near[0].title())

    def _candidates(self, spelt: str) -> list[str]:
        """The surnames with the same first letter that are at most one letter longer or shorter."""
        lengths = (len(spelt) - 1, len(spelt), len(spelt) + 1)
        return sorted(s for length in lengths for s in self._alike.get((spelt[:1], length), ()))


def _name(text: str, start: int, person: str, meant: str) -> Name:
    return Name(start, start + len(text), text, (Reading("name", person),), meant)


def _is_meant(surname: str, spelt: str, *, titled: bool) -> bool:
    if surname[:1] != spelt[:1] or abs(len(surname) - len(spelt)) > 1:
        return False
    if titled and (sorted(surname) == sorted(spelt) or len(surname) != len(spelt)):
        return _edits(surname, spelt) <= 1
    return len(spelt) >= _LONG <= len(surname) and _similarity(surname, spelt) >= _VERY_NEAR


def _similarity(surname: str, spelt: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(surname, fold(spelt).lower())


def _edits(surname: str, spelt: str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(surname, spelt)
