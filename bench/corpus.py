"""Articles to measure with, the same for the same seed: sentences of the rules amid filler prose.

The filler speaks of what no rule knows, in plain English sentences of the length that news has.
"""

import random
from collections.abc import Iterator

_WHO = (
    "The mayor;A farmer;Her brother;The committee;A baker;The teacher;Several neighbours;The crew"
)
_DID = "repaired;painted;praised;measured;opened;visited;described;sold;cleaned;photographed"
_WHAT = (
    "the old bridge;a wooden boat;the garden wall;two bicycles;the school kitchen;a small orchard"
)
_WHERE = "near the river;behind the station;in the valley;on the market square;beside the mill"
_WHEN = "after the rain;before breakfast;at noon;during the holidays;with some help;without haste"
_MORE = (
    "while the dogs slept in the shade;because the roof had leaked all winter;"
    "although nobody had asked for it;so that the children could walk to school;"
    "which pleased the people who lived there;and the work went on until the evening"
)
SHARE = 0.1
"""How many of the sentences come from the rules: one in ten."""


def articles(
    sentences: list[str], number: int, words: int = 900, share: float = SHARE, seed: int = 1
) -> Iterator[str]:
    """Give ``number`` articles of about ``words`` words, ``share`` of their ``sentences`` given."""
    chance = random.Random(seed)
    for _ in range(number):
        yield "\n\n".join(_paragraphs(sentences, words, share, chance))


def _paragraphs(
    sentences: list[str], words: int, share: float, chance: random.Random
) -> Iterator[str]:
    written = 0
    while written < words:
        paragraph = [
            chance.choice(sentences) if chance.random() < share else filler(chance)
            for _ in range(chance.randint(2, 5))
        ]
        text = " ".join(paragraph)
        written += len(text.split())
        yield text


def filler(chance: random.Random) -> str:
    """Make one sentence that states nothing which could be checked."""
    who, did, what, where, when, more = (
        chance.choice(each.split(";")) for each in (_WHO, _DID, _WHAT, _WHERE, _WHEN, _MORE)
    )
    return f"{who} {did} {what} {where} {when}, {more}."
