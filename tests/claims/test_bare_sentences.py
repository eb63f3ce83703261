"""Sentences that tell of nothing the rules know are read in fewer ways, to the same end."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from natocheck import readers
from natocheck.claims import read
from natocheck.claims.kinds.event.index import CueIndex
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
# Figures and times that are of nothing the rules know, also behind what they know.
UNRELATED = [
    "Two bicycles stood behind the mill on Tuesday.",
    "In March 2024 the orchestra played twice.",
    "The baker sold 300 loaves and three cakes before noon.",
    "Several hens were so thin in 2019 that the dogs ignored them.",
    "On 4 April 1949 my grandmother bought this piano.",
    "Nobody had asked for it, and nobody repaired the 12 windows.",
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
    "It began on 4 April 1949.",
    "In 2024 it was 3.5 percent.",
    "Its 30 members met in 2024.",
    "The 27 agreed on it in 2014.",
    "They joined in 2004.",
    "Twelve countries signed that treaty in 1949.",
    "Nobody has invoked it twice.",
    "The summit of 2014 set the 2 percent goal.",
    "No ally spent 5 percent of GDP on defence in 2024.",
    "Spending reached 1,506 billion dollars in 2024.",
    "Ten allies missed the target in 2023.",
    "The Wall fell on 9 November 1989.",
    "Both joined in 1955.",
    "A year later, by 2 percent.",
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
    several += [f"{before} {each}" for before in ("", TOPICS) for each in (*UNRELATED, *REFERRING)]
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
    monkeypatch.setattr(read, "is_bare", lambda scene: False)
    assert check_document(document, checker) == found


@pytest.mark.parametrize("before", ["", TOPICS])
@pytest.mark.parametrize("text", UNRELATED)
def test_figures_and_times_of_nothing_known_are_bare(
    checker: Checker, monkeypatch: pytest.MonkeyPatch, before: str, text: str
):
    assert bare(f"{before} {text}", checker, monkeypatch)[-1]


@pytest.mark.parametrize("text", REFERRING[len(PLAIN) :])
def test_what_may_be_of_something_told_before_is_not_bare(
    checker: Checker, monkeypatch: pytest.MonkeyPatch, text: str
):
    assert not bare(f"{TOPICS} {text}", checker, monkeypatch)[-1]


def bare(text: str, checker: Checker, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each sentence of a text was taken for bare."""
    answers = []
    ask = read.is_bare
    monkeypatch.setattr(read, "is_bare", lambda scene: answers.append(ask(scene)) or answers[-1])
    check_document(document_of(text), checker)
    return answers


def test_a_cue_without_a_plain_letter_may_stand_anywhere():
    index = CueIndex((), {"№ 5": {"": ()}, "стать": {"цель": (0,)}}, {})
    assert not index.may_be_stated({"word"})
    assert index.may_be_stated({"word", "цель"})
