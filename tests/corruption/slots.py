"""What the claims of a sentence rest on: the mentions that fill the slots of those supported."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

import msgspec

from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.model.claims import Claim
from natocheck.model.values import Interval, Period
from natocheck.pipeline import Checker, document_of
from natocheck.pipeline.checking import read_sentences
from natocheck.verdicts.judge import judge


@dataclasses.dataclass(frozen=True)
class Slots:
    """The words and mentions of one supported claim of ``rule``; offsets into the sentence."""

    rule: str
    claim: Claim
    start: int
    end: int
    names: tuple[Name, ...]
    quantities: tuple[FoundQuantity, ...]
    periods: tuple[FoundPeriod, ...]


def slots_of(checker: Checker, text: str, on: dt.date) -> Iterator[Slots]:
    """The slots of each supported claim of a text that is one sentence."""
    for read in read_sentences(document_of(text, on), checker, on):
        if read.scene.doc.text != text:
            continue  # it was read in other words, whose offsets are not the text's
        for claim in read.claims:
            finding = judge(claim, checker.rules, on)
            if finding.verdict != "supported" or finding.rule is None:
                continue
            held = list(_values(claim.statement))
            scene = read.scene
            yield Slots(
                finding.rule,
                claim,
                claim.start,
                claim.end,
                tuple(n for n in scene.names if any(r.id in held for r in n.readings)),
                tuple(q for q in scene.quantities if q.quantity.interval in held),
                tuple(p for p in scene.periods if _is_held(p, claim, held)),
            )


def _is_held(found: FoundPeriod, claim: Claim, held: list[object]) -> bool:
    """Whether a claim states a period or, of a measure, its year."""
    same = [p for p in held if isinstance(p, Period) and p.start == found.period.start]
    return bool(same) or (claim.kind == "measure" and found.period.start.year in held)


def _values(value: object) -> Iterator[object]:
    """Every id, number, interval and period within a statement."""
    if isinstance(value, tuple):
        for each in value:
            yield from _values(each)
    elif isinstance(value, Interval | Period) or not isinstance(value, msgspec.Struct):
        yield value
    else:
        for name in value.__struct_fields__:
            yield from _values(getattr(value, name))
