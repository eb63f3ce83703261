"""The one test here that reads the shipped rules: they load and lint without a fault."""

import pytest

from natocheck.rulebase import shipped_rules
from natocheck.rulebase.lint import lint_folders


@pytest.fixture
def shipped():
    """Leave the shipped rules in their place."""
    return shipped_rules()


def test_the_shipped_rules_load_and_lint_without_a_fault():
    assert [str(fault) for fault in lint_folders()] == []
