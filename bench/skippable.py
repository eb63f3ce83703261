"""Count the sentences that could do without a parse, and what the others need it for.

Without a parse a sentence can be passed over if it names nothing that the rules know, holds no
figure, time or quotation, and cannot be an opinion, which as a rule hangs on its tenses. To
know those it must be tagged, which is half of a parse; so what is counted is the most that could
be gained. Each sentence is counted under the first of its needs.
"""

import argparse
import datetime as dt
import json
import random
import re
from collections import Counter
from pathlib import Path

from corpus import filler

from natocheck.claims.mentioned import find_mentions
from natocheck.language import parse
from natocheck.pipeline import Checker, Settings, make_checker

DAY = dt.date(2025, 1, 1)
_MARKS = re.compile(r'["“”‘?!]')
_HELD = {"VBZ", "VBP", "MD", "JJR", "JJS"}  # tags by which a sentence may be a judgement
_USES = (
    "judging words",
    "judging adjectives",
    "judging verbs",
    "opinion hints",
    "holding verbs",
    "appraising verbs",
    "viewpoint nouns",
    "feeling nouns",
    "naming verbs",
    "states of mind",
    "persons of address",
    "reporting verbs",
    "denial verbs",
)


def need_of(text: str, checker: Checker) -> str:
    """What a sentence needs its parse for."""
    lexicon = checker.lexicon
    mentions = find_mentions(text, DAY, lexicon)
    if mentions.names:
        return "a name that rules know"
    if mentions.quantities or mentions.periods:
        return "a figure or a time"
    if _MARKS.search(text):
        return "a quotation, question or call"
    doc = next(parse([text], checker.nlp))
    bare = (t.tag_ == "VB" and not (t.i and t.nbor(-1).tag_ == "TO") for t in doc)
    if any(t.tag_ in _HELD for t in doc) or any(bare):
        return "a present tense, a modal, a demand or a comparison"
    judging = frozenset(word for use in _USES for word in lexicon.words(use))
    if any(not judging.isdisjoint({t.lower_, t.lemma_.lower()}) for t in doc):
        return "a word that judges or reports"
    return "nothing"


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="*", type=Path, help="JSON lines with sentences as `text`")
    given = parser.parse_args().texts
    chance = random.Random(1)
    sentences = [json.loads(line)["text"] for f in given for line in f.read_text().splitlines()]
    sentences = sentences or [filler(chance) for _ in range(1_000)]
    checker = make_checker(Settings())
    needs = Counter(need_of(text, checker) for text in sentences)
    for need, number in needs.most_common():
        print(f"{number / len(sentences):6.1%} {number:6}  {need}")


if __name__ == "__main__":
    main()
