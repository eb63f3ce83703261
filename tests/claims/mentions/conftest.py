"""The shipped number and time words: what the engines are tested with."""

from pathlib import Path

import msgspec
import pytest
from ruamel.yaml import YAML

from natocheck.claims.mentions.numberwords import NumberWords, number_words
from natocheck.claims.mentions.timewords import TimeWords, time_words
from natocheck.model.facts import Words

FOLDER = Path(__file__).parents[3] / "rules" / "words"


@pytest.fixture(scope="session")
def shipped_words() -> dict[str, Words]:
    rows = [
        row for name in ("numbers", "currencies", "time") for row in _rows(FOLDER / f"{name}.yaml")
    ]
    return {row["id"]: msgspec.convert(row, Words) for row in rows}


def _rows(path: Path) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = YAML(typ="safe", pure=True).load(path)
    return rows


@pytest.fixture(scope="session")
def numbers(shipped_words: dict[str, Words]) -> NumberWords:
    return number_words(shipped_words)


@pytest.fixture(scope="session")
def times(shipped_words: dict[str, Words]) -> TimeWords:
    return time_words(shipped_words)
