"""Readings of reviewed claims by the words that may state them, and what each takes up.

Built once for a rule base; a sentence meets only the readings whose verb stands in it.
"""

import re
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


def pattern_index(lexicon: "Lexicon") -> dict[str, tuple[Pattern, ...]]:
    """The patterns of a rule base by each verb, noun or phrase that may state them."""
    found: dict[str, list[Pattern]] = {}
    for rule in lexicon.rulebase.reviewed.values():
        for reading in rule.readings:
            pattern = Pattern(rule, reading, lexicon)
            for cue in reading.verb:
                found.setdefault(cue, []).append(pattern)
    return {cue: tuple(patterns) for cue, patterns in found.items()}
