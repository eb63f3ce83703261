"""The word lists that tell where sentences end."""

from collections.abc import Mapping
from typing import NamedTuple

from natocheck.model.facts import Words


class Lexicon(NamedTuple):
    """Abbreviations by what they stand before, and the words that open or tag a sentence."""

    names: frozenset[str]
    numbers: frozenset[str]
    words: frozenset[str]
    also_words: frozenset[str]
    institutions: frozenset[str]
    openers: frozenset[str]
    speech: frozenset[str]
    reports: frozenset[str]
    attitudes: frozenset[str]


def lexicon(words: Mapping[str, Words]) -> Lexicon:
    """The lists among ``words``; one that is missing is empty."""
    ids = (
        "abbreviations-before-names",
        "abbreviations-before-numbers",
        "abbreviations-of-words",
        "abbreviations-that-are-words",
        "words-of-institutions",
        "sentence-openers",
        "speech-tags",
        "reporting-verbs",
        "attitude-verbs",
    )
    return Lexicon(*(frozenset(words[id].words) if id in words else frozenset() for id in ids))
