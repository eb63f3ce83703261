"""Claims about figures that tables hold, in whichever form the clause puts them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from natocheck.claims.clauses import Clause
from natocheck.claims.kinds.base import Proposal, claim_in, is_asserted, passed
from natocheck.claims.kinds.measure.apart import apart_starts
from natocheck.claims.kinds.measure.bounds import operator_of
from natocheck.claims.kinds.measure.changes import change
from natocheck.claims.kinds.measure.comparisons import compare
from natocheck.claims.kinds.measure.differences import is_difference
from natocheck.claims.kinds.measure.exclusions import split_off
from natocheck.claims.kinds.measure.figures import figures_of, numbers_of
from natocheck.claims.kinds.measure.parts import larger_part, share
from natocheck.claims.kinds.measure.plans import is_intended, is_on_track
from natocheck.claims.kinds.measure.ranks import rank
from natocheck.claims.kinds.measure.reading import Reading
from natocheck.claims.kinds.measure.region import with_participles
from natocheck.claims.kinds.measure.regions import beyond_tables
from natocheck.claims.kinds.measure.release import release_of
from natocheck.claims.kinds.measure.remainder import (
    own_phrase,
    unread_in_set,
    unread_names,
    unread_words,
)
from natocheck.claims.kinds.measure.sets import is_tally, subject_heads
from natocheck.claims.kinds.measure.starts import timed_numbers
from natocheck.claims.kinds.measure.subject_matter import (
    UNITS,
    is_threshold,
    measures_of,
)
from natocheck.claims.kinds.measure.thenandnow import has_both, then_and_now
from natocheck.claims.kinds.measure.tops import tops
from natocheck.claims.kinds.measure.undated import undated_verb
from natocheck.claims.kinds.measure.values import growth, members, value
from natocheck.claims.kinds.measure.years import years_of
from natocheck.claims.kinds.pledge.links import rests_on_pledge
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.model.claims import Claim, Measured, Release
from natocheck.model.facts import Measure

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def propose(scene: Scene, clauses: tuple[Clause, ...]) -> Iterator[Proposal]:
    """All claims about measures in a sentence."""
    release = release_of(scene)
    found: list[Proposal] = []
    for clause in clauses:
        found += _of_clause(scene, with_participles(scene, clause, clauses), release)
    yield from found
    yield from _larger_parts(scene, clauses, found)


def _larger_parts(
    scene: Scene, clauses: tuple[Clause, ...], found: list[Proposal]
) -> Iterator[Proposal]:
    """What is said of "most of it", after a part of a whole."""
    for claim in found:
        if isinstance(claim, Claim) and isinstance(claim.statement, Measured):
            statement = claim.statement
            part = larger_part(scene, clauses, statement) if statement.form == "share" else None
            if part is not None:
                yield msgspec.structs.replace(claim, statement=part)


def _of_clause(scene: Scene, clause: Clause, release: Release) -> Iterator[Proposal]:
    items, without = split_off(scene, clause)
    if not items and not _counts_members(scene, clause):
        return
    quantities = timed_numbers(scene, numbers_of(scene, clause))
    gaps = tuple(q for q in quantities if is_difference(scene, q))
    levels = tuple(q for q in quantities if q not in gaps)
    measures, is_bare = _measures(scene, clause, levels, gaps, release)
    if not measures:
        return
    if not is_asserted(clause):
        yield passed("measure", clause, "it is not asserted")
        return
    if any(is_tally(scene, head) for head in subject_heads(clause)):
        yield passed("measure", clause, "it tells how many members there are")
        return
    if any(_is_under_pledge(scene, verb) for verb in clause.chain):
        yield passed("measure", clause, "it is what a pledge asks")
        return
    years = years_of(scene, clause)
    if not years.clear:
        yield passed("measure", clause, "its years are not clear")
        return
    foreseen = "future" in clause.stance or is_on_track(scene, clause)
    if is_intended(scene, clause) or (foreseen and years.current):
        yield passed("measure", clause, "it is a plan")
        return
    if _is_of_target(scene, clause, levels, measures):
        yield passed("measure", clause, "the figure is of a target")
        return
    readings = [
        Reading(
            scene,
            clause,
            m,
            figures_of(scene, quantities if m.is_change else levels, m),
            items,
            years,
            release,
            is_bare,
            without,
        )
        for m in measures
    ]
    found = [_with_remainder(r, s) for r in readings for s in _statements(r)]
    if not found:
        names = ", ".join(measure.id for measure in measures)
        yield passed("measure", clause, f"{names}: no form of statement fits")
    for each in _merged(found):
        claim = claim_in(scene, "measure", clause, each.statement, each.unread, each.doubts)
        yield msgspec.structs.replace(claim, partial=each.partial)


def _is_under_pledge(scene: Scene, verb: "Token") -> bool:
    """ "Under the Hague commitment, 3.5 percent is reserved": of no country's spending."""
    return any(c.lower_ == "under" for c in verb.children) and rests_on_pledge(scene, verb)


