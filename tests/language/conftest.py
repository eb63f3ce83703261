from pathlib import Path

import pytest
from ruamel.yaml import YAML

from natocheck.language import load_model
from natocheck.model.facts import Words

RULES = Path(__file__).parents[2] / "rules" / "words" / "sentences.yaml"


@pytest.fixture(scope="session")
def nlp():
    return load_model()


@pytest.fixture(scope="session")
def words():
    entries = YAML(typ="safe").load(RULES.read_text(encoding="utf-8"))
    return {
        entry.pop("id"): Words(id="", use=entry["use"], words=entry["words"]) for entry in entries
    }
