"""In which order the members came: places, founders, the newest."""

import datetime as dt

from natocheck.model.claims import Belongs
from natocheck.model.facts import MemberRow, Membership, RuleBase
from natocheck.rulebase.lookup import earliest, member_order


def places(rulebase: RuleBase, rule: Membership, member: str) -> tuple[int, int]:
    """The first and the last place in the order of joining that a member may have."""
    ranks = {country: (low, high) for low, high, country in member_order(rulebase, rule.group)}
    return ranks.get(member, (0, 0))


def wrong_order(
    claim: Belongs, rule: Membership, rulebase: RuleBase, row: MemberRow, day: dt.date
) -> str | None:
    """The reason why the place said of a member is wrong, or None."""
    first, last = places(rulebase, rule, row.member)
    if claim.order is not None and not first <= claim.order <= last:
        return "wrong-order"
    founders = {country for low, _, country in member_order(rulebase, rule.group) if low == 1}
    if claim.founder and row.member not in founders:
        return "not-a-founder"
    if claim.newest and row.member not in newest_members(rule, day, claim.newest):
        return "outdated"
    return None


def newest_members(rule: Membership, day: dt.date, number: int) -> dict[str, MemberRow]:
    """The last ``number`` to join by ``day``; with them all that joined on the same day."""
    begun = [row for row in rule.rows if earliest(row.since) <= day]
    days = sorted((earliest(row.since) for row in begun), reverse=True)
    first = days[min(number, len(days)) - 1]
    return {row.member: row for row in begun if earliest(row.since) >= first}
