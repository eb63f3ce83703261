"""The paraphrase grid: each construction of English, said of a sample of records.

A construction is filled once with what is right and once with what is wrong. Of those
that assert, the first must be supported and the second disputed; of those that ask,
suppose or deny, neither may be judged.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from natocheck.model.facts import RuleBase
from natocheck.pipeline import Checker, check_document, document_of

from .records import Record, records
from .said import CONSTRUCTIONS

SAMPLE = 12
_SLOT = re.compile(r"\{([^}]+)\}")
KINDS = tuple(CONSTRUCTIONS)


class Said(NamedTuple):
    """One sentence of the grid; ``expected`` is the verdict it ought to get."""

    kind: str
    construction: str
    record: Record
    right: bool
    expected: str
    text: str


def sentences(rules: RuleBase, kind: str, sample: int = SAMPLE) -> Iterator[Said]:
    """Every construction of a kind, said of ``sample`` records, right and wrong."""
    drawn = records(rules, kind)[:sample]
    for group, silent in (("judged", False), ("open", True)):
        for construction, template in CONSTRUCTIONS[kind][group].items():
            for record in drawn:
                for right in (True, False):
                    expected = "silent" if silent else "supported" if right else "disputed"
                    words = record.right if right else record.wrong
                    text = _filled(template, words)
                    yield Said(kind, construction, record, right, expected, text)


def _filled(template: str, words: dict[str, str]) -> str:
    text = _SLOT.sub(lambda slot: words[slot[1]], template).replace("s's ", "s' ")
    first = re.search(r"\w", text)
    assert first is not None
    return text[: first.start()] + first[0].upper() + text[first.end() :]


def verdict(checker: Checker, said: Said) -> str:
    """What a sentence of the grid comes out as: supported, disputed or silent."""
    report = check_document(document_of(said.text, said.record.on), checker)
    got = {sentence.verdict for sentence in report.sentences}
    return next((v for v in ("disputed", "supported") if v in got), "silent")
