"""What part of a whole a figure makes up."""

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.measure.bounds import interval_of, operator_of
from natocheck.claims.kinds.measure.items import items_in, items_of
from natocheck.claims.kinds.measure.reading import Reading
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.model.claims import Measured, Operand
from natocheck.model.values import Interval

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_REACH = 12
_FINITE = {"VBZ", "VBP", "VBD"}
_MONEY_OPENERS = {"of", "that", "which", "spent", "put", "devoted"}


def share(reading: Reading) -> Iterator[Measured]:
    """ "two-thirds of the alliance's spending", "75 percent of the GDP lies outside the EU"."""
    scene = reading.scene
    if not reading.measure.additive:
        return
    parts = [
        q
        for q in scene.quantities
        if q.quantity.unit == "percent" and scene.root_of(q) in reading.clause.tokens
    ]
    for part in parts:
        end = _end_of_whole(reading, part)
        if end is None:
            continue
        inside = items_in(scene, {t.i for t in scene.doc if part.end <= t.idx <= end})
        operand = _part_of(reading, part, end)
        groups = tuple(i.id for i in inside if i.is_group) or _default_whole(reading, part, end)
        if operand is None or not groups or groups[:1] == operand.actors:
            continue
        operator = operator_of(scene, reading.clause, part)
        yield reading.measured(
            form="share",
            operand=operand,
            whole=Operand(actors=groups[:1], total=True),
            interval=interval_of(part, operator),
        )


def _default_whole(reading: Reading, part: FoundQuantity, end: int) -> tuple[str, ...]:
    """ "Of all allied spending", "of what the allies spend"; else whom the context speaks of."""
    lexicon = reading.scene.lexicon
    inside = {t.lemma_.lower() for t in reading.scene.doc if part.end <= t.idx < end}
    if inside & (lexicon.words("words of allied wholes") | lexicon.words("relative member nouns")):
        return tuple(sorted(lexicon.words("usual organisation")))
    groups = lexicon.index.memberships.keys()
    known = sorted(reading.scene.context.organisations & groups)
    return tuple(known) if len(known) == 1 else ()


def _end_of_whole(reading: Reading, part: FoundQuantity) -> int | None:
    """Where the whole ends that a part is of: "… of the alliance's combined GDP", "three in
    every five dollars that NATO spends on defence".

    None where the part is of one's own GDP, which is another form of statement.
    """
    scene = reading.scene
    after = [t for t in scene.doc if t.idx >= part.end][:_REACH]
    money = scene.lexicon.words("money nouns")
    counted = bool(after) and after[0].lemma_.lower() in money
    after = after[counted:]
    opens = _MONEY_OPENERS if counted else {"of"}
    if not after or after[0].lower_ not in opens or any(t.tag_ == "PRP$" for t in after[1:3]):
        return None
    return _end_of_noun(reading, after, over_verbs=counted)


def _end_of_noun(reading: Reading, after: "list[Token]", *, over_verbs: bool) -> int | None:
    """The end of the last noun of the measure or a total, and of a name behind it."""
    last_words = {noun.split()[-1] for noun in reading.measure.nouns}
    last_words |= reading.scene.lexicon.words("total nouns")
    end = None
    for token in after[1:]:
        if token.lemma_.lower() in last_words or token.lower_ in last_words:
            end = token.idx + len(token)
        elif token.pos_ in {"AUX", "PUNCT"} or token.tag_ in _FINITE:
            if not over_verbs or end is not None or token.pos_ != "VERB":
                break
        elif end is not None and token.i in reading.scene.name_at:
            end = token.idx + len(token)
    return end


def _part_of(reading: Reading, part: FoundQuantity, end: int) -> Operand | None:
    """Whose part it is: the actor named before or after the whole, or "outside" a group."""
    outside = reading.scene.lexicon.words("outside prepositions")
    rest = start_of_rest(reading.scene)
    around = [i for i in reading.items if i.start < part.start or end < i.start < rest]
    if len(around) != 1:
        return None
    item = around[0]
    if item.root.head.lower_ in outside:
        return Operand(total=True, without=(item.id,))
    return Operand(actors=(item.id,), total=True)


def larger_part(scene: Scene, clauses: tuple[Clause, ...], earlier: Measured) -> Measured | None:
    """ "…, most of it American": the larger part of a part that was just spoken of."""
    start = start_of_rest(scene)
    items = [i for clause in clauses for i in items_of(scene, clause) if i.start > start]
    named = {i.id: i for i in items}
    if math.isinf(start) or len(named) != 1 or earlier.whole is None:
        return None
    whole = Operand(
        actors=earlier.operand.actors or earlier.whole.actors,
        total=True,
        without=earlier.operand.without,
    )
    return msgspec.structs.replace(
        earlier,
        operand=Operand(actors=tuple(named), total=True),
        whole=whole,
        interval=Interval(50.0, 100.0, low_open=True),
        operator="equal",
    )


def start_of_rest(scene: Scene) -> float:
    """Where "most of it" or "the bulk of that" begins; infinity if nowhere."""
    majority = scene.lexicon.words("majority words") | scene.lexicon.words("majority nouns")
    pronouns = scene.lexicon.words("resuming pronouns")
    for token in scene.doc[:-2]:
        following = [t.lower_ for t in scene.doc[token.i + 1 : token.i + 4]]
        if token.lower_ in majority and following[:1] == ["of"] and pronouns & {*following[1:]}:
            return token.idx
    return math.inf
