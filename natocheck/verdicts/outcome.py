"""What a comparison comes to, before it is tied to the claim's place in the text."""

from typing import Literal

import msgspec

from natocheck.model.claims import Claim
from natocheck.model.facts import Source
from natocheck.model.report import Chart, Finding, Verdict

Judgement = Literal["supported", "disputed", "unverified"]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict with its reason and evidence; the fields are those of ``Finding``."""

    verdict: Judgement
    reason: str
    rule: str | None = None
    claimed: str = ""
    recorded: str = ""
    working: tuple[str, ...] = ()
    caveat: str | None = None
    correction: str | None = None
    release: str | None = None
    sources: tuple[Source, ...] = ()
    chart: Chart | None = None


def silent(reason: str, working: tuple[str, ...] = (), rule: str | None = None) -> Outcome:
    """No verdict, and why: "no-fact", "not-known", "sources-disagree", …"""
    return Outcome(verdict="unverified", reason=reason, working=working, rule=rule)


def decided(
    right: bool,
    wrong: str,
    *,
    rule: str,
    claimed: str,
    recorded: str,
    sources: tuple[Source, ...],
    working: tuple[str, ...] = (),
    correction: str = "",
) -> Outcome:
    """Supported, or disputed for the reason ``wrong``; what would be right is the record."""
    return Outcome(
        verdict="supported" if right else "disputed",
        reason="agrees" if right else wrong,
        rule=rule,
        claimed=claimed,
        recorded=recorded,
        working=working,
        correction=None if right else correction or recorded,
        sources=sources,
    )


def finding_of(claim: Claim, outcome: Outcome) -> Finding:
    """The finding of a claim. Unread words turn any verdict into "unverified"."""
    verdict: Verdict = outcome.verdict
    reason, working = outcome.reason, outcome.working
    beside = {"disputed": claim.doubts, "supported": claim.partial}
    unread = claim.unread or beside.get(verdict, ())
    if unread and verdict != "unverified":
        verdict, reason = "unverified", "unread-words"
        working = (*working, "not read: " + ", ".join(unread))
    if claim.restated:
        working = (*working, "read as: " + claim.restated)
    if claim.fuzzy:
        working = (*working, "spelling: " + ", ".join(claim.fuzzy))
    if claim.referring:
        working = (*working, "reference: " + ", ".join(claim.referring))
    return Finding(
        kind=claim.kind,
        text=claim.text,
        start=claim.start,
        end=claim.end,
        verdict=verdict,
        reason=reason,
        speaker=claim.speaker,
        stance=claim.stance,
        rule=outcome.rule,
        claimed=outcome.claimed,
        recorded=outcome.recorded,
        working=working,
        caveat=outcome.caveat,
        correction=outcome.correction if verdict == "disputed" else None,
        release=outcome.release,
        sources=outcome.sources,
        chart=outcome.chart,
    )
