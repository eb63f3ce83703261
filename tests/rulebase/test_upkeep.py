import datetime as dt

import pytest

from natocheck.rulebase.upkeep import source_uses, stale_facts

from .conftest import rule

OFFICE = rule(
    "office",
    "norland-chief",
    """
    of: norland
    titles: [chief]
    rows:
      - {person: ann-adams, since: 2020, until: 2024}
      - {person: bob-brown, since: 2024, seen: 2026-01-05, review_by: 2026-06-30}
    """,
)
COUNT = rule(
    "count",
    "league-ships",
    """
    of: league
    things: [ship]
    seen: 2025
    review_by: "2025-12"
    rows: [{value: 3, since: 2020}]
    """,
)
SOURCES = """
- {kind: source, id: ledger, title: L, publisher: P, url: "https://e.org", retrieved: 2025-01-01}
- {kind: source, id: unused, title: U, publisher: P, url: "https://e.org"}
"""


@pytest.mark.parametrize(
    ("on", "due"),
    [
        ("2025-12-31", []),  # a month is over on its last day, and due after it
        ("2026-01-01", ["league-ships 2025-12-31"]),
        ("2026-06-30", ["league-ships 2025-12-31"]),
        ("2026-07-01", ["league-ships 2025-12-31", "norland-chief 2026-06-30"]),
    ],
)
def test_facts_are_stale_after_their_day_of_review(loaded, on, due):
    found = stale_facts(loaded(OFFICE + COUNT), dt.date.fromisoformat(on))
    assert [f"{fact.rule} {fact.due}" for fact in found] == due


def test_a_stale_row_is_named_with_the_day_it_was_last_seen(loaded):
    (fact,) = stale_facts(loaded(OFFICE), dt.date(2027, 1, 1))
    assert (fact.row, fact.seen, fact.statement) == ("bob-brown", "2026-01-05", "It is so.")


def test_facts_hang_on_the_sources_of_their_row_else_of_their_rule(loaded):
    office = OFFICE.replace("until: 2024}", "until: 2024, sources: [ledger]}")
    uses = source_uses(loaded(SOURCES + office), dt.date(2025, 1, 11))
    told = {use.source.id: (use.facts, use.age) for use in uses}
    assert told == {"gazette": (1, None), "ledger": (1, 10), "unused": (0, None)}


def test_each_cell_of_a_table_is_a_fact_of_its_source(write):
    from natocheck.rulebase import load

    measure = rule("measure", "arms", "name: arms\nunit: usd\nnouns: [arms]")
    table = """
- {kind: table, id: arms-2025, measure: arms, file: arms.csv, source: gazette, publisher: P,
   release: R, published: 2025-01-01, definition: D, slack: 0.5}
"""
    folder = write(
        {
            "own.yaml": measure + table,
            "arms.csv": "actor,year,value\nnorland,2024,1\nnorland,2025,2\n",
        }
    )
    uses = source_uses(load([folder], use_cache=False), dt.date(2025, 1, 1))
    assert uses[0].facts == 3  # two cells, and the measure itself
