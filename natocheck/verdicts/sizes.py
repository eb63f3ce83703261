"""Claims of number held against memberships and count rules."""

import datetime as dt

from natocheck.model.claims import Counted, GroupGrew, GroupSize, When
from natocheck.model.facts import CountRow, Group, Membership, RuleBase, Source
from natocheck.model.values import Interval, Period, period_of
from natocheck.rulebase.indexes import indexes_of
from natocheck.rulebase.lookup import (
    earliest,
    latest,
    member_order,
    members_on,
    membership_of,
    periods,
    sources_of,
)
from natocheck.verdicts import wording
from natocheck.verdicts.outcome import Outcome, decided, silent
from natocheck.verdicts.times import agree, still_known

_REMEMBERED_YEARS = 10  # so long people may write a number that was right before
_ALL_YEARS = 100


def judge_size(claim: GroupSize, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge how many countries are in all of the claim's groups at once."""
    known = _rules_behind((*claim.groups, *claim.without), rulebase)
    if not known:
        return silent("no-fact")
    if claim.when is not None and claim.when.period.start > day:
        return silent("not-yet", (), known[0].id)
    if claim.joined and claim.exhaustive:
        return _only_joined(claim, known, rulebase, day)
    if claim.joined:
        return _joined(claim, known[0], rulebase, day)
    moment = _moment(claim.when, day)
    if not all(still_known(rule.seen, moment) for rule in known):
        return silent("not-known", (f"the record ends on {known[0].seen}",))
    if claim.exhaustive:
        return _named(claim, known, rulebase, _present(claim, rulebase, moment), moment)
    return _sized(claim, known, rulebase, moment)


def _is_of_some(claim: GroupSize, rulebase: RuleBase, day: dt.date) -> bool:
    """Whether "the 31" may be all members of a narrower group, such as those with an army."""
    assert claim.number is not None
    within = indexes_of(rulebase).groups_within.get(claim.groups[0], ()) if claim.groups else ()
    narrower = [g for g in within if set(g.all_of) >= set(claim.groups)]
    return any(claim.number.holds(len(members_on(rulebase, g.id, day))) for g in narrower)


def _rules_behind(identities: tuple[str, ...], rulebase: RuleBase) -> list[Membership]:
    """The membership rules that decide who is in these groups."""
    found: list[Membership] = []
    for identity in identities:
        rule = membership_of(rulebase, identity)
        group = rulebase.groups.get(identity)
        parts = (*group.all_of, *group.without) if group is not None else ()
        found += [rule] if rule is not None else _rules_behind(parts, rulebase)
        found += _founded_by(group, rulebase) if group is not None else []
    return found


def _founded_by(group: Group, rulebase: RuleBase) -> list[Membership]:
    """The membership whose founders a group is made of."""
    rules = rulebase.memberships.values() if group.members and not group.all_of else ()
    founders = {
        rule.id: {m for low, _, m in member_order(rulebase, rule.group) if low == 1}
        for rule in rules
    }
    return [rule for rule in rules if founders[rule.id] == set(group.members)]


def _moment(when: When | None, day: dt.date) -> dt.date:
    """The day that counts: the last of the period, before it for "until" and "before"."""
    if when is None:
        return day
    if when.relation in {"until", "before"}:
        return min(when.period.start - dt.timedelta(days=1), day)
    return min(when.period.end, day)


def _days(claim: GroupSize, moment: dt.date) -> list[dt.date]:
    """The days whose number may be meant: both ends of each period that is named.

    Of a period of years they are the years between, as it may begin and end on any day
    of its first and last year.
    """
    if claim.when is not None and _is_lasting(claim.when):
        first, last = claim.when.period.start.year + 1, claim.when.period.end.year
        return [dt.date(year, 7, 1) for year in range(first, last)]
    own = [moment] if claim.when is None else [claim.when.period.start, moment]
    return own + [d for period in claim.maybe for d in (period.start, min(period.end, moment))]


def _is_lasting(when: When | None) -> bool:
    """Whether a period of years is meant, with at least one whole year inside."""
    return when is not None and when.period.end.year - when.period.start.year > 1


def _present(claim: GroupSize, rulebase: RuleBase, day: dt.date) -> frozenset[str]:
    inside = frozenset.intersection(*(members_on(rulebase, g, day) for g in claim.groups))
    return inside.difference(*(members_on(rulebase, g, day) for g in claim.without))


def _measure(claim: GroupSize, rulebase: RuleBase, day: dt.date) -> float:
    """How many there are on a day, or their share of the first group in percent."""
    size = len(_present(claim, rulebase, day))
    whole = len(members_on(rulebase, claim.groups[0], day))
    return 100 * size / max(whole, 1) if claim.percent else size


def _sized(
    claim: GroupSize, rules: list[Membership], rulebase: RuleBase, moment: dt.date
) -> Outcome:
    assert claim.number is not None
    answers = [claim.number.holds(_measure(claim, rulebase, d)) for d in _days(claim, moment)]
    if _is_lasting(claim.when):
        moment = _days(claim, moment)[0]
        if len(set(answers)) > 1:
            return silent("not-precise-enough", (), rules[0].id)
    right = any(answers)
    if not right and claim.some and _is_below(claim, _measure(claim, rulebase, moment)):
        return silent("not-said-of-all", (), rules[0].id)
    before = not right and _was_right(claim, rulebase, moment, _REMEMBERED_YEARS)
    if not right and claim.then and _was_right(claim, rulebase, moment, _ALL_YEARS):
        return silent("time-not-clear", (), rules[0].id)
    recorded = f"{len(_present(claim, rulebase, moment))} {_on(claim, rulebase, moment)}"
    narrower = claim.partial and _is_of_some(claim, rulebase, moment)
    if not right and claim.assumed and (not before or narrower):
        return silent("not-said-of-all", (recorded,), rules[0].id)
    if right and claim.assumed and claim.partial:
        # "Leaders of the 32" takes the number for granted and tells nothing of it.
        return silent("not-said-of-all", (recorded,), rules[0].id)
    listed = _list(claim, rulebase, moment)
    return decided(
        right,
        "outdated" if before else "wrong-count",
        rule=rules[0].id,
        claimed=f"{wording.interval(claim.number)}{' percent of' if claim.percent else ''} "
        f"{_description(claim, rulebase)}",
        recorded=recorded,
        working=(f"counted from the days of accession: {listed}",),
        sources=_sources(rules, rulebase),
    )


def _is_below(claim: GroupSize, recorded: float) -> bool:
    """Whether fewer are said to be than there are."""
    return claim.number is not None and claim.number.high < recorded


def _on(claim: GroupSize, rulebase: RuleBase, moment: dt.date) -> str:
    return f"{_description(claim, rulebase)} on {wording.day(moment)}"


def _list(claim: GroupSize, rulebase: RuleBase, moment: dt.date) -> str:
    return wording.names(rulebase, sorted(_present(claim, rulebase, moment)))


def _description(claim: GroupSize, rulebase: RuleBase) -> str:
    inside = " and ".join(wording.name(rulebase, g) for g in claim.groups)
    outside = " and ".join(wording.name(rulebase, g) for g in claim.without)
    return f"countries in {inside}" + (f" but not in {outside}" if outside else "")


def _sources(rules: list[Membership], rulebase: RuleBase) -> tuple[Source, ...]:
    found = [source for rule in rules for source in sources_of(rulebase, rule)]
    return tuple({source.id: source for source in found}.values())


def _was_right(claim: GroupSize, rulebase: RuleBase, moment: dt.date, years: int) -> bool:
    """Whether the number was right at the end of one of so many years before."""
    assert claim.number is not None
    return any(
        claim.number.holds(_measure(claim, rulebase, dt.date(year, 12, 31)))
        for year in range(moment.year - years, moment.year)
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
    return decided(
        right,
        "wrong-set",
        rule=rules[0].id,
        claimed="only " + wording.names(rulebase, claim.named),
        recorded=f"{_on(claim, rulebase, moment)}: {listed}",
        correction=listed,
        sources=_sources(rules, rulebase),
    )


def _only_joined(
    claim: GroupSize, rules: list[Membership], rulebase: RuleBase, day: dt.date
) -> Outcome:
    """ "The only country that joined in the 1980s": nobody else of the groups did."""
    assert claim.when is not None
    rule = membership_of(rulebase, claim.groups[-1])
    if rule is None:
        return silent("no-fact", (), rules[0].id)
    time = _entry_time(claim.when, day)
    answers = {row.member: agree(time, periods(row.since)) for row in rule.rows}
    if "edge" in answers.values():
        return silent("not-precise-enough", (), rule.id)
    within = _present(claim, rulebase, min(time.period.end, day))
    joined = frozenset(member for member, answer in answers.items() if answer == "yes")
    return _named(claim, [rule], rulebase, joined & within, time.period.end)


def _joined(claim: GroupSize, rule: Membership, rulebase: RuleBase, day: dt.date) -> Outcome:
    assert claim.when is not None and claim.number is not None
    answers = {
        row.member: agree(_entry_time(claim.when, day), periods(row.since))
        for row in rule.rows
        if earliest(row.since) <= day
    }
    sure = [member for member, answer in answers.items() if answer == "yes"]
    possible = Interval(len(sure), len(sure) + list(answers.values()).count("edge"))
    right = claim.number.low <= possible.high and possible.low <= claim.number.high
    recorded = f"{len(sure)} joined {wording.when(claim.when)}: {wording.names(rulebase, sure)}"
    if not right and (
        claim.assumed
        or possible.low != possible.high
        or ((claim.partial or claim.some) and _is_below(claim, possible.low))
    ):
        return silent("not-precise-enough", (recorded,), rule.id)
    if right and claim.partial:
        return silent("unread-words", (recorded,), rule.id)
    return decided(
        right,
        "wrong-count",
        rule=rule.id,
        claimed=f"{wording.interval(claim.number)} joined {wording.when(claim.when)}",
        recorded=recorded,
        sources=sources_of(rulebase, rule),
    )


def _entry_time(when: When, day: dt.date) -> When:
    """ "Since 1999": from then to the day of the article."""
    if when.relation == "since":
        return When(Period(when.period.start, day, "range"))
    return when


def judge_grew(claim: GroupGrew, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge a first size, or how many times as large a group has become.

    Without a time, the first size may be that of any year since the founding, and the
    ratio is to the founders.
    """
    rule = membership_of(rulebase, claim.group)
    if rule is None:
        return silent("no-fact")
    if claim.shrank:
        return _shrank(claim, rule, rulebase, day)
    founded = min(latest(row.since) for row in rule.rows)
    days = _first_days(claim, founded, day)
    now = len(members_on(rulebase, claim.group, day))
    sizes = [len(members_on(rulebase, claim.group, each)) for each in days]
    if not all(sizes):
        return silent("no-fact", (), rule.id)
    if claim.factor is not None:
        right = any(claim.factor.holds(now / size) for size in sizes)
        claimed = f"{wording.interval(claim.factor)} times as many"
    else:
        assert claim.first is not None
        right = any(claim.first.holds(size) for size in sizes)
        claimed = f"{wording.interval(claim.first)} at first"
    recorded = f"{sizes[0]} on {wording.day(days[0])}, {now} on {wording.day(day)}"
    return decided(
        right,
        "wrong-count",
        rule=rule.id,
        claimed=claimed,
        recorded=recorded,
        working=(f"{now} / {sizes[0]} = {now / sizes[0]:.2f}",),
        sources=sources_of(rulebase, rule),
    )


def _shrank(claim: GroupGrew, rule: Membership, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Which way the number went: wrong only if it grew, since others may have come and gone."""
    assert claim.since is not None
    period = claim.since.period
    first = period.start - dt.timedelta(days=1)
    last = day if claim.since.relation == "since" else min(period.end, day)
    before, after = (len(members_on(rulebase, claim.group, each)) for each in (first, last))
    if not before or before == after:
        return silent("not-known", (), rule.id)
    return decided(
        after < before,
        "wrong-direction",
        rule=rule.id,
        claimed="fewer members",
        recorded=f"{before} on {wording.day(first)}, {after} on {wording.day(last)}",
        sources=sources_of(rulebase, rule),
    )


def _first_days(claim: GroupGrew, founded: dt.date, day: dt.date) -> list[dt.date]:
    if claim.since is not None:
        start, end = claim.since.period.start, min(claim.since.period.end, day)
        return [max(start, founded), end] if end >= founded else [end]
    if claim.factor is not None:
        return [founded]
    return [founded, *(dt.date(year, 1, 1) for year in range(founded.year + 1, day.year))]


def judge_counted(claim: Counted, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Judge how many there are of the things of a count rule."""
    rule = rulebase.counts[claim.count]
    moment = _moment(claim.when, day)
    if not still_known(rule.seen, moment):
        return silent("not-known", (f"the record ends on {rule.seen}",), rule.id)
    rows = [row for row in rule.rows if _holds(row, moment)]
    if not rows:
        return silent("not-known", (), rule.id)
    row = rows[-1]
    low, high = row.low or row.value, row.high or row.value
    right = any(claim.number.holds(value) for value in (low, row.value, high))
    between = claim.number.low <= high and low <= claim.number.high
    if between and not right and not claim.total:
        return silent("sources-disagree", (), rule.id)
    recorded = f"{wording.interval(Interval(low, high))} {rule.things[0]}s on {wording.day(moment)}"
    before = not right and any(
        claim.number.holds(r.value) and period_of(r.since).start < moment for r in rule.rows
    )
    return decided(
        right,
        "outdated" if before else "wrong-count",
        rule=rule.id,
        claimed=f"{wording.interval(claim.number)} {rule.things[0]}s",
        recorded=recorded,
        sources=sources_of(rulebase, rule),
    )


def _holds(row: CountRow, day: dt.date) -> bool:
    begun = period_of(row.since).start <= day
    return begun and (row.until is None or day <= period_of(row.until).end)
