"""The slack given to a figure not yet read in a later release covers every revision known."""

from itertools import combinations

from natocheck.model.claims import Release
from natocheck.pipeline import Checker
from natocheck.verdicts.figures.tables import REVISION, editions


def test_no_share_was_revised_by_more_than_the_slack(checker: Checker) -> None:
    known = [
        edition
        for edition in editions(checker.rules, "defence-share", Release(), checker.rules.as_of)
        if edition.table.publisher == "NATO"
    ]
    revisions = {
        (actor, year): abs(newer - older) / older
        for later, earlier in combinations(known, 2)
        for table in earlier.tables
        for actor, row in table.cells.items()
        for year, older in row.items()
        for newer in [later.table.cells.get(actor, {}).get(year)]
        if newer is not None
    }
    assert len(revisions) > 100
    assert max(revisions.values()) <= REVISION
