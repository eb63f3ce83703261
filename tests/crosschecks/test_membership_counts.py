"""Members counted from the days of accession, against the numbers that were published."""

import datetime as dt
from typing import Any

import pytest

from natocheck.model.facts import RuleBase
from natocheck.model.values import period_of
from natocheck.rulebase.lookup import members_on

from .listed import listed

GROUPS = listed("membership_counts")
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize("group", GROUPS)
def test_the_members_on_a_day_are_as_many_as_was_published(rules: RuleBase, group: str) -> None:
    before = GROUPS[group]["before"]
    for row in GROUPS[group]["rows"]:
        day = period_of(str(row["day"])).start
        counted = (len(members_on(rules, group, day - DAY)), len(members_on(rules, group, day)))
        assert counted == (before, row["members"]), f"{group}, the day before and on {day}"
        before = row["members"]
    assert len(members_on(rules, group, rules.as_of)) == before, "a change that is not listed"


@pytest.mark.parametrize("group", GROUPS)
def test_every_published_count_has_a_source(rules: RuleBase, group: str) -> None:
    named = [row["source"] for row in GROUPS[group]["rows"]]
    assert sorted(set(named) - set(rules.sources)) == []


@pytest.mark.parametrize("row", listed("counts_from_rows"), ids=lambda row: row["count"])
def test_a_count_rule_says_as_many_as_the_rows_of_another(
    rules: RuleBase, row: dict[str, Any]
) -> None:
    day = period_of(str(row["day"])).start
    [count] = [
        each
        for each in rules.counts[row["count"]].rows
        if period_of(each.since).start <= day
        and (each.until is None or day <= period_of(each.until).end)
    ]
    assert count.value == number_of(rules, row["of"], row["id"], day)


def number_of(rules: RuleBase, what: str, id: str, day: dt.date) -> int:
    """Count the members or candidates of a membership, or the pairs of a relation."""
    if what == "members":
        return len(members_on(rules, id, day))
    if what == "candidates":
        return len(rules.memberships[id].candidates)
    return sum(
        (row.since is None or period_of(row.since).start <= day)
        and (row.until is None or day <= period_of(row.until).end)
        for row in rules.relations[id].rows
    )
