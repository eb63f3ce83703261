"""Who joined in the same year, month or on the same day as another: "the same year as Slovenia"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.phrases import coordinated, countries_of
from natocheck.claims.scene import Scene
from natocheck.model.claims import Belongs, JoinedApart, Span
from natocheck.model.values import Interval

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_LONGEST: dict[str, tuple[Span, float]] = {
    "year": ("year", 366.0),
    "month": ("month", 31.0),
    "day": ("day", 0.0),
}


@dataclass(frozen=True, eq=False)
class Alike:
    """The unit of time that is the same, and the countries that it is shared with; none if it
    is that of something else."""

    noun: "Token"
    others: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words that compare."""
        return f"same {self.noun.text} as {' '.join(self.others)}"


def alike_in(scene: Scene, clause: Clause) -> Iterator[Alike]:
    """The comparisons "in the same year as Slovenia" of a clause."""
    for noun in clause.tokens:
        if noun.lemma_.lower() not in _LONGEST or noun.i + 2 > len(noun.doc) - 1:
            continue
        if noun.nbor(-1).lower_ == "same" and noun.nbor(1).lower_ == "as":
            yield Alike(noun, _compared(scene, noun.nbor(1)))


def _compared(scene: Scene, word: "Token") -> tuple[str, ...]:
    """The countries behind "as"; none if anything but an echo of the verb goes on."""
    things = [t for t in word.children if t.dep_ == "pobj"]
    named = [countries_of(scene, each) for t in things for each in [t, *coordinated(t)]]
    last = max((x.i for t in things for x in t.subtree), default=word.i)
    after = word.doc[last + 1] if last + 1 < len(word.doc) else None
    goes_on = after is not None and (after.tag_ == "POS" or after.pos_ in {"VERB", "AUX"})
    if not named or not all(named) or goes_on:
        return ()
    return tuple(dict.fromkeys(i for ids in named for i in ids))


def joined_alike(said: Belongs, alike: Alike) -> Iterator[JoinedApart]:
    """One claim for each two countries that are compared."""
    if said.assumed:
        return  # it may be another body that both joined
    same, days = _LONGEST[alike.noun.lemma_.lower()]
    for member in said.members:
        for other in alike.others:
            if other != member:
                yield JoinedApart(
                    earlier=other,
                    later=member,
                    organisation=said.organisation,
                    days=Interval(0.0, days),
                    ordered=False,
                    same=same,
                )
