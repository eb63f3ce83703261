"""The language model and the rules are loaded once for all tests."""

import pytest

from natocheck.pipeline import Checker, Settings, make_checker


@pytest.fixture(scope="session")
def checker() -> Checker:
    return make_checker(Settings())
