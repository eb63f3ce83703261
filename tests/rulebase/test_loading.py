"""Layers, dates, the rule base's day."""

import datetime as dt
from pathlib import Path

import pytest

from natocheck.model.errors import RuleError
from natocheck.rulebase import load, shipped_rules
from natocheck.rulebase.folders import digest_of, read_layers

from .conftest import rule, written


def test_hidden_files_and_other_files_are_left_alone(write):
    write({".draft.yaml": "{", ".git/x.yaml": "{", "README.md": "{", "empty.yaml": "# none\n"})
    assert len(load([write({"w.yaml": "- {kind: words, id: hedges, use: hedge}"})]).words) == 1


def test_norway_s_code_and_other_old_booleans_stay_text(loaded):
    words = loaded("- {kind: words, id: codes, use: x, words: [NO, yes, on, off, n]}").words
    assert words["codes"].words == ["NO", "yes", "on", "off", "n"]


def test_unquoted_dates_become_text(loaded):
    rows = """
    group: league
    seen: 2023-04-05
    rows:
      - {member: norland, since: [2023-04-04, 1999-06, 1949]}
    """
    found = loaded(rule("membership", "league-members", rows)).memberships["league-members"]
    assert (found.seen, found.rows[0].since) == ("2023-04-05", ["2023-04-04", "1999-06", 1949])


def test_a_later_folder_replaces_an_entry_even_by_another_kind(tmp_path, write):
    own = write({"a.yaml": "- {kind: words, id: norland, use: first}"})
    last = written(tmp_path / "last", {"b.yaml": "- {kind: words, id: norland, use: last}"})
    rulebase = load([own, last])
    assert "norland" not in rulebase.actors
    assert rulebase.words["norland"].use == "last"


def test_table_cells_come_from_the_csv_file_beside_the_rule(write):
    table = """
    - {kind: table, id: t, measure: m, file: ../csv/t.csv, source: gazette, publisher: P,
       release: R, published: 2020-02, definition: D, slack: 0.01}
    """
    csv = "actor,year,value\nnorland,2020,1.5\n\nnorland,2021,2\n"
    rulebase = load([write({"tables/t.yaml": table, "csv/t.csv": csv})])
    assert rulebase.tables["t"].cells == {"norland": {2020: 1.5, 2021: 2.0}}


SEEN = [
    ("nothing dated", "", dt.date.min),
    ("a month counts from its first day", "seen: 2020-05", dt.date(2020, 5, 1)),
    ("a day", "seen: 2020-05-06", dt.date(2020, 5, 6)),
]


@pytest.mark.parametrize(("seen", "day"), [case[1:] for case in SEEN], ids=[c[0] for c in SEEN])
def test_the_rule_base_speaks_of_the_newest_day_seen(loaded, seen, day):
    row = "person: ann-adams, since: 2030"
    body = f"of: league\ntitles: [chair]\nrows:\n  - {{{row}{', ' + seen if seen else ''}}}"
    assert loaded(rule("office", "chair", body)).as_of == day


def test_publication_of_a_table_counts_as_seen_but_that_of_a_source_does_not(write):
    own = write(
        {
            "t.yaml": """
            - {kind: table, id: t, measure: m, file: t.csv, source: gazette, publisher: P,
               release: R, published: 2020-02-03, definition: D, slack: 0}
            - {kind: source, id: late, title: L, publisher: P, url: u, published: 2024-01-01,
               retrieved: 2024-02-02}
            """,
            "t.csv": "actor,year,value\nnorland,2020,1\n",
        }
    )
    assert load([own]).as_of == dt.date(2020, 2, 3)


def test_the_digest_follows_content_and_not_the_folder_s_place(tmp_path):
    text = "- {kind: words, id: w, use: x}\n"
    one, two, other = (tmp_path / name for name in ("one", "two", "other"))
    written(one, {"w.yaml": text})
    written(two, {"w.yaml": text})
    written(other, {"w.yaml": text + "\n"})
    digests = [digest_of(read_layers([folder])) for folder in (one, two, other)]
    assert digests[0] == digests[1] != digests[2]


def test_rules_missing_from_the_installation_are_an_error_for_the_user(monkeypatch, tmp_path):
    monkeypatch.setattr("natocheck.__file__", str(tmp_path / "natocheck" / "__init__.py"))
    with pytest.raises(RuleError, match="install natocheck again"):
        shipped_rules()


def test_rules_inside_the_package_come_first(monkeypatch, tmp_path):
    inside = tmp_path / "natocheck" / "rules"
    for folder in (inside, tmp_path / "rules"):
        Path(folder).mkdir(parents=True)
    monkeypatch.setattr("natocheck.__file__", str(inside.parent / "__init__.py"))
    assert shipped_rules() == inside
