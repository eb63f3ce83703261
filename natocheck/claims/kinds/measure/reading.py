"""Everything about one clause that the forms of statement look at."""

from dataclasses import dataclass

import msgspec

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.measure.items import Item, run_from
from natocheck.claims.kinds.measure.sets import read_set, subject_heads
from natocheck.claims.kinds.measure.years import Years
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.model.claims import Measured, Operand, Release, SetExpression
from natocheck.model.facts import Measure


@dataclass(frozen=True, eq=False)
class Reading:
    """A clause with the measure it may speak of, its figures, names, years and release.

    ``without`` are those that it leaves out of the groups among its names.
    """

    scene: Scene
    clause: Clause
    measure: Measure
    figures: tuple[FoundQuantity, ...]
    items: tuple[Item, ...]
    years: Years
    release: Release
    is_bare: bool = False
    without: tuple[str, ...] = ()

    def measured(self, **slots: object) -> Measured:
        """A statement of this measure with the clause's years, release and negation."""
        known: dict[str, object] = {
            "measure": self.measure.id,
            "years": self.years.years,
            "current": self.years.current,
            "release": self.release,
            "first_time": self.years.first_time,
            "first_since": self.years.first_since,
            "negated": self.is_negated,
        }
        return Measured(**{**known, **slots})  # type: ignore[arg-type]

    @property
    def is_negated(self) -> bool:
        """Whether a "not" bears on the verb, on the time, or on each of the subjects."""
        return self.clause.negated or self.is_of_no_year or "neither" in self.words

    @property
    def is_of_no_year(self) -> bool:
        """Whether the time itself is denied: "in no year", "at no point"."""
        none = self.scene.lexicon.words("none determiners")
        nouns = self.scene.lexicon.words("time nouns")
        return any(t.lower_ in none and t.head.lemma_.lower() in nouns for t in self.scene.doc)

    @property
    def words(self) -> list[str]:
        """The clause's words in lower case."""
        return [token.lower_ for token in self.clause.tokens]


def subject_items(reading: Reading, before: int | None = None) -> tuple[Item, ...]:
    """Whom the clause is about: its subject's names, else the first named in it.

    With ``before``, only names that stand before that offset are looked at.
    """
    items = tuple(i for i in reading.items if before is None or i.start < before)
    if not items:
        return ()
    heads = {head.i for head in subject_heads(reading.clause)}
    subjects = [i for i in items if i.root.i in heads]
    if not subjects and _is_kin(reading, items[0]):
        return ()
    return run_from(reading.scene, items, subjects[0] if subjects else items[0])


def _is_kin(reading: Reading, item: Item) -> bool:
    """Whether a name only says whose neighbour or ally is spoken of."""
    kin = reading.scene.lexicon.words("kin nouns")
    return item.root.dep_ == "poss" and item.root.head.lemma_.lower() in kin


def operand_of_items(items: tuple[Item, ...], *, total: bool | None = None) -> Operand | None:
    """An operand from names: groups count as a whole unless told otherwise."""
    if not items:
        return None
    together = any(item.is_group for item in items) if total is None else total
    return Operand(actors=tuple(dict.fromkeys(item.id for item in items)), total=together)


def operand_of(reading: Reading, before: int | None = None) -> Operand | None:
    """Whose figure the clause gives."""
    items = subject_items(reading, before)
    if any(item.is_group for item in items) and _is_quantified(reading):
        return None
    operand = operand_of_items(items)
    if operand is not None and operand.total and _are_fixed(reading, items):
        operand = Operand(actors=operand.actors, total=_is_joint(reading))
    return _taken(reading, _less(operand, reading.without))


def _taken(reading: Reading, operand: Operand | None) -> Operand | None:
    """Several actors with the way in which the words take them."""
    if operand is None or len(operand.actors) < 2:
        return operand
    text = f" {' '.join(t.lower_ for t in reading.scene.doc)} "
    lexicon = reading.scene.lexicon
    if any(f" {phrase} " in text for phrase in lexicon.words("joint phrases")):
        return msgspec.structs.replace(operand, way="together")
    singly = lexicon.words("single determiners") & set(reading.words)
    return msgspec.structs.replace(operand, way="each") if singly else operand


def _less(operand: Operand | None, without: tuple[str, ...]) -> Operand | None:
    """A group taken together, less those that are left out of it."""
    if operand is None or not operand.total or not without or len(operand.actors) > 1:
        return operand
    return Operand(actors=operand.actors, total=True, without=without)


def _is_quantified(reading: Reading) -> bool:
    """Whether the subject ranges over members ("every ally"): no one figure is meant."""
    found = [
        read_set(reading.scene, head, reading.clause) for head in subject_heads(reading.clause)
    ]
    return any(f is not None and (f.kind != "all" or f.groups == ()) for f in found) or any(
        f is not None and f.kind == "all" and not _are_listed(reading, f) for f in found
    )


def _are_listed(reading: Reading, expression: SetExpression) -> bool:
    groups = reading.scene.lexicon.rulebase.groups
    return all(g in groups and groups[g].members for g in expression.groups)


def _are_fixed(reading: Reading, items: tuple[Item, ...]) -> bool:
    groups = reading.scene.lexicon.rulebase.groups
    return all(not i.is_group or (i.id in groups and groups[i.id].members) for i in items)


def _is_joint(reading: Reading) -> bool:
    """Whether a listed group is taken together ("combined", "between them")."""
    joint = reading.scene.lexicon.words("joint words")
    return bool(set(reading.words) & joint) or reading.measure.additive
