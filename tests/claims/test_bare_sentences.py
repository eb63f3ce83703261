"""Sentences that tell of nothing the rules know are read in fewer ways, to the same end."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from natocheck import readers
from natocheck.claims.scene import Scene
from natocheck.pipeline import Checker, check_document, document_of

SEEDS = Path(__file__).parents[2] / "seeds"
LISTED = Path(__file__).parents[1] / "sentences"
PLAIN = [
    "The mayor opened the market before breakfast.",
    "It has never been closed, whatever the neighbours say.",
    "They joined hands and left the hall together.",
    "Nobody in the village remembers who built the bridge, and nobody cares.",
    "The members of the choir meet on the square, as they always have.",
    "What a splendid afternoon it was!",
    "The plane has a kill switch, and the bread is fresh.",
    "Half of the houses are empty; most of the rest are for sale.",
]
# What organisations, measures and treaties may be meant by, once they are named.
TOPICS = "Under Article 5 of its treaty, NATO spent more than 2 percent of its GDP in 2024."
REFERRING = [
    *PLAIN,
    "It has never been invoked.",
    "The clause was never used.",
    "The alliance grew.",
    "Its share has risen ever since.",
    "Membership has more than doubled.",
    "No summit can paper over that.",
    "Spending rose every year.",
    "The treaty binds all members.",
    "Critics call the target a mistake.",
]


def corpus():
    """The module that makes the articles of the benchmark."""
    place = spec_from_file_location("corpus", SEEDS.parent / "bench" / "corpus.py")
    module = module_from_spec(place)
    place.loader.exec_module(module)
    return module


def sentences():
    """Every twentieth sentence on which all rules must be silent."""
    for path in sorted(LISTED.glob("*.yaml")):
        listed = YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
        cases = [case for group in listed for case in group.get("silent", ())]
        yield from (case if isinstance(case, str) else case["text"] for case in cases[::20])


def documents():
    yield from (pytest.param(document_of(text), id=text[:60]) for text in PLAIN)
    several = [" ".join(PLAIN), "\n\n".join(PLAIN), "\n\n".join(sentences())]
    several += [f"{TOPICS} {' '.join(PLAIN)}", "\n\n".join(f"{TOPICS} {s}" for s in REFERRING)]
    yield from (pytest.param(document_of(text), id=f"{len(text)} signs") for text in several)
    for number, text in enumerate(corpus().articles(list(sentences()), 3)):
        yield pytest.param(document_of(text), id=f"article {number} of the benchmark")
    for path in sorted(SEEDS.rglob("*.txt")):
        yield pytest.param(readers.read(str(path)), id=path.name)


@pytest.mark.parametrize("document", list(documents()))
def test_a_bare_sentence_is_judged_as_if_all_kinds_read_it(
    checker: Checker, monkeypatch: pytest.MonkeyPatch, document
):
    found = check_document(document, checker)
    monkeypatch.setattr(Scene, "is_bare", False)
    assert check_document(document, checker) == found


def test_some_sentences_are_bare(checker: Checker, monkeypatch: pytest.MonkeyPatch):
    asked = []
    monkeypatch.setattr(Scene, "is_bare", property(lambda scene: asked.append(scene) or False))
    check_document(document_of(PLAIN[0]), checker)
    monkeypatch.undo()
    assert asked
    assert all(scene.is_bare for scene in asked)
