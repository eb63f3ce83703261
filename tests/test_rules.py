"""Every example of every rule; known failures are listed with a reason.

``known_failures.yaml`` is a list of {rule, text, reason}: expected to fail, and to be
struck off once they pass.
"""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from natocheck import rulebase
from natocheck.pipeline import Checker, run_example
from natocheck.rulebase.examples import ExampleCase, example_cases

KNOWN = Path(__file__).parent / "known_failures.yaml"


def known_failures() -> dict[tuple[str, str], str]:
    listed = YAML(typ="safe", pure=True).load(KNOWN.read_text("utf-8")) or []
    return {(each["rule"], each["text"]): each["reason"] for each in listed}


def cases() -> list[Any]:
    known = known_failures()
    return [one(case, known.get((case.rule, case.text))) for case in example_cases(rulebase.load())]


def one(case: ExampleCase, reason: str | None) -> Any:
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason is not None else []
    name = f"{case.rule}: {case.expected}: {case.text[:60]}"
    return pytest.param(case, id=name, marks=marks)


@pytest.mark.parametrize("case", cases())
def test_rule_judges_its_example(checker: Checker, case: ExampleCase) -> None:
    assert run_example(case, checker).got == case.expected


def test_known_failures_are_examples_of_rules() -> None:
    examples = {(case.rule, case.text) for case in example_cases(rulebase.load())}
    assert set(known_failures()) <= examples
