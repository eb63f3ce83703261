"""Every supported example of the rules, corrupted in each slot that its rule speaks of."""

import datetime as dt
import random
from collections.abc import Iterator
from typing import NamedTuple

from natocheck.model.facts import Event, RuleBase
from natocheck.pipeline import Checker, check_document, document_of
from natocheck.rulebase.examples import ExampleCase, example_cases

from .mutate import corruptions
from .slots import slots_of

SEED = 20251126


class Outcome(NamedTuple):
    """A corrupted sentence, the slot that was changed, and its verdict."""

    rule: str
    slot: str
    text: str
    on: dt.date
    verdict: str


def originals(rules: RuleBase, every: int = 1) -> list[ExampleCase]:
    """The supported examples, or one in ``every``, of all rules that can dispute.

    An event that is not closed only confirms: other dates of it are not known to be wrong.
    """
    events = rules.events
    cases = [c for c in example_cases(rules) if c.expected == "supported"]
    return [c for c in cases if c.rule not in events or _is_closed(events[c.rule])][::every]


def _is_closed(event: Event) -> bool:
    return event.closed


def verdict(checker: Checker, text: str, on: dt.date) -> str:
    """What a sentence comes out as: supported, disputed or silent."""
    report = check_document(document_of(text, on), checker)
    got = {sentence.verdict for sentence in report.sentences}
    return next((v for v in ("disputed", "supported") if v in got), "silent")


def outcomes(checker: Checker, original: ExampleCase) -> Iterator[Outcome]:
    """The verdicts of a sentence with one slot changed, one for each that its rule holds."""
    on = original.on or checker.rules.as_of
    chance = random.Random(f"{SEED}{original.text}")
    tried: set[str] = set()
    for slots in slots_of(checker, original.text, on):
        if slots.rule != original.rule:
            continue
        for slot, text in corruptions(original.text, slots, checker.rules, on, chance):
            if slot not in tried:
                tried.add(slot)
                yield Outcome(original.rule, slot, text, on, verdict(checker, text, on))
