"""Lint: first what must pass, then each fault with the entry it lies in."""

import pytest

from natocheck.rulebase import folders
from natocheck.rulebase.lint import lint, lint_folders, notes_on_folders

from .conftest import rule


def office(*rows: str, more: str = "") -> str:
    listed = "".join(f"  - {{{row}}}\n" for row in rows)
    return rule("office", "chair", f"of: league\ntitles: [chair]\nrows:\n{listed}{more}")


def membership(*rows: str, more: str = "", id: str = "league-members") -> str:
    listed = "".join(f"  - {{{row}}}\n" for row in rows)
    return rule("membership", id, f"group: league\nseen: 2020\nrows:\n{listed}{more}")


ANN, BOB = "person: ann-adams, since: 2000-01-01", "person: bob-brown, since: 2005-06-01"
COUNT = "of: league\nthings: [member]\nseen: 2020\nrows: [{value: 3, since: 2000}]"

SILENT = {
    "the changeover day": office(f"{ANN}, until: 2005-06-01", f"{BOB}, seen: 2020"),
    "the day after": office(
        f"{ANN}, until: 2005-05-31", f"{BOB}, seen: 2020", more="complete_since: 2001"
    ),
    "an overlap that one of the dates avoids": office(
        f"{ANN}, until: [2005-06-01, 2005-06-09]", f"{BOB}, seen: 2020"
    ),
    "a gap that one of the dates avoids": office(
        f"{ANN}, until: 2005-05",
        "person: bob-brown, since: [2005-06-01, 2005-06-05], seen: 2020",
        more="complete_since: 2000",
    ),
    "a gap before the terms are complete": office(
        f"{ANN}, until: 2001-01-01", f"{BOB}, seen: 2020", more="complete_since: 2005-06-01"
    ),
    "a country that left and came back": membership(
        "member: norland, since: 1950, until: 1960", "member: norland, since: 1961"
    ),
    "a candidate that left": membership(
        "member: norland, since: 1950, until: 1960", more="candidates: [norland]"
    ),
    "free words": rule(
        "event",
        "launch",
        """
        actors: [league]
        said: [{verbs: [launch], things: [alliance, nobody]}]
        rows: [{date: 1950, places: [Nowhere]}]
        """,
    ),
    "a name that a country and a person share": (
        "- {kind: actor, id: nor, type: person, name: Nor, aliases: [Norland]}"
    ),
    "a surname that two persons share": (
        "- {kind: actor, id: eve-adams, type: person, name: Eve Adams, aliases: [Adams]}"
    ),
    "the same sentence on two dates": rule("count", "size", COUNT)
    .replace("[Yes size.]", "[{text: Three., on: 2001-01-01}]")
    .replace("[Not size.]", "[{text: Three., on: 1990-01-01}]"),
    "silent on what another rule judges": rule("count", "size", COUNT)
    + rule("count", "number", COUNT).replace("[Else number.]", "[Yes size.]"),
}


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_lint_is_silent_on(loaded, text):
    assert lint(loaded(text)) == []


