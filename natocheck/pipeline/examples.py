"""The example sentences of rules, run as tests of the rules."""

import datetime as dt
from collections.abc import Sequence

import msgspec

from natocheck import rulebase
from natocheck.model.report import JUDGED
from natocheck.pipeline.checking import Checker, check_document, make_checker
from natocheck.pipeline.settings import Settings, document_of
from natocheck.rulebase.examples import ExampleCase, example_cases


class ExampleResult(msgspec.Struct, frozen=True):
    """A rule's example sentence: what the rule should say of it and what it said."""

    rule: str
    text: str
    on: dt.date | None
    expected: str
    got: str
    passed: bool


def test_examples(settings: Settings, only: Sequence[str] = ()) -> list[ExampleResult]:
    """Run the examples of all rules, or of ``only`` those with these ids.

    The rule must say of its example what the example's group asks for. Raises UsageError
    for an id that no rule has.
    """
    rules = rulebase.load(settings.rule_folders)
    cases = example_cases(rules, only)
    checker = make_checker(settings, rules)
    return [run_example(case, checker) for case in cases]


test_examples.__test__ = False  # type: ignore[attr-defined]  # not a test of its own


def run_example(case: ExampleCase, checker: Checker) -> ExampleResult:
    """Run one example: what its rule says of it, and whether that is what it should say."""
    report = check_document(document_of(case.text, case.on), checker)
    got = "silent"
    for sentence in report.sentences:
        for finding in sentence.findings:
            if finding.rule == case.rule and finding.verdict in JUDGED and got != "disputed":
                got = finding.verdict
    return ExampleResult(case.rule, case.text, case.on, case.expected, got, got == case.expected)
