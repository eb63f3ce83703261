"""What stands in the YAML beside these tests."""

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML


def listed(name: str) -> Any:
    """Return the content of a YAML file of this folder."""
    path = Path(__file__).parent / f"{name}.yaml"
    return YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
