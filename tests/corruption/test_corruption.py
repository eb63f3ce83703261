"""Supported examples with one slot changed: most become disputed, the originals never.

A sample; ``python -m tests.corruption`` runs all of them and shows what came out.
"""

from natocheck.pipeline import Checker

from .run import originals, outcomes, verdict

EVERY = 15
AT_LEAST = 0.91  # over all examples it is 0.9499, in the sample less; it may only grow


def test_originals_are_not_disputed(checker: Checker) -> None:
    sample = originals(checker.rules, EVERY)
    day = checker.rules.as_of
    assert [o.text for o in sample if verdict(checker, o.text, o.on or day) == "disputed"] == []


def test_corrupted_sentences_are_mostly_disputed(checker: Checker) -> None:
    found = [o for one in originals(checker.rules, EVERY) for o in outcomes(checker, one)]
    missed = [(o.verdict, o.slot, o.text) for o in found if o.verdict != "disputed"]
    assert len(found) > 100
    assert 1 - len(missed) / len(found) >= AT_LEAST, missed
