"""What is said of a membership, in words: the record, the claim, and the outcome of both."""

from natocheck.model.claims import Belongs
from natocheck.model.facts import MemberRow, Membership, RuleBase
from natocheck.rulebase.lookup import periods, sources_of
from natocheck.verdicts import wording
from natocheck.verdicts.memberships.order import places
from natocheck.verdicts.outcome import Outcome

_PAST = {"joined": "joined", "left": "left", "applied": "applied to"}


def statement(rulebase: RuleBase, rule: Membership, row: MemberRow) -> str:
    """What the record says of one member: "Finland joined NATO on 4 April 2023 (number 31)"."""
    days = wording.periods(periods(row.since))
    member, group = wording.name(rulebase, row.member), wording.name(rulebase, rule.group)
    text = f"{member} joined {group} on {days}"
    order = _order_words(rulebase, rule, row.member)
    left = f", left on {wording.periods(periods(row.until))}" if row.until is not None else ""
    return f"{text}{order}{left}"


def _order_words(rulebase: RuleBase, rule: Membership, member: str) -> str:
    first, last = places(rulebase, rule, member)
    return f" (number {first})" if first == last else f" (one of numbers {first} to {last})"


def outcome(
    rule: Membership,
    rulebase: RuleBase,
    row: MemberRow | None,
    verdict: str,
    reason: str,
    claimed: str,
    recorded: str = "",
) -> Outcome:
    """A verdict on one member, with the record (its row, unless ``recorded`` says more)."""
    text = recorded or (statement(rulebase, rule, row) if row is not None else "")
    return Outcome(
        verdict=verdict,  # type: ignore[arg-type]
        reason=reason,
        rule=rule.id,
        claimed=claimed,
        recorded=text,
        correction=text if verdict == "disputed" else None,
        sources=sources_of(rulebase, rule),
    )


def answered(
    right: bool,
    wrong: str,
    rule: Membership,
    rulebase: RuleBase,
    row: MemberRow | None,
    claimed: str,
    recorded: str = "",
) -> Outcome:
    """Supported, or disputed for the reason ``wrong``; the record as ``outcome`` has it."""
    verdict, reason = ("supported", "agrees") if right else ("disputed", wrong)
    return outcome(rule, rulebase, row, verdict, reason, claimed, recorded)


def claimed_of(claim: Belongs, rulebase: RuleBase, country: str) -> str:
    """The claim about one country in words."""
    verb = _PAST.get(claim.mode, "is a founder of" if claim.founder else "is a member of")
    text = f"{wording.name(rulebase, country)} {verb} {wording.name(rulebase, claim.organisation)}"
    if claim.negated:
        text = f"not: {text}"
    order = f" as number {claim.order}" if claim.order else ""
    return f"{text}{order} {wording.when(claim.when)}".strip()
