"""What part of a whole a figure makes up."""

from collections.abc import Iterator

from natocheck.claims.kinds.measure.bounds import interval_of, operator_of
from natocheck.claims.kinds.measure.reading import Reading
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.model.claims import Measured, Operand


def share(reading: Reading) -> Iterator[Measured]:
    """ "two-thirds of the alliance's spending", "75 percent of the GDP lies outside the EU"."""
    scene = reading.scene
    parts = [
        q
        for q in scene.quantities
        if q.quantity.unit == "percent" and scene.root_of(q) in reading.clause.tokens
    ]
    for part in parts:
        end = _end_of_whole(reading, part)
        if end is None:
            continue
        inside = [i for i in reading.items if part.end <= i.start <= end]
        operand = _part_of(reading, part, end)
        groups = tuple(i.id for i in inside if i.is_group) or _default_whole(reading)
        if operand is None or not groups or groups[:1] == operand.actors:
            continue
        operator = operator_of(scene, reading.clause, part)
        yield reading.measured(
            form="share",
            operand=operand,
            whole=Operand(actors=groups[:1], total=True),
            interval=interval_of(part, operator),
        )


def _default_whole(reading: Reading) -> tuple[str, ...]:
    groups = {entry.group for entry in reading.scene.lexicon.rulebase.memberships.values()}
    known = sorted(reading.scene.context.organisations & groups)
    return tuple(known) if len(known) == 1 else ()


def _end_of_whole(reading: Reading, part: FoundQuantity) -> int | None:
    """Where the whole ends that a part is of: "… of the alliance's combined GDP".

    None where the part is of one's own GDP, which is another form of statement.
    """
    after = [t for t in reading.scene.doc if t.idx >= part.end][:12]
    if not after or after[0].lower_ != "of":
        return None
    last_words = {noun.split()[-1] for noun in reading.measure.nouns}
    named = False
    end = None
    for token in after[1:]:
        named = named or token.i in reading.scene.name_at
        if token.lemma_.lower() in last_words or token.lower_ in last_words:
            end = token.idx + len(token)
        elif token.pos_ in {"AUX", "PUNCT"} or token.tag_ in {"VBZ", "VBP", "VBD"}:
            break
        elif end is not None and token.i in reading.scene.name_at:
            end = token.idx + len(token)
    return end if end is not None and (named or reading.measure.additive) else None


def _part_of(reading: Reading, part: FoundQuantity, end: int) -> Operand | None:
    """Whose part it is: the actor named before or after the whole, or "outside" a group."""
    outside = reading.scene.lexicon.words("outside prepositions")
    around = [i for i in reading.items if i.start < part.start or i.start > end]
    if len(around) != 1:
        return None
    item = around[0]
    if item.root.head.lower_ in outside:
        return Operand(total=True, without=(item.id,))
    return Operand(actors=(item.id,), total=True)