# name, entries, the id that the fault lies in, how its message begins
FAULTS = [
    ("id in capitals", "- {kind: words, id: Some_Words, use: u}", "Some_Words",
     "an id is lower-case words with hyphens: write some-words"),
    ("no source", rule("count", "size", COUNT).replace("[gazette]", "[]"), "size",
     "the rule has no source"),
    ("no example", rule("count", "size", COUNT).replace("[Not size.]", "[]"), "size",
     "no example is disputed"),
    ("unknown source", rule("count", "size", COUNT).replace("[gazette]", "[gazete]"), "size",
     "sources: there is no source 'gazete': did you mean 'gazette'?"),
    ("unknown actor", rule("count", "size", COUNT.replace("league", "club")), "size",
     "of: there is no actor or group 'club': correct the id or add the entry"),
    ("unknown member", membership("member: westland, since: 1950"), "league-members",
     "rows.member: there is no actor 'westland'"),
    ("holder that is no person", office("person: norland, since: 2000, seen: 2001"), "chair",
     "rows.person: there is no person 'norland'"),
    ("source of a row", office(f"{ANN}, seen: 2001, sources: [herald]"), "chair",
     "rows.sources: there is no source 'herald'"),
    ("host",
     rule("relation", "host", "said: []\nseen: 2020\nrows: [{subject: norland, object: x}]"),
     "host", "rows.object: there is no actor or group 'x'"),
    ("group of no countries", "- {kind: group, id: g, name: G, all_of: [league]}", "g",
     "all_of: there is no set of countries 'league'"),
    ("group made of itself", "- {kind: group, id: g, name: G, all_of: [g]}", "g",
     "the group is made of itself"),
    ("terms overlap", office(f"{ANN}, until: 2005-06-02", f"{BOB}, seen: 2020"), "chair",
     "the terms of ann-adams and bob-brown overlap"),
    ("seen in a successor's term", office(f"{ANN}, seen: 2006-01-01", f"{BOB}, seen: 2020"),
     "chair", "the terms of ann-adams and bob-brown overlap"),
    ("gap between terms",
     office(f"{ANN}, until: 2005-05-30", f"{BOB}, seen: 2020", more="complete_since: 2001"),
     "chair", "complete since 2001, but nobody holds it from 2005-05-31 to 2005-05-31"),
    ("gap before the first term", office(f"{BOB}, seen: 2020", more="complete_since: 2005-05-01"),
     "chair", "complete since 2005-05-01, but nobody holds it from 2005-05-01 to 2005-05-31"),
    ("no last day", office(ANN), "chair", "ann-adams: neither until nor seen"),
    ("term that ends first", office(f"{ANN}, until: 1999"), "chair",
     "ann-adams: the end lies before the beginning"),
    ("memberships overlap",
     membership("member: norland, since: 1950, until: 1960", "member: norland, since: 1960-01-01"),
     "league-members", "norland: two memberships overlap"),
    ("membership without end and again",
     membership("member: norland, since: 1950", "member: norland, since: 1960"),
     "league-members", "norland: two memberships overlap"),
    ("candidate and member",
     membership("member: norland, since: 1950", more="candidates: [norland]"),
     "league-members", "norland is a candidate and a member"),
    ("two rules for one group",
     membership("member: norland, since: 1950")
     + membership("member: sudland, since: 1950", id="z"),
     "z", "league-members holds the members of league already"),
    ("shared alias", "- {kind: actor, id: isle, type: country, name: Isle, aliases: [norland]}",
     "isle", "the name 'norland' is also that of norland"),
    ("empty name", "- {kind: group, id: g, name: G, aliases: ['']}", "g",
     "a name or alias is empty"),
    ("two verdicts in one rule",
     rule("count", "size", COUNT).replace("[Else size.]", "['Yes  size.']"), "size",
     "supported example 'Yes size.' is also silent in size"),
    ("two verdicts in two rules",
     rule("count", "size", COUNT)
     + rule("count", "number", COUNT).replace("[Not number.]", "[Yes size.]"),
     "number", "disputed example 'Yes size.' is also supported in size"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "id", "message"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS]
)
def test_lint_finds(loaded, text, id, message):
    found = [fault for fault in lint(loaded(text)) if fault.id == id]
    assert any(fault.message.startswith(message) for fault in found), found


def test_lint_finds_faults_of_tables(write):
    table = """
    - {kind: table, id: t, measure: spending, file: t.csv, source: gazette, publisher: P,
       release: R, published: 2020-02, definition: D, slack: 0.01}
    """
    csv = "actor,year,value\nnorland,2020,nan\nsudland,2020,inf\nnurland,2020,1\n"
    faults = lint_folders([write({"t.yaml": table, "t.csv": csv})])
    assert [str(fault) for fault in faults] == [
        "own/t.yaml:1: t: cells: there is no actor or group 'nurland': did you mean 'norland'?",
        "own/t.yaml:1: t: measure: there is no measure 'spending': correct the id or add the entry",
        "own/t.yaml:1: t: t.csv: norland 2020 is not finite: leave the row out",
        "own/t.yaml:1: t: t.csv: sudland 2020 is not finite: leave the row out",
    ]


def test_faults_are_placed_in_the_folder_whose_entry_counts(write, shipped):
    (shipped / "w.yaml").write_text("- {kind: group, id: g, name: G, members: [x]}\n")
    own = write({"g.yaml": "- kind: group\n  name: G\n  # its id\n  id: g\n  members: [y]"})
    assert [(fault.path, fault.line) for fault in lint_folders([own])] == [("own/g.yaml", 4)]
    assert [(fault.path, fault.line) for fault in lint_folders()] == [("shipped/w.yaml", 1)]


def test_entries_that_cannot_be_read_come_alone(write):
    own = write({"a.yaml": "- {kind: words, id: W, use: u}\n- {kind: words, id: w}"})
    assert [str(fault) for fault in lint_folders([own])] == [
        "own/a.yaml:2: use is missing: add 'use:' with text"
    ]


def test_persons_who_share_a_surname_are_noted(write):
    own = write({"p.yaml": SILENT["a surname that two persons share"]})
    assert lint_folders([own]) == []
    assert {fault.id for fault in notes_on_folders([own])} == {"ann-adams", "eve-adams"}


def test_the_shipped_rules_are_read_once_for_lint(write, monkeypatch):
    read = []
    read_layer = folders.read_layer
    monkeypatch.setattr(folders, "read_layer", lambda root: read.append(root) or read_layer(root))
    lint_folders([write({"g.yaml": "- {kind: group, id: g, name: G, members: [x]}"})])
    assert len(read) == 2
