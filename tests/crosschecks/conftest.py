"""The shipped rules, loaded once, without the language model."""

import pytest

from natocheck import rulebase
from natocheck.model.facts import RuleBase


@pytest.fixture(scope="session")
def rules() -> RuleBase:
    return rulebase.load()
