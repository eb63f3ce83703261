"""Whether what is said of a year was so in none before: "for the first time (since 2014)"."""

from dataclasses import replace

from natocheck.model.claims import Measured
from natocheck.model.values import Answer
from natocheck.verdicts.figures.answers import NOTHING, Reckoned
from natocheck.verdicts.figures.bench import Bench
from natocheck.verdicts.figures.forms import Form


def first_time(form: Form) -> Form:
    """A form of statement that asks besides that no earlier year of the release agrees.

    The years before the release's first are unknown: they cannot make it wrong, and a
    caveat says from which year on it was looked at. A release of one year says nothing.
    """

    def reckon(claim: Measured, bench: Bench) -> Reckoned:
        now = form(claim, bench)
        if now.answer in {None, "no"}:
            return now
        before = {b.year: form(claim, b) for b in _earlier(claim, bench)}
        if not before:
            return NOTHING
        agreeing = [year for year, each in before.items() if each.answer == "yes"]
        if agreeing:
            told = before[agreeing[-1]]
            return Reckoned("no", f"{told.recorded}; {now.recorded}", told.working)
        answer: Answer | None = "edge" if _any_open(before) else now.answer
        return Reckoned(answer, now.recorded, now.working, f"looked up from {min(before)} on")

    return reckon


def _earlier(claim: Measured, bench: Bench) -> list[Bench]:
    after = claim.first_since or 0
    years = [year for year in bench.edition.years() if after < year < bench.year]
    return [replace(bench, year=year) for year in years]


def _any_open(before: dict[int, Reckoned]) -> bool:
    return any(each.answer in {"edge", None} for each in before.values())
