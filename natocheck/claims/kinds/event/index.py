"""Event rules by the words that state them, so that a sentence meets only its own rules.

Built once for a rule base; the look-up costs the same however many rules there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from natocheck.model.facts import Event, RuleBase


@dataclass(frozen=True)
class CueIndex:
    """For each verb and noun phrase the positions of the rules that list it."""

    rules: tuple[Event, ...]
    verbs: dict[str, tuple[int, ...]]
    nouns: dict[str, tuple[int, ...]]

    def rules_for(self, cues: Iterable[str], *, is_verb: bool) -> list[Event]:
        """The rules that one of the cues may state, in the order of the rule base."""
        listed = self.verbs if is_verb else self.nouns
        found = {position for cue in cues for position in listed.get(cue, ())}
        return [self.rules[position] for position in sorted(found)]


def cue_index(rulebase: RuleBase) -> CueIndex:
    """The index of a rule base's event rules."""
    rules = tuple(rulebase.events.values())
    verbs: dict[str, list[int]] = {}
    nouns: dict[str, list[int]] = {}
    for position, rule in enumerate(rules):
        for said in rule.said:
            for cues, index in ((said.verbs, verbs), (said.nouns, nouns)):
                for cue in cues:
                    index.setdefault(cue, []).append(position)
    return CueIndex(rules, _frozen(verbs), _frozen(nouns))


def _frozen(index: dict[str, list[int]]) -> dict[str, tuple[int, ...]]:
    return {cue: tuple(dict.fromkeys(positions)) for cue, positions in index.items()}
