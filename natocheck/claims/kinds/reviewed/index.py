"""Readings of reviewed claims by the words that may state them, and what each takes up.

Built once for a rule base; a sentence meets only the readings of whose lists words stand in it.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from natocheck.model.facts import Example, Reading, Reviewed

if TYPE_CHECKING:
    from natocheck.claims.lexicon import Lexicon

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, eq=False)
class Pattern:
    """One reading of a reviewed claim with the words that it understands."""

    rule: Reviewed
    reading: Reading
    lexicon: "Lexicon"

    @cached_property
    def asked(self) -> frozenset[str]:
        """Every word that the reading itself lists, phrases also word by word."""
        read = self.reading
        phrases = [*read.verb, *read.subject, *read.object, *(w for one in read.also for w in one)]
        return frozenset(phrases) | frozenset(w for phrase in phrases for w in phrase.split())

    @cached_property
    def needed(self) -> tuple[frozenset[str], ...]:
        """Of each list of the reading, the words and ids by one of which a sentence meets it."""
        read = self.reading
        lists = (read.verb, read.subject, read.object, *read.also)
        return tuple(
            frozenset(word for phrase in listed for word in (phrase, phrase.split()[0]))
            for listed in lists
            if listed
        )

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words that change nothing: the reading's, the rule's own wordings', ``known``."""
        wordings = " ".join([*self._wordings, self.rule.statement]).lower().replace("’", "'")
        known = {word for phrase in self.rule.known for word in (phrase, *phrase.split())}
        return self.asked | known | frozenset(_WORD.findall(wordings))

    @cached_property
    def identities(self) -> frozenset[str]:
        """The ids that it names, in its lists or in its wordings."""
        names = [name for text in self._wordings for name in self.lexicon.names.find(text)]
        return self.asked | frozenset(reading.id for name in names for reading in name.readings)

    @property
    def _wordings(self) -> list[str]:
        examples = self.rule.examples
        told = examples.supported if self.rule.finding == "confirmed" else examples.disputed
        return [each.text if isinstance(each, Example) else each for each in told]


class PatternIndex:
    """The patterns of a rule base by each verb, noun or phrase that may state them."""

    def __init__(self, lexicon: "Lexicon") -> None:
        self._by_cue: dict[str, list[Pattern]] = {}
        self._by_word: dict[str, list[Pattern]] = {}
        for rule in lexicon.rulebase.reviewed.values():
            for reading in rule.readings:
                self._add(Pattern(rule, reading, lexicon))

    def _add(self, pattern: Pattern) -> None:
        for cue in pattern.reading.verb:
            self._by_cue.setdefault(cue, []).append(pattern)
            for word in {cue, cue.split()[0]}:
                self._by_word.setdefault(word, []).append(pattern)

    def met(self, around: AbstractSet[str]) -> frozenset[Pattern]:
        """The patterns of which each list has something among the words and ids of a sentence."""
        stated = {p for word in around for p in self._by_word.get(word, ())}
        return frozenset(
            p for p in stated if all(not words.isdisjoint(around) for words in p.needed)
        )

    def of(self, cues: Iterable[str]) -> list[Pattern]:
        """The patterns that one of the cues may state, each once."""
        return list(dict.fromkeys(p for cue in cues for p in self._by_cue.get(cue, ())))
