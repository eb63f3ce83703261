"""A file that is too large for an article is refused with its size and what to do."""

from pathlib import Path

import pytest

from natocheck import readers
from natocheck.model.errors import InputError
from natocheck.readers.content import LARGEST


def test_a_collection_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "archive.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(InputError, match=r"50\.0 MB.*Split it"):
        readers.read(str(path))


def test_standard_input_is_held_to_the_same_size() -> None:
    with pytest.raises(InputError, match="Split it"):
        readers.read("-", b"a" * (LARGEST + 1))


def test_the_largest_article_is_read(tmp_path: Path) -> None:
    text = "NATO met. " * (LARGEST // 10)
    path = tmp_path / "long.txt"
    path.write_text(text, "utf-8")
    assert readers.read(str(path)).text == text
