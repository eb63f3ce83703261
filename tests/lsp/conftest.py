"""A server for all tests of the folder, since loading the language model takes seconds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from .client import Client


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of drafts, judged as of one day."""
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "natocheck.toml").write_text("date = 2025-03-05\n", "utf-8")
    return folder


@pytest.fixture(scope="session")
def client(folder: Path) -> Iterator[Client]:
    client = Client(folder)
    client.start("utf-16")
    yield client
    assert client.end() == 0
