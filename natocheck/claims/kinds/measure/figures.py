"""Which numbers of a clause may be figures of a measure at the time that it speaks of."""

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.measure.subject_matter import UNITS, is_fraction, is_price_basis
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.model.facts import Measure

_NEAR = 2  # words between "once" and the number that it puts into the past


def numbers_of(scene: Scene, clause: Clause) -> tuple[FoundQuantity, ...]:
    """The clause's numbers, less those that others are counted by, and those of old."""
    return tuple(
        q
        for q in scene.quantities
        if scene.root_of(q) in clause.tokens
        and not is_price_basis(q)
        and not _is_base(scene, q)
        and not is_of_old(scene, q)
    )


def figures_of(
    scene: Scene, quantities: tuple[FoundQuantity, ...], measure: Measure
) -> tuple[FoundQuantity, ...]:
    """The quantities of a measure's unit; after a percentage, bare decimals are percentages
    too. A percentage that says what else it is of ("of the total") is none."""
    rates = [q for q in quantities if q.quantity.unit == "percent"]
    if measure.unit == "percent" and rates:
        return tuple(
            q
            for q in quantities
            if (q.quantity.unit == "percent" and not is_fraction(q))
            or _is_bare_rate(scene, q, rates)
            if not _is_of_total(scene, q)
        )
    return tuple(
        q
        for q in quantities
        if q.quantity.unit in UNITS[measure.unit] and not is_fraction(q)
        if not _counts_members(scene, q)
    )


def _counts_members(scene: Scene, found: FoundQuantity) -> bool:
    """ "Two allies have more soldiers than Poland": how many of them, not how many soldiers."""
    last = scene.tokens_of(found)[-1].i + 1
    if found.quantity.unit != "count" or last >= len(scene.doc):
        return False
    name = scene.name_at.get(last)
    nouns = scene.lexicon.words("member nouns")
    return scene.doc[last].lemma_.lower() in nouns or bool(name is not None and name.ids("group"))


def _is_bare_rate(scene: Scene, found: FoundQuantity, rates: list[FoundQuantity]) -> bool:
    """A decimal after a percentage, or right before one that it is held against."""
    if found.quantity.unit != "count" or "." not in found.quantity.text:
        return False
    gaps = [scene.doc.text[found.end : q.start].strip() for q in rates if q.start > found.end]
    return found.start > rates[0].start or bool({"against", "versus"} & set(gaps))


def _is_of_total(scene: Scene, found: FoundQuantity) -> bool:
    """ "57 percent of the alliance's total"."""
    after = [t for t in scene.doc if t.idx >= found.end][:6]
    totals = scene.lexicon.words("total nouns")
    if not after or after[0].lower_ != "of":
        return False
    stop = next((i for i, t in enumerate(after) if t.is_punct or t.pos_ == "VERB"), len(after))
    return any(t.lemma_.lower() in totals for t in after[1:stop])


def is_of_old(scene: Scene, found: FoundQuantity) -> bool:
    """Whether an aside gives a number of some earlier time: "once above 3 percent,"."""
    before = [t for t in scene.doc if t.idx < found.start][-_NEAR - 1 :]
    marks = [t for t in before if t.lower_ in scene.lexicon.words("former words")]
    if not marks:
        return False
    between = scene.doc[marks[-1].i + 1 : before[-1].i + 1]
    return not any(t.pos_ in {"VERB", "AUX"} or t.is_punct for t in between)


def _is_base(scene: Scene, found: FoundQuantity) -> bool:
    """Whether a number is what another is counted by: "four of every 100 dollars"."""
    before = [t.lower_ for t in scene.doc if t.idx < found.start][-1:]
    return before == ["every"] or found.quantity.text.lower().startswith("every ")
