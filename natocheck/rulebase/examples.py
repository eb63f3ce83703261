"""The example sentences of all rules, each with the verdict its rule must give."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal, get_args

import msgspec

from natocheck.model.errors import UsageError
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


def example_cases(rulebase: RuleBase, only: Sequence[str] = ()) -> list[ExampleCase]:
    """Return the examples of all rules, or of ``only`` those ids, as the rule base has them.

    Raises UsageError for an id that no rule has.
    """
    rules = {rule.id: rule for rule in all_rules(rulebase)}
    for unknown in sorted(set(only) - set(rules)):
        raise UsageError(f"no rule has the id {unknown!r}; `natocheck rules list` lists them all")
    chosen = [rule for id, rule in rules.items() if not only or id in only]
    return [case for rule in chosen for case in cases_of(rule)]


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
