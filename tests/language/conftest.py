import pytest

from natocheck import rulebase
from natocheck.language import load_model


@pytest.fixture(scope="session")
def nlp():
    return load_model()


@pytest.fixture(scope="session")
def words():
    return rulebase.load().words
