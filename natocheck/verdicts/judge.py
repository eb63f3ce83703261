"""Claim to finding: each type of statement has one comparison."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from natocheck.model.claims import (
    Belongs,
    Claim,
    Counted,
    GroupSize,
    Happened,
    Holds,
    Measured,
    Promised,
    Related,
    Succeeds,
)
from natocheck.model.facts import RuleBase
from natocheck.model.report import Finding
from natocheck.verdicts.figures.judge import judge_measured
from natocheck.verdicts.memberships import judge_belongs
from natocheck.verdicts.occurrences import judge_happened
from natocheck.verdicts.offices import judge_holds, judge_succeeds
from natocheck.verdicts.outcome import Outcome, finding_of
from natocheck.verdicts.pledges import judge_promised
from natocheck.verdicts.relations import judge_related
from natocheck.verdicts.sizes import judge_counted, judge_size

COMPARISONS: dict[type, Callable[[Any, RuleBase, dt.date], Outcome]] = {
    Holds: judge_holds,
    Succeeds: judge_succeeds,
    Belongs: judge_belongs,
    GroupSize: judge_size,
    Counted: judge_counted,
    Happened: judge_happened,
    Promised: judge_promised,
    Related: judge_related,
    Measured: judge_measured,
}


def judge(claim: Claim, rulebase: RuleBase, day: dt.date) -> Finding:
    """Hold one claim against the facts known on ``day``."""
    outcome = COMPARISONS[type(claim.statement)](claim.statement, rulebase, day)
    return finding_of(claim, outcome)
