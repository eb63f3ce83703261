"""Small rule folders that a test writes itself; the shipped rules are never read here."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import platformdirs
import pytest

from natocheck.model.facts import RuleBase
from natocheck.rulebase import folders, load

Write = Callable[[dict[str, str]], Path]

BASE = {
    "base.yaml": """
    - {kind: source, id: gazette, title: The Gazette, publisher: Press, url: "https://example.org"}
    - {kind: actor, id: norland, type: country, name: Norland}
    - {kind: actor, id: sudland, type: country, name: Sudland}
    - {kind: actor, id: ostland, type: country, name: Ostland}
    - {kind: actor, id: league, type: organisation, name: The League}
    - {kind: actor, id: ann-adams, type: person, name: Ann Adams, aliases: [Adams]}
    - {kind: actor, id: bob-brown, type: person, name: Bob Brown}
    """
}
MARKED = """
  statement: It is so.
  sources: [gazette]
  examples: {supported: [Yes %(id)s.], disputed: [Not %(id)s.], silent: [Else %(id)s.]}
"""


def written(folder: Path, files: dict[str, str]) -> Path:
    """Write the files, their text dedented, and return the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return folder


def rule(kind: str, id: str, body: str) -> str:
    """Return a rule with statement, source and examples, and the body's own keys."""
    head = f"- kind: {kind}\n  id: {id}" + MARKED % {"id": id}
    return head + "".join(f"  {line}\n" for line in dedent(body).strip().splitlines())


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let a small folder stand for the shipped rules."""
    folder = written(tmp_path / "shipped", BASE)
    monkeypatch.setattr(folders, "shipped_rules", lambda: folder)
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's cache folder out of the tests."""
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda app: str(tmp_path / "home" / app))


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes files into the folder "own"."""
    return lambda files: written(tmp_path / "own", files)


@pytest.fixture
def loaded(write: Write) -> Callable[[str], RuleBase]:
    """Return a function that loads the small rules with one file of YAML over them."""
    return lambda text: load([write({"own.yaml": text})], use_cache=False)
