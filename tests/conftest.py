"""The language model and the rules are loaded once for all tests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from ruamel.yaml import YAML

from natocheck.pipeline import Checker, Settings, make_checker

# What a property takes is measured under bench/: a slow machine makes no test fail.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def checker() -> Checker:
    return make_checker(Settings())


@pytest.fixture(scope="session")
def listed() -> Callable[..., Iterator[str]]:
    """Give the sentences of ``tests/sentences`` that stand under some verdicts."""

    def texts(*verdicts: str) -> Iterator[str]:
        for path in sorted((Path(__file__).parent / "sentences").glob("*.yaml")):
            for group in YAML(typ="safe", pure=True).load(path.read_text("utf-8")):
                cases = (case for verdict in verdicts for case in group.get(verdict, ()))
                yield from (case if isinstance(case, str) else case["text"] for case in cases)

    return texts
