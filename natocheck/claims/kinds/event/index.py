"""Event rules by the words that state them, so that a sentence meets only its own rules.

A rule is met where one of its verbs or nouns stands in a sentence together with one of the
things that it must act on. Built once for a rule base; the look-up costs the same however
many rules there are.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from natocheck.claims.mentions.anchors import runs_of
from natocheck.model.facts import Event, RuleBase, Said

_ANYTHING = ""
_LETTERLESS = ""  # a cue without a plain letter may stand anywhere
Bucket = dict[str, tuple[int, ...]]


@dataclass(frozen=True)
class CueIndex:
    """For each verb and noun phrase the positions of the rules that list it, by thing."""

    rules: tuple[Event, ...]
    verbs: dict[str, Bucket]
    nouns: dict[str, Bucket]

    def may_be_stated(self, around: AbstractSet[str]) -> bool:
        """Whether words and ids may state an event: all words of a cue, and a thing of it."""
        runs = {run for word in around for run in runs_of(word)}
        return any(
            words <= runs and _met(bucket, around)
            for run in (*runs, _LETTERLESS)
            for words, bucket in self._anchored.get(run, ())
        )

    @cached_property
    def _anchored(self) -> dict[str, tuple[tuple[frozenset[str], Bucket], ...]]:
        """The words of each cue with its bucket, by the longest of the words."""
        found: dict[str, list[tuple[frozenset[str], Bucket]]] = {}
        for cue, bucket in (*self.verbs.items(), *self.nouns.items()):
            words = runs_of(cue)
            longest = max(words, key=len, default=_LETTERLESS)
            found.setdefault(longest, []).append((frozenset(words), bucket))
        return {word: tuple(cues) for word, cues in found.items()}

    def lists_noun(self, cues: Iterable[str]) -> bool:
        """Whether some rule lists one of the cues as a noun."""
        return any(cue in self.nouns for cue in cues)

    def rules_for(
        self, cues: Iterable[str], around: AbstractSet[str], *, is_verb: bool
    ) -> list[Event]:
        """The rules that one of the cues may state, in the order of the rule base.

        ``around`` are the words and ids that may name the thing.
        """
        listed = self.verbs if is_verb else self.nouns
        buckets = [listed[cue] for cue in cues if cue in listed]
        found = {position for bucket in buckets for position in _met(bucket, around)}
        return [self.rules[position] for position in sorted(found)]


def _met(bucket: Bucket, around: AbstractSet[str]) -> list[int]:
    fewer, more = (bucket, around) if len(bucket) < len(around) else (around, bucket)
    keys = [key for key in fewer if key in more]
    found = [position for key in keys for position in bucket[key]]
    return [*found, *bucket.get(_ANYTHING, ())]


def cue_index(rulebase: RuleBase) -> CueIndex:
    """The index of a rule base's event rules."""
    rules = tuple(rulebase.events.values())
    verbs: dict[str, dict[str, list[int]]] = {}
    nouns: dict[str, dict[str, list[int]]] = {}
    for position, rule in enumerate(rules):
        for said in rule.said:
            for cues, index in ((said.verbs, verbs), (said.nouns, nouns)):
                for cue in cues:
                    for thing in _keys(said):
                        index.setdefault(cue, {}).setdefault(thing, []).append(position)
    return CueIndex(rules, _frozen(verbs), _frozen(nouns))


def _keys(said: Said) -> list[str]:
    """An id or the last word of each thing, as a sentence has it."""
    return [thing.split()[-1] for thing in said.things] or [_ANYTHING]


def _frozen(index: dict[str, dict[str, list[int]]]) -> dict[str, Bucket]:
    return {
        cue: {thing: tuple(dict.fromkeys(positions)) for thing, positions in things.items()}
        for cue, things in index.items()
    }
