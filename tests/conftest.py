"""The language model and the rules are loaded once for all tests."""

import pytest
from hypothesis import settings

from natocheck.pipeline import Checker, Settings, make_checker

# What a property takes is measured under bench/: a slow machine makes no test fail.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def checker() -> Checker:
    return make_checker(Settings())
