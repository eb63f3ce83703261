import datetime as dt
import json

import msgspec
import pytest

from natocheck.model.errors import UsageError
from natocheck.model.facts import (
    Example,
    Examples,
    MemberRow,
    Membership,
    RuleBase,
    Source,
    Table,
)
from natocheck.reports import rules
from natocheck.reports.options import RenderOptions

PLAIN = RenderOptions(width=80)
LEAGUE = Membership(
    id="league-membership",
    statement="Who belongs to the League",
    sources=["charter", "unknown"],
    group="league",
    rows=[MemberRow(member="ruritania", since=1821), MemberRow(member="strelsau", since="1830-05")],
    candidates=["graustark"],
    seen="2026-01",
    examples=Examples(
        supported=["Ruritania is in the League."],
        disputed=[Example(text="Strelsau is in the League.", on="1825-01-01")],
        silent=["Graustark is in the Club."],
    ),
)
CHARTER = Source(id="charter", title="Charter", publisher="The League", url="https://l.example")
TABLE = Table(
    id="arms-2025",
    measure="arms",
    file="arms-2025.csv",
    source="charter",
    publisher="The League",
    release="2025",
    published="2025-08-28",
    definition="what is spent on arms",
    slack=0.005,
    cells={"ruritania": {2024: 1.5, 2025: 70_000_000_000.0}},
)
FAMILIES = {name: {} for name in RuleBase.__struct_fields__}
BASE = RuleBase(
    **{
        **FAMILIES,
        "digest": "3f9a",
        "as_of": dt.date(2026, 1, 1),
        "replaced": frozenset(),
        "sources": {"charter": CHARTER},
        "memberships": {LEAGUE.id: LEAGUE},
        "tables": {TABLE.id: TABLE},
    }
)


def test_the_list_has_rules_alone():
    assert rules.render_list(BASE, PLAIN) == (
        "league-membership  membership\n  Who belongs to the League\n"
    )


def test_a_wide_list_has_a_rule_on_a_line():
    wide = rules.render_list(BASE, RenderOptions(width=140))
    assert wide == "league-membership  membership  Who belongs to the League\n"


def test_the_list_in_json():
    assert json.loads(rules.render_list_json(BASE, PLAIN)) == [
        {
            "id": "league-membership",
            "kind": "membership",
            "statement": "Who belongs to the League",
            "replaces": False,
        }
    ]


def test_what_a_later_folder_replaced_is_marked():
    base = msgspec.structs.replace(BASE, replaced=frozenset({LEAGUE.id, "charter"}))
    assert rules.render_list(base, PLAIN) == (
        "league-membership  membership (replaces one of the same id)\n"
        "  Who belongs to the League\n"
        "also replaced: charter\n"
    )
    assert json.loads(rules.render_list_json(base, PLAIN))[0]["replaces"] is True


def test_a_rule_is_shown_whole():
    assert rules.render_entry(BASE, "league-membership", PLAIN).splitlines() == [
        "league-membership  membership",
        "statement   Who belongs to the League",
        "group       league",
        "candidates  graustark",
        "seen        2026-01",
        "",
        "rows",
        "  member     since",
        "  ruritania  1821",
        "  strelsau   1830-05",
        "",
        "sources",
        "  Charter. The League",
        "  https://l.example",
        "",
        "examples",
        "  supported  Ruritania is in the League.",
        "  disputed   Strelsau is in the League. (on 1 January 1825)",
        "  silent     Graustark is in the Club.",
    ]


def test_a_table_is_shown_with_its_cells():
    shown = rules.render_entry(BASE, "arms-2025", PLAIN)
    assert "             2024  2025\n  ruritania  1.5   70,000,000,000\n" in shown


def test_a_value_that_is_no_is_said():
    table = msgspec.structs.replace(TABLE, complete=False)
    base = msgspec.structs.replace(BASE, tables={table.id: table})
    assert "complete    no\n" in rules.render_entry(base, table.id, PLAIN)


def test_an_unknown_rule_is_an_error_that_says_where_to_look():
    with pytest.raises(UsageError, match=r"no rule has the id 'x'.*rules list"):
        rules.render_entry(BASE, "x", PLAIN)
