"""Names of persons that are spelt wrongly but meant without doubt.

Similarity is RapidFuzz's normalised Indel ratio over folded names. A misspelt name is
read only where it is long enough and one person alone comes near it, so that a
different person of a similar name is not taken for the known one.
"""

import re
from collections.abc import Iterator

from natocheck.claims.mentions.names import Name, Reading, fold
from natocheck.model.facts import RuleBase

_CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?")
_LEAST_LENGTH = 7
_LEAST_SIMILARITY = 86.0


class Speller:
    """Finds misspelt names of the persons of a rule base."""

    def __init__(self, rulebase: RuleBase) -> None:
        self._spellings: dict[str, set[str]] = {}
        for actor in rulebase.actors.values():
            if actor.type == "person":
                for alias in [actor.name, *actor.aliases]:
                    if len(alias) >= _LEAST_LENGTH:
                        self._spellings.setdefault(fold(alias), set()).add(actor.id)
        self._words = {word for spelling in self._spellings for word in spelling.split()}

    def find(self, text: str, taken: tuple[Name, ...]) -> Iterator[Name]:
        """Misspelt names in ``text`` outside the names already ``taken``."""
        for found in _CAPITALISED.finditer(text):
            for start, end in _candidates(found.start(), found.group()):
                if any(name.start < end and start < name.end for name in taken):
                    continue
                name = self._nearest(text[start:end], start)
                if name is not None:
                    yield name
                    break

    def _nearest(self, word: str, start: int) -> Name | None:
        if len(word) < _LEAST_LENGTH or fold(word) in self._words:
            return None
        from rapidfuzz import fuzz, process

        near = process.extract(
            fold(word), self._spellings.keys(), scorer=fuzz.ratio, score_cutoff=_LEAST_SIMILARITY
        )
        persons = {person for spelling, _, _ in near for person in self._spellings[spelling]}
        if len(persons) != 1:
            return None
        reading = Reading("name", persons.pop())
        return Name(start, start + len(word), word, (reading,), near[0][0])


def _candidates(start: int, text: str) -> Iterator[tuple[int, int]]:
    yield start, start + len(text)
    offset = 0
    for word in text.split(" "):
        yield start + offset, start + offset + len(word)
        offset += len(word) + 1
