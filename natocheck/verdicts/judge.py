"""Claim to finding: each type of statement has one comparison."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from natocheck.model.claims import (
    Belongs,
    Claim,
    ComesFrom,
    Counted,
    Elapsed,
    GroupGrew,
    GroupSize,
    Happened,
    Holds,
    JoinedApart,
    Measured,
    Promised,
    Ranks,
    Related,
    Repeats,
    Succeeds,
    Supplied,
)
from natocheck.model.facts import RuleBase
from natocheck.model.report import Finding
from natocheck.verdicts.figures.judge import judge_measured
from natocheck.verdicts.memberships.apart import judge_apart
from natocheck.verdicts.memberships.judge import judge_belongs
from natocheck.verdicts.occurrences import judge_happened
from natocheck.verdicts.offices.judge import judge_holds
from natocheck.verdicts.offices.successions import judge_succeeds
from natocheck.verdicts.offices.tenures import (
    judge_comes_from,
    judge_elapsed,
    judge_ranks,
    judge_supplied,
)
from natocheck.verdicts.outcome import Outcome, finding_of
from natocheck.verdicts.pledges import judge_promised
from natocheck.verdicts.relations import judge_related
from natocheck.verdicts.reviewed import judge_repeated
from natocheck.verdicts.sizes import judge_counted, judge_grew, judge_size

COMPARISONS: dict[type, Callable[[Any, RuleBase, dt.date], Outcome]] = {
    Holds: judge_holds,
    Succeeds: judge_succeeds,
    Ranks: judge_ranks,
    Supplied: judge_supplied,
    Elapsed: judge_elapsed,
    ComesFrom: judge_comes_from,
    Belongs: judge_belongs,
    JoinedApart: judge_apart,
    GroupSize: judge_size,
    GroupGrew: judge_grew,
    Counted: judge_counted,
    Happened: judge_happened,
    Promised: judge_promised,
    Related: judge_related,
    Repeats: judge_repeated,
    Measured: judge_measured,
}


def judge(claim: Claim, rulebase: RuleBase, day: dt.date) -> Finding:
    """Hold one claim against the facts known on ``day``."""
    outcome = COMPARISONS[type(claim.statement)](claim.statement, rulebase, day)
    return finding_of(claim, outcome)
