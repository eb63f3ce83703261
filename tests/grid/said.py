"""What ``constructions.yaml`` holds: the constructions by kind, and words to fill them."""

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

_ALL: dict[str, Any] = YAML(typ="safe", pure=True).load(
    (Path(__file__).parent / "constructions.yaml").read_text("utf-8")
)
EVENTS: list[dict[str, str]] = _ALL["events"]
NUMBERS: list[str] = _ALL["numbers"]
CONSTRUCTIONS: dict[str, dict[str, dict[str, str]]] = {
    kind: groups for kind, groups in _ALL.items() if "judged" in groups
}
GAPS: dict[str, dict[str, str]] = _ALL["gaps"]
