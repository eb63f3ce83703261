"""Who is said to have joined last."""

import datetime as dt

from natocheck.model.claims import Belongs
from natocheck.model.facts import Membership, RuleBase
from natocheck.rulebase.lookup import earliest
from natocheck.verdicts import wording
from natocheck.verdicts.memberships.answers import outcome, statement
from natocheck.verdicts.memberships.order import newest_members
from natocheck.verdicts.outcome import Outcome


def judge_newest(
    claim: Belongs, rule: Membership, rulebase: RuleBase, country: str, day: dt.date
) -> Outcome:
    """Judge "the newest member"; the correction names the one that is."""
    newest = newest_members(rule, day, claim.newest)
    right = (country in newest) != claim.negated
    recorded = "; ".join(statement(rulebase, rule, row) for row in newest.values())
    was_member = any(row.member == country and earliest(row.since) <= day for row in rule.rows)
    reason = "agrees" if right else "outdated" if was_member else "not-a-member"
    ranked = "the newest member" if claim.newest == 1 else f"of the {claim.newest} newest members"
    claimed = f"{wording.name(rulebase, country)} is {ranked}"
    return outcome(
        rule,
        rulebase,
        None,
        "supported" if right else "disputed",
        reason,
        claimed,
        f"{ranked.removeprefix('of ')} on {wording.day(day)}: {recorded}",
    )