def _measures(
    scene: Scene,
    clause: Clause,
    levels: tuple[FoundQuantity, ...],
    gaps: tuple[FoundQuantity, ...],
    release: Release,
) -> tuple[tuple[Measure, ...], bool]:
    """The measures of a clause, and whether nothing but a bare rate speaks for them.

    A number that says by how much leaves only measures of change, or those that have a
    figure of another unit ("rose by 24 percent to 114 billion dollars").
    """
    found, is_bare = measures_of(scene, clause, (*levels, *gaps), release)
    joint = bool({t.lower_ for t in clause.tokens} & scene.lexicon.words("joint words"))
    if joint and not any(q.quantity.unit == "percent" for q in levels):
        found = tuple(m for m in found if m.additive) or found
    if not gaps:
        return found, is_bare
    taken = {q.quantity.unit for q in gaps}
    kept = tuple(
        m
        for m in found
        if m.is_change or (figures_of(scene, levels, m) and not UNITS[m.unit] & taken)
    )
    return kept, is_bare


@dataclass(frozen=True)
class _Proposed:
    statement: Measured
    unread: tuple[str, ...]
    doubts: tuple[str, ...]
    partial: tuple[str, ...] = ()


def _with_remainder(reading: Reading, statement: Measured) -> _Proposed:
    restricting, doubts = unread_words(reading, statement)
    doubts = (*doubts, *undated_verb(reading))
    if reading.is_bare:
        restricting, doubts = (*restricting, *doubts), ("what the rate is of",)
    if own_phrase(reading) and reading.is_negated:
        restricting = (*restricting, "not")
    beside = (*unread_names(reading, statement), *unread_in_set(reading, statement))
    beside = (*beside, *_held_apart(reading, statement))
    wider, partial = beyond_tables(reading, statement)
    return _Proposed(statement, (*restricting, *beside, *wider), doubts, partial)


def _held_apart(reading: Reading, statement: Measured) -> tuple[str, ...]:
    """Whom a statement says that it does not hold for; of a first place only one has it."""
    one_place = statement.form == "rank" and not statement.within and not reading.is_negated
    starts = () if one_place else apart_starts(reading.scene)
    return tuple(f"not {n.text}" for n in reading.scene.names if n.start in starts)


def _counts_members(scene: Scene, clause: Clause) -> bool:
    """Whether a clause without a name may still range over the members of a group."""
    nouns = scene.lexicon.words("member nouns") | {"all", "none"}
    return any(t.lemma_.lower() in nouns for t in clause.tokens) or any(
        q.quantity.unit == "count" for q in scene.quantities
    )


def _is_of_target(
    scene: Scene,
    clause: Clause,
    levels: tuple[FoundQuantity, ...],
    measures: tuple[Measure, ...],
) -> bool:
    """Whether a clause says what a target is, not who meets it: "the target is 5 percent"."""
    nouns = [noun for measure in measures for noun in measure.thresholds]
    if any(head.lemma_.lower() in nouns for head in subject_heads(clause)):
        return True
    aimed = [q for q in levels if is_threshold(scene, q, nouns)]
    return len(aimed) == len(levels) and any(
        operator_of(scene, clause, q) == "equal" and q.quantity.bound == "exact" for q in aimed
    )


def _statements(reading: Reading) -> list[Measured]:
    """What a clause states of a measure, the forms that take up its figures first."""
    if has_both(reading):
        return list(then_and_now(reading))
    parts = list(share(reading))
    if parts:
        return [*parts, *(value(reading) if reading.measure.unit != "percent" else ())]
    for form in (tops, members, growth, change):
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
