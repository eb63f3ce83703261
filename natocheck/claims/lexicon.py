"""The rule base as the reading of English needs it: words by use, and the alias index."""

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from natocheck.claims.mentions.misspelt import Speller
from natocheck.claims.mentions.names import AliasIndex, Name
from natocheck.claims.mentions.numberwords import NumberWords, number_words
from natocheck.claims.mentions.timewords import TimeWords, time_words
from natocheck.model.facts import Actor, RuleBase
from natocheck.rulebase.indexes import Indexes, indexes_of

if TYPE_CHECKING:
    from natocheck.claims.kinds.event.index import CueIndex
    from natocheck.claims.kinds.reviewed.index import PatternIndex


_NONE: frozenset[str] = frozenset()


class Lexicon:
    """Built once for a rule base and handed down to everything that reads sentences."""

    def __init__(self, rulebase: RuleBase) -> None:
        self.rulebase = rulebase
        self._uses: dict[str, frozenset[str]] = {}
        self._patterns: dict[str, tuple[re.Pattern[str], ...]] = {}
        self._phrases: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
        self._by_word: dict[tuple[str, ...], dict[str, frozenset[str]]] = {}
        self.phrases: dict[str, Any] = {}
        self.told_by: dict[str, frozenset[str]] = {}
        self._values: dict[str, dict[str, str | int | float | list[str]]] = {}

    @cached_property
    def index(self) -> Indexes:
        """The rules by what is asked of them."""
        return indexes_of(self.rulebase)

    @cached_property
    def names(self) -> AliasIndex:
        """Where names are looked up."""
        return AliasIndex(self.rulebase)

    @cached_property
    def speller(self) -> Speller:
        """Where misspelt names are recognised."""
        return Speller(self.rulebase)

    @cached_property
    def number_words(self) -> NumberWords:
        """Words that quantities are read by."""
        return number_words(self.rulebase.words)

    @cached_property
    def time_words(self) -> TimeWords:
        """Words that periods are read by."""
        return time_words(self.rulebase.words)

    @cached_property
    def event_cues(self) -> "CueIndex":
        """Event rules by the words that state them."""
        from natocheck.claims.kinds.event.index import cue_index

        return cue_index(self.rulebase)

    @cached_property
    def reviewed_patterns(self) -> "PatternIndex":
        """Readings of reviewed claims by the words that state them."""
        from natocheck.claims.kinds.reviewed.index import PatternIndex

        return PatternIndex(self)

    @cached_property
    def words_for_wholes(self) -> frozenset[str]:
        """Words by which a sentence may tell of bodies and states without naming them."""
        from natocheck.claims.bare import words_for_wholes

        return words_for_wholes(self)

    @cached_property
    def topic_words(self) -> frozenset[str]:
        """Words by which a sentence may tell of what rules know without naming it."""
        from natocheck.claims.bare import topic_words

        return topic_words(self)

    def words(self, use: str) -> frozenset[str]:
        """All words that the rule base lists for a use; empty if it lists none."""
        if use not in self._uses:
            entries = (entry for entry in self.rulebase.words.values() if entry.use == use)
            self._uses[use] = frozenset(word for entry in entries for word in entry.words)
        return self._uses[use]

    def phrases_of(self, use: str) -> dict[str, tuple[tuple[str, ...], ...]]:
        """The phrases that the rule base lists for a use, as words, by their first word."""
        if use not in self._phrases:
            index: dict[str, tuple[tuple[str, ...], ...]] = {}
            for phrase in sorted(self.words(use)):
                first, *rest = phrase.split()
                index[first] = (*index.get(first, ()), (first, *rest))
            self._phrases[use] = index
        return self._phrases[use]

    def uses_of(self, word: str, among: tuple[str, ...]) -> frozenset[str]:
        """The uses, of those that are asked for, for which the rule base lists a word."""
        if among not in self._by_word:
            index: dict[str, frozenset[str]] = {}
            for use in among:
                index |= {w: index.get(w, frozenset()) | {use} for w in self.words(use)}
            self._by_word[among] = index
        return self._by_word[among].get(word, _NONE)

    def patterns(self, use: str) -> tuple[re.Pattern[str], ...]:
        """The regular expressions that the rule base lists for a use, as whole words."""
        if use not in self._patterns:
            said = sorted(self.words(use))
            self._patterns[use] = tuple(re.compile(rf"(?i)\b(?:{each})\b") for each in said)
        return self._patterns[use]

    def values(self, use: str) -> dict[str, str | int | float | list[str]]:
        """The words of a use that carry a value."""
        if use not in self._values:
            entries = (entry for entry in self.rulebase.words.values() if entry.use == use)
            self._values[use] = {w: value for entry in entries for w, value in entry.values.items()}
        return self._values[use]

    def actor(self, identity: str) -> Actor | None:
        """The actor of an id, or None."""
        return self.rulebase.actors.get(identity)

    def is_country(self, identity: str) -> bool:
        """Whether the id is a country's."""
        actor = self.rulebase.actors.get(identity)
        return actor is not None and actor.type == "country"

    def names_country(self, name: Name) -> bool:
        """Whether a name may be a country's own, not a word for its people or its capital."""
        return any(map(self.is_country, name.ids("name")))

    def is_organisation(self, identity: str) -> bool:
        """Whether the id is an organisation's."""
        actor = self.rulebase.actors.get(identity)
        return actor is not None and actor.type == "organisation"

    def is_person(self, identity: str) -> bool:
        """Whether the id is a person's."""
        actor = self.rulebase.actors.get(identity)
        return actor is not None and actor.type == "person"
