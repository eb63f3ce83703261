"""Claims of number held against memberships and count rules."""

import datetime as dt

from natocheck.model.claims import Counted, GroupSize, When
from natocheck.model.facts import CountRow, Membership, RuleBase
from natocheck.model.values import Interval, period_of
from natocheck.rulebase.lookup import (
    earliest,
    latest,
    members_on,
    membership_of,
    periods,
    sources_of,
)
from natocheck.verdicts import wording
from natocheck.verdicts.outcome import Outcome, silent
from natocheck.verdicts.times import agree


def judge_size(claim: GroupSize, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge how many countries are in all of the claim's groups at once."""
    rules = [membership_of(rulebase, g) for g in (*claim.groups, *claim.without)]
    known = [rule for rule in rules if rule is not None]
    if not known or len(known) != len(rules):
        return silent("no-fact")
    if claim.joined:
        return _joined(claim, known[0], rulebase, day)
    moment = _moment(claim.when, day)
    if any(moment > latest(rule.seen) for rule in known):
        return silent("not-known", (f"the record ends on {known[0].seen}",))
    present = _present(claim, rulebase, moment)
    if claim.exhaustive:
        return _named(claim, known, rulebase, present, moment)
    assert claim.number is not None
    sizes = {len(_present(claim, rulebase, each)) for each in _days(claim.when, moment)}
    right = any(claim.number.holds(size) for size in sizes)
    return _size_outcome(claim, known, rulebase, moment, len(present), right)


def _moment(when: When | None, day: dt.date) -> dt.date:
    return min(when.period.end, day) if when is not None else day


def _days(when: When | None, moment: dt.date) -> list[dt.date]:
    """The days whose number counts: one, or both ends of a named period."""
    return [moment] if when is None else [when.period.start, moment]


def _present(claim: GroupSize, rulebase: RuleBase, day: dt.date) -> frozenset[str]:
    inside = frozenset.intersection(*(members_on(rulebase, g, day) for g in claim.groups))
    return inside.difference(*(members_on(rulebase, g, day) for g in claim.without))


def _description(claim: GroupSize, rulebase: RuleBase) -> str:
    inside = " and ".join(wording.name(rulebase, g) for g in claim.groups)
    outside = " and ".join(wording.name(rulebase, g) for g in claim.without)
    return f"countries in {inside}" + (f" but not in {outside}" if outside else "")


def _size_outcome(
    claim: GroupSize,
    rules: list[Membership],
    rulebase: RuleBase,
    moment: dt.date,
    size: int,
    right: bool,
) -> Outcome:
    assert claim.number is not None
    recorded = f"{size} {_description(claim, rulebase)} on {wording.day(moment)}"
    before = not right and _was_right(claim, rulebase, moment)
    return Outcome(
        verdict="supported" if right else "disputed",
        reason="agrees" if right else "outdated" if before else "wrong-count",
        rule=rules[0].id,
        claimed=f"{wording.interval(claim.number)} {_description(claim, rulebase)}",
        recorded=recorded,
        working=(f"counted from the days of accession: {size}",),
        correction=None if right else recorded,
        sources=sources_of(rulebase, rules[0]),
    )


def _was_right(claim: GroupSize, rulebase: RuleBase, moment: dt.date) -> bool:
    assert claim.number is not None
    return any(
        claim.number.holds(len(_present(claim, rulebase, moment.replace(year=year, day=1))))
        for year in range(moment.year - 30, moment.year)
    )


def _named(
    claim: GroupSize,
    rules: list[Membership],
    rulebase: RuleBase,
    present: frozenset[str],
    moment: dt.date,
) -> Outcome:
    """ "Only Austria, Cyprus, Ireland and Malta": the names must be all there are."""
    right = set(claim.named) == present
    listed = wording.names(rulebase, sorted(present))
    return Outcome(
        verdict="supported" if right else "disputed",
        reason="agrees" if right else "wrong-set",
        rule=rules[0].id,
        claimed="only " + wording.names(rulebase, claim.named),
        recorded=f"{_description(claim, rulebase)} on {wording.day(moment)}: {listed}",
        correction=None if right else listed,
        sources=tuple(s for rule in rules for s in sources_of(rulebase, rule)),
    )


def _joined(claim: GroupSize, rule: Membership, rulebase: RuleBase, day: dt.date) -> Outcome:
    assert claim.when is not None and claim.number is not None
    rows = [row for row in rule.rows if earliest(row.since) <= day]
    answers = {row.member: agree(claim.when, periods(row.since)) for row in rows}
    sure = [member for member, answer in answers.items() if answer == "yes"]
    maybe = [member for member, answer in answers.items() if answer == "edge"]
    possible = Interval(len(sure), len(sure) + len(maybe))
    right = claim.number.low <= possible.high and possible.low <= claim.number.high
    if maybe and not right:
        return silent("not-precise-enough")
    recorded = f"{len(sure)} joined {wording.when(claim.when)}: {wording.names(rulebase, sure)}"
    return Outcome(
        verdict="supported" if right else "disputed",
        reason="agrees" if right else "wrong-count",
        rule=rule.id,
        claimed=f"{wording.interval(claim.number)} joined {wording.when(claim.when)}",
        recorded=recorded,
        correction=None if right else recorded,
        sources=sources_of(rulebase, rule),
    )


def judge_counted(claim: Counted, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge how many there are of the things of a count rule."""
    rule = rulebase.counts[claim.count]
    moment = _moment(claim.when, day)
    if moment > latest(rule.seen):
        return silent("not-known", (f"the record ends on {rule.seen}",), rule.id)
    rows = [row for row in rule.rows if _holds(row, moment)]
    if not rows:
        return silent("not-known", (), rule.id)
    row = rows[-1]
    low, high = row.low or row.value, row.high or row.value
    right = claim.number.low <= high and low <= claim.number.high
    recorded = f"{wording.interval(Interval(low, high))} {rule.things[0]}s on {wording.day(moment)}"
    before = not right and any(
        claim.number.holds(r.value) and period_of(r.since).start < moment for r in rule.rows
    )
    return Outcome(
        verdict="supported" if right else "disputed",
        reason="agrees" if right else "outdated" if before else "wrong-count",
        rule=rule.id,
        claimed=f"{wording.interval(claim.number)} {rule.things[0]}s",
        recorded=recorded,
        correction=None if right else recorded,
        sources=sources_of(rulebase, rule),
    )


def _holds(row: CountRow, day: dt.date) -> bool:
    begun = period_of(row.since).start <= day
    return begun and (row.until is None or day <= period_of(row.until).end)
