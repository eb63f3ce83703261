"""An occurrence and a claim of it in words, for the evidence."""

from natocheck.model.claims import Happened
from natocheck.model.facts import Event, Occurrence, RuleBase
from natocheck.rulebase.lookup import periods
from natocheck.verdicts import wording


def row_words(rule: Event, row: Occurrence, rulebase: RuleBase) -> str:
    """ "NATO was founded …: 4 April 1949, Washington"."""
    start = wording.periods(periods(row.date))
    until = f" to {wording.periods(periods(row.until))}" if row.until is not None else ""
    ongoing = f" (seen going on in {row.ongoing_seen})" if row.ongoing_seen is not None else ""
    place = f", {row.places[0]}" if row.places else ""
    parties = [*row.actors, *row.targets]
    actors = f" ({wording.names(rulebase, parties)})" if parties else ""
    note = f"; {row.note}" if row.note else ""
    figures = "".join(f"; {_figure(f.value, f.unit, f.words)}" for f in rule.figures)
    return f"{rule.statement}: {start}{until}{ongoing}{place}{actors}{note}{figures}"


def _figure(value: float, unit: str, words: list[str]) -> str:
    noun = unit if unit != "count" else words[0] if words else ""
    return f"{wording.number(value)} {noun}".strip()


def claim_words(claim: Happened, rulebase: RuleBase) -> str:
    """What the sentence claims, slot by slot."""
    parts = [
        claim.told_from,
        wording.when(claim.when),
        f"until {wording.period(claim.ended.period)}" if claim.ended else "",
        *(f"from {wording.name(rulebase, place)}" for place in claim.origins),
        " and ".join(wording.name(rulebase, place) for place in claim.places),
        f"number {claim.order}" if claim.order else "",
        wording.names(rulebase, claim.actors) if claim.actors else "",
        wording.names(rulebase, claim.targets) if claim.targets else "",
        wording.interval(claim.number) if claim.number else "",
        *(f"{wording.interval(f.interval)} {f.unit}" for f in claim.figures),
        f"{wording.interval(claim.duration)} {claim.duration_unit}s" if claim.duration else "",
    ]
    return ", ".join(part for part in parts if part)
