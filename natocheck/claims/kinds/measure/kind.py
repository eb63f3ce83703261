"""Claims about figures that tables hold, in whichever form the clause puts them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in, is_asserted, passed
from natocheck.claims.kinds.measure.changes import change
from natocheck.claims.kinds.measure.comparisons import compare
from natocheck.claims.kinds.measure.differences import is_difference
from natocheck.claims.kinds.measure.items import items_of
from natocheck.claims.kinds.measure.parts import share
from natocheck.claims.kinds.measure.ranks import rank
from natocheck.claims.kinds.measure.reading import Reading
from natocheck.claims.kinds.measure.region import with_participles
from natocheck.claims.kinds.measure.release import release_of
from natocheck.claims.kinds.measure.remainder import unread_names, unread_words
from natocheck.claims.kinds.measure.subject_matter import UNITS, measures_of
from natocheck.claims.kinds.measure.values import growth, members, value
from natocheck.claims.kinds.measure.years import years_of
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.model.claims import Measured, Release


_RATES = ("%", "percent", "per cent", "pc", "p.c.")


def propose(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """All claims about measures in a sentence."""
    release = release_of(scene)
    for clause in clauses:
        yield from _of_clause(scene, with_participles(clause, clauses), release)


def _of_clause(scene: Scene, clause: Clause, release: Release) -> Iterator[Proposal]:
    quantities = tuple(q for q in scene.quantities if scene.root_of(q) in clause.tokens)
    gaps = [q for q in quantities if is_difference(scene, q)]
    levels = tuple(q for q in quantities if q not in gaps)
    measures = measures_of(scene, clause, quantities if gaps else levels, release)
    if gaps:
        measures = tuple(measure for measure in measures if measure.is_change)
    if not measures:
        return
    if not is_asserted(clause):
        yield passed("measure", clause, "it is not asserted")
        return
    years = years_of(scene, clause)
    if not years.clear:
        yield passed("measure", clause, "its years are not clear")
        return
    if _is_intended(scene, clause) or ("future" in clause.stance and years.current):
        yield passed("measure", clause, "it is a plan")
        return
    items = items_of(scene, clause)
    readings = [
        Reading(
            scene,
            clause,
            m,
            _figures(quantities if m.is_change else levels, m.unit),
            items,
            years,
            release,
        )
        for m in measures
    ]
    found = [_with_remainder(r, s) for r in readings for s in _statements(r)]
    if not found:
        names = ", ".join(measure.id for measure in measures)
        yield passed("measure", clause, f"{names}: no form of statement fits")
    for each in _merged(found):
        yield claim_in(scene, "measure", clause, each.statement, each.unread, each.doubts)


@dataclass(frozen=True)
class _Proposed:
    statement: Measured
    unread: tuple[str, ...]
    doubts: tuple[str, ...]


def _with_remainder(reading: Reading, statement: Measured) -> _Proposed:
    restricting, doubts = unread_words(reading)
    return _Proposed(statement, (*restricting, *unread_names(reading, statement)), doubts)


def _is_intended(scene: Scene, clause: Clause) -> bool:
    """ "has pledged to spend": what somebody means to do is no figure yet."""
    return bool(set(clause.lemmas[:-1]) & scene.lexicon.words("intention verbs"))


def _figures(quantities: tuple[FoundQuantity, ...], unit: str) -> tuple[FoundQuantity, ...]:
    return tuple(q for q in quantities if q.quantity.unit in UNITS[unit] and not _is_fraction(q))


def _is_fraction(found: FoundQuantity) -> bool:
    """Whether a percentage is a part in words ("half", "two in three"), not a rate."""
    text = found.quantity.text.lower()
    in_words = not any(character.isdigit() for character in text)
    return found.quantity.unit == "percent" and in_words and not any(s in text for s in _RATES)


def _statements(reading: Reading) -> list[Measured]:
    """What a clause states of a measure, the forms that take up its figures first."""
    for form in (share, members, growth, change):
        found = list(form(reading))
        if found:
            return found
    return [*rank(reading), *compare(reading), *value(reading)]


def _merged(found: list[_Proposed]) -> list[_Proposed]:
    """Statements that differ only in the measure are readings of one statement."""
    merged: dict[Measured, _Proposed] = {}
    for each in found:
        key = msgspec.structs.replace(each.statement, measure="")
        if key in merged:
            first = merged[key].statement
            others = (*first.alternatives, each.statement.measure)
            wider = msgspec.structs.replace(first, alternatives=others)
            merged[key] = replace(merged[key], statement=wider)
        else:
            merged[key] = each
    return list(merged.values())
