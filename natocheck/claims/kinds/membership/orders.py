"""Which of two countries joined first: "Finland joined before Sweden", "a year after Spain"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.membership.moments import UNITS, length_of
from natocheck.claims.kinds.membership.verbs import verb_at
from natocheck.claims.phrases import coordinated, countries_of
from natocheck.claims.scene import Scene
from natocheck.model.claims import Belongs, JoinedApart
from natocheck.model.values import Interval

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_ECHOES = {"do", "have"}
_ANY = Interval(0.0, float("inf"), low_open=True)


@dataclass(frozen=True, eq=False)
class Order:
    """A word of order, the countries that it compares with, and the days between if said."""

    word: "Token"
    others: tuple[str, ...]
    days: Interval
    vague: bool = False  # a length that is not read stands before it

    @property
    def text(self) -> str:
        """The words that compare."""
        return f"{self.word.text} {' '.join(self.others)}"


def orders_in(scene: Scene, clause: Clause) -> tuple[Order, ...]:
    """The comparisons of a clause with the day on which another country joined."""
    words = scene.lexicon.words("order words")
    found: list[Order] = []
    for word in clause.head.subtree:
        others = _compared(scene, word) if word.lower_ in words else ()
        if others:
            days = _days(scene, word)
            found.append(Order(word, others, days, days == _ANY and _has_length(scene, word)))
    return tuple(found)


def ordered(said: Belongs, order: Order) -> Iterator[JoinedApart]:
    """One claim for each two countries that are compared."""
    for member in said.members:
        for other in order.others:
            if other != member:
                first, second = (other, member) if order.word.lower_ == "after" else (member, other)
                yield JoinedApart(
                    earlier=first, later=second, organisation=said.organisation, days=order.days
                )


def _compared(scene: Scene, word: "Token") -> tuple[str, ...]:
    """ "Before Finland and Sweden", "before Finland did", "after Finland had joined"."""
    things = [t for t in word.children if t.dep_ == "pobj"]
    things += _echoed(scene, word)
    named = [countries_of(scene, each) for t in things for each in [t, *coordinated(t)]]
    last = max((t.i for t in things for t in t.subtree), default=0)
    after = scene.doc[last + 1] if last and last + 1 < len(scene.doc) else None
    own = after is not None and (after.tag_ == "POS" or after.pos_ in {"VERB", "AUX"})
    if not named or not all(named) or (own and not _echoed(scene, word)):
        return ()
    return tuple(dict.fromkeys(i for ids in named for i in ids))


def _echoed(scene: Scene, word: "Token") -> "list[Token]":
    """The subject of a clause that only says the same of another: "before Finland did"."""
    verb = word.head if word.dep_ == "mark" else next(iter(c for c in word.children), None)
    if verb is None or verb.dep_ not in {"advcl", "pcomp"}:
        return []
    joins = verb_at(scene, verb) if verb.pos_ == "VERB" else None
    own = [t for t in verb.children if t.dep_ in {"prep", "advmod", "npadvmod"} and t != word]
    if verb.lemma_ not in _ECHOES and (joins is None or joins.mode != "joined" or own):
        return []
    return [t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"}]


def _has_length(scene: Scene, word: "Token") -> bool:
    """ "Three decades after", "long before": more is said than which came first."""
    before = word.nbor(-1) if word.i else word
    named = before.i in scene.name_at or before.i in scene.period_at
    return before.pos_ in {"NOUN", "ADV"} and not named


def _days(scene: Scene, word: "Token") -> Interval:
    """ "A year before", "eleven months after": what stands right before the word."""
    before = word.nbor(-1) if word.i else word
    found = scene.quantity_at.get(before.i)
    if found is not None and found.quantity.unit in UNITS:
        return length_of(found.quantity.interval, found.quantity.unit, found.quantity.bound)
    unit = before.lemma_.lower()
    article = before.nbor(-1).lower_ if before.i else ""
    if unit in UNITS and article in {"a", "an"}:
        return length_of(Interval(1.0, 1.0), unit, "exact")
    return _ANY
