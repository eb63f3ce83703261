"""Claims that repeat what was reviewed: judged by what the review found."""

import datetime as dt

from natocheck.model.claims import Repeats, When
from natocheck.model.facts import Reviewed, RuleBase
from natocheck.model.values import period_of
from natocheck.rulebase.lookup import earliest, latest, sources_of
from natocheck.verdicts.outcome import Outcome, silent

_WHOLE = "partly-contradicted"


def judge_repeated(claim: Repeats, rulebase: RuleBase, day: dt.date) -> Outcome:
    """Give the finding of the review, if it holds for all of the claimed time.

    What the record contradicts only partly stays unverified, with the answer beside it.
    """
    rule = rulebase.reviewed[claim.reviewed]
    first, last = _span(claim.when, day)
    if not _holds(rule, first) or not _holds(rule, last) or _is_of_another_time(rule, claim.when):
        return silent("not-known", (f"the review does not speak of {first}",), rule.id)
    verdicts = {"contradicted": "disputed", "confirmed": "supported", "partly": "unverified"}
    reasons = {"contradicted": "fact-checked", "confirmed": "agrees", "partly": _WHOLE}
    return Outcome(
        verdict=verdicts[rule.finding],  # type: ignore[arg-type]
        reason=reasons[rule.finding],
        rule=rule.id,
        claimed=rule.statement,
        recorded=rule.answer,
        working=tuple(rule.figures),
        caveat=rule.answer if rule.finding == "partly" else None,
        correction=rule.answer,
        sources=sources_of(rulebase, rule),
    )


def _is_of_another_time(rule: Reviewed, when: When | None) -> bool:
    """Whether something is told of a time at which it did not take place."""
    if rule.at is None or when is None or when.relation in {"since", "after", "before", "until"}:
        return False
    return not period_of(rule.at).overlaps(when.period)


def _span(when: When | None, day: dt.date) -> tuple[dt.date, dt.date]:
    """The first and last day that the claim speaks of."""
    if when is None:
        return day, day
    end = day if when.relation == "since" else min(when.period.end, day)
    return min(when.period.start, end), end


def _holds(rule: Reviewed, day: dt.date) -> bool:
    begun = rule.since is None or earliest(rule.since) <= day
    return begun and (rule.until is None or day <= latest(rule.until))
