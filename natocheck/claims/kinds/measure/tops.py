"""Who is among the first so many: "the three biggest spenders", "in the top five"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.kinds.measure.reading import Reading
from natocheck.claims.kinds.measure.regions import within_region
from natocheck.model.claims import Measured, Operand

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_PARTIAL = {"among", "in", "of", "within", "into"}
_MOST = 31


@dataclass(frozen=True)
class _Places:
    """So many places from one end; ``partial``: only some of those who hold them are named."""

    number: int
    bottom: bool
    partial: bool


def tops(reading: Reading) -> Iterator[Measured]:
    """Those named as holders of the first or last places of a group."""
    places = _places(reading)
    if places is None:
        return
    names = [item.id for item in reading.items if not item.is_group]
    if not names or not (places.partial or len(names) == places.number):
        return
    groups = tuple(item.id for item in reading.items if item.is_group)
    yield reading.measured(
        form="rank",
        operand=Operand(actors=tuple(dict.fromkeys(names))),
        rank=places.number,
        within=True,
        bottom=places.bottom,
        whole=Operand(actors=groups[:1]) if groups else within_region(reading),
    )


def has_count_of_places(reading: Reading) -> bool:
    """Whether a superlative takes in several: "the five largest", "the top ten"."""
    return _places(reading) is not None


def _places(reading: Reading) -> _Places | None:
    ends = reading.scene.lexicon.values("superlatives")
    cardinals = reading.scene.lexicon.time_words.numbers.cardinals
    for token in reading.clause.tokens:
        number = int(token.text) if token.text.isdigit() else int(cardinals.get(token.lower_, 0))
        beside = _superlative(reading, token) if 1 < number <= _MOST else None
        if beside is not None:
            bottom = ends[beside.lower_] == "bottom"
            return _Places(number, bottom, _is_partial(reading, min(beside.i, token.i)))
    return None


def _superlative(reading: Reading, number: "Token") -> "Token | None":
    """The superlative right before or after a number ("top five", "five biggest")."""
    ends = reading.scene.lexicon.values("superlatives")
    near = [number.nbor(-1)] if number.i else []
    near += [number.nbor(1)] if number.i + 1 < len(number.doc) else []
    return next((t for t in near if t.lower_ in ends and not _is_bound(t)), None)


def _is_bound(superlative: "Token") -> bool:
    """ "At least 2 percent": a bound of a figure."""
    return superlative.i > 0 and superlative.nbor(-1).lower_ == "at"


def _is_partial(reading: Reading, start: int) -> bool:
    """Whether the places are those of more than are named: "one of the ten lowest"."""
    before = reading.scene.doc[max(0, start - 2) : start]
    return any(t.lower_ in _PARTIAL for t in before)
