"""The example sentences of all rules, each with the verdict its rule must give."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal, get_args

import msgspec

from natocheck.model.facts import AnyRule, Example, RuleBase
from natocheck.model.values import period_of
from natocheck.rulebase.lookup import all_rules

Expected = Literal["supported", "disputed", "silent"]


class ExampleCase(msgspec.Struct, frozen=True):
    """A sentence, the id of the rule it belongs to, and what the rule must say of it.

    ``on`` is the date of the article in which it is taken to stand, None for the rule
    base's own day.
    """

    rule: str
    text: str
    on: dt.date | None
    expected: Expected


def example_cases(rulebase: RuleBase) -> Iterator[ExampleCase]:
    """Yield all examples of all rules, in the order of the rule base."""
    for rule in all_rules(rulebase):
        yield from cases_of(rule)


def cases_of(rule: AnyRule) -> Iterator[ExampleCase]:
    """Yield the examples of one rule: supported, disputed, silent."""
    for expected in get_args(Expected):
        for example in getattr(rule.examples, expected):
            yield _case(rule.id, example, expected)


def _case(rule: str, example: str | Example, expected: Expected) -> ExampleCase:
    if isinstance(example, str):
        return ExampleCase(rule, example, None, expected)
    on = None if example.on is None else period_of(example.on).start
    return ExampleCase(rule, example.text, on, expected)
