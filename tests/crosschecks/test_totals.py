"""What members spend, earn or have in uniform adds up to the totals that were published.

A total is that of the members of its year, as releases print it; ``members_on`` gives
another day. ``absent`` members have no part in it; of ``unread`` ones the figures are not
held, so that the others must only stay below the total.
"""

import datetime as dt
from typing import Any

from natocheck.model.facts import RuleBase
from natocheck.model.values import period_of
from natocheck.rulebase.lookup import has_members, members_on

from .listed import listed
from .releases import Cell, Cells, Release, releases

NOTES: list[dict[str, Any]] = listed("totals")


def note_on(release: Release, group: str, year: int) -> dict[str, Any]:
    """Return what the YAML says of the total of a group for a year in a release."""
    measure, publisher, name, _ = release
    told = {
        "measure": measure,
        "publisher": publisher,
        "release": name,
        "group": group,
        "years": year,
    }
    return next((n for n in NOTES if all(told[k] in n[k] for k in told if k in n)), {})


def totals(rules: RuleBase) -> list[tuple[Release, Cells, str, int]]:
    """Return the release, its cells, the group and year of every total of an additive measure."""
    return [
        (release, cells, group, year)
        for release, cells in releases(rules).items()
        if rules.measures[release[0]].additive
        for group, year in cells
        if has_members(rules, group) and members_on(rules, group, rules.as_of) != {group}
    ]


def fault(rules: RuleBase, release: Release, cells: Cells, group: str, year: int) -> str:
    """Return how the members' figures contradict the total, or nothing."""
    note = note_on(release, group, year)
    day = period_of(str(note["members_on"])).start if "members_on" in note else None
    members = members_on(rules, group, day or dt.date(year, 12, 31))
    members -= set(note.get("absent", ()))
    missing = {member for member in members if (member, year) not in cells}
    where = f"{' '.join(release)}, {group} {year}"
    unread = note.get("unread", ())
    if unread != "most" and missing != set(unread):
        return f"{where}: no figures of {sorted(missing)}, listed are {unread}"
    known = [cells[member, year] for member in members - missing]
    total = Cell(sum(cell.value for cell in known), sum(cell.slack for cell in known))
    published = cells[group, year]
    if total.low > published.high:
        return f"{where}: the members have {total.value}, more than {published.value}"
    if not missing and total.high < published.low:
        return f"{where}: the members have {total.value}, less than {published.value}"
    return ""


def test_members_add_up_to_the_published_totals(rules: RuleBase) -> None:
    found = totals(rules)
    assert len(found) > 250
    assert [f for each in found if (f := fault(rules, *each))] == []


def test_every_note_on_totals_is_of_use(rules: RuleBase) -> None:
    used = [note_on(release, group, year) for release, _, group, year in totals(rules)]
    assert [note for note in NOTES if note not in used] == []
