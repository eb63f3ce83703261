"""Every fault of every file is reported at once, with its line and what to write instead."""

import os

import pytest

from natocheck.model.errors import RuleError
from natocheck.rulebase import load

TABLE = (
    "- {kind: table, id: t, measure: m, file: t.csv, source: gazette, publisher: P, "
    "release: R, published: 2020, definition: D, slack: 0.1}\n"
)
OFFICE = """
- kind: office
  id: chair
  statement: It is so.
  sources: [gazette]
  of: league
  titles: [chair]
  rows:
    - {person: ann-adams, since: 2020}
    - person: bob-brown
"""
DATE = 'write a year (1999), a month ("1999-06") or a day (1999-06-01)'

# name, the files of the user's folder, the faults with paths below that folder
CASES = [
    ("empty file", {"a.yaml": "", "b.yaml": "- {kind: words, id: w, use: u}"}, []),
    (
        "unknown kind",
        {"a.yaml": "- id: x\n  kind: offices\n- kind: poem\n  id: y"},
        [
            "a.yaml:2: unknown kind 'offices': did you mean 'office'?",
            "a.yaml:3: unknown kind 'poem': write one of actor, count, event, group, measure, "
            "membership, office, pledge, relation, reviewed, source, table, words",
        ],
    ),
    (
        "no kind",
        {"a.yaml": "- id: x"},
        [
            "a.yaml:1: kind is missing: write one of actor, count, event, group, measure, "
            "membership, office, pledge, relation, reviewed, source, table, words"
        ],
    ),
    (
        "unknown and missing keys",
        {"a.yaml": "- kind: words\n  id: w\n\n  usage: x"},
        [
            "a.yaml:1: use is missing: add 'use:' with text",
            "a.yaml:4: unknown key 'usage': did you mean 'use'?",
        ],
    ),
    (
        "keys of rows",
        {"a.yaml": OFFICE + "      sinse: 2021\n"},
        [
            "a.yaml:9: since is missing: add 'since:' with text or a whole number or "
            "a list (- …) of text or a whole number",
            "a.yaml:10: unknown key 'sinse': did you mean 'since'?",
        ],
    ),
    (
        "dates that are none",
        {"a.yaml": OFFICE + "      since: [1999-13, 12]\n      until: 2023-02-30\n"},
        [
            f"a.yaml:10: since is '1999-13', which is no date: {DATE}",
            f"a.yaml:10: since is 12, which is no date: {DATE}",
            f"a.yaml:11: until is '2023-02-30', which is no date: {DATE}",
        ],
    ),
    (
        "no date in the list, and a truth value",
        {"a.yaml": OFFICE + "      since: []\n      until: true\n"},
        [f"a.yaml:10: since is an empty list: {DATE}", f"a.yaml:11: until is true: {DATE}"],
    ),
    (
        "wrong types",
        {
            "a.yaml": """
            - kind: actor
              id: a
              type: county
              name: 12
              aliases: Abc
              adjectives: [Ab,
                true]
            """
        },
        [
            "a.yaml:3: type is 'county': did you mean 'country'?",
            'a.yaml:4: name is 12: write "12" in quotes',
            "a.yaml:5: aliases is 'Abc': write a list (- …) of text",
            'a.yaml:7: adjectives is true: write "true" in quotes',
        ],
    ),
    (
        "keys that are no text",
        {"a.yaml": "- kind: words\n  id: w\n  use: u\n  values: {1: one}"},
        ['a.yaml:4: the key 1 is no text: write "1" in quotes'],
    ),
    (
        "not a list of entries",
        {"a.yaml": "kind: words", "b.yaml": "- just words"},
        [
            "a.yaml:1: the file is no list of entries: begin each entry with '- kind: …'",
            "b.yaml:1: the entry is no mapping: begin it with '- kind: …' and '  id: …'",
        ],
    ),
    (
        "not YAML",
        {"a.yaml": "- kind: a: b", "b.yaml": "- id: x\n  id: y", "c.yaml": "- !!bool perhaps"},
        [
            "a.yaml:1: not valid YAML, mapping values are not allowed here: put values that "
            "contain ': ' or ' #' in quotes and indent with spaces",
            'b.yaml:2: not valid YAML, found duplicate key "id" with value "y" '
            '(original value: "x"): keep one of the two',
            "c.yaml: not valid YAML, 'perhaps': put values that contain ': ' or ' #' in quotes "
            "and indent with spaces",
        ],
    ),
    (
        "an id twice in one folder",
        {
            "a.yaml": "- {kind: words, id: w, use: u}",
            "b.yaml": "- {kind: words, id: v, use: u}\n- kind: words\n  use: u\n  id: w",
        },
        ["b.yaml:4: 'w' is an id in a.yaml already: choose another"],
    ),
    (
        "a file under another name",
        {"a.yml": "", "b.YAML": ""},
        [
            "a.yml: not read under this name: call it a.yaml",
            "b.YAML: not read under this name: call it b.yaml",
        ],
    ),
    ("no rules", {"README.md": ""}, [": no rules here: put .yaml files into this folder"]),
    (
        "no CSV file",
        {"x/a.yaml": TABLE},
        [
            "x/a.yaml:1: there is no CSV file 't.csv' in the folder of these rules: "
            "put the CSV file at own/x/t.csv"
        ],
    ),
    (
        "cells in YAML",
        {"a.yaml": TABLE.replace("slack", "cells: {a: {2020: 1}}, slack")},
        [
            "a.yaml:1: unknown key 'cells': figures stand in the table's CSV file, "
            "as actor,year,value",
        ],
    ),
    (
        "CSV header",
        {"a.yaml": TABLE, "t.csv": "country,year,value\nx,2020,1\n"},
        ["t.csv:1: the first line is 'country,year,value': write actor,year,value"],
    ),
    (
        "CSV without rows",
        {"a.yaml": TABLE, "t.csv": "actor,year,value\n"},
        ["t.csv: no figures: add rows of actor,year,value"],
    ),
    (
        "CSV rows",
        {
            "a.yaml": TABLE,
            "t.csv": "actor,year,value\nx,2020,1\nx,2021\nx,2022e,1\n"
            "x,2022,1 000\nx,2020,2\n,2020,1",
        },
        [
            "t.csv:3: 'x,2021' is no row: write actor,year,value",
            "t.csv:4: the year is '2022e': write four digits",
            "t.csv:5: the value is '1 000': write a number with a decimal point, "
            "without separators",
            "t.csv:6: x has a figure for 2020 already: keep one of the two",
            "t.csv:7: ',2020,1' is no row: write actor,year,value",
        ],
    ),
]


def faults_of(*folders) -> list[str]:
    try:
        load(folders, use_cache=False)
    except RuleError as error:
        return str(error).splitlines()[1:]
    return []


@pytest.mark.parametrize(("files", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_faults_are_listed_with_place_and_remedy(write, files, expected):
    found = [line.removeprefix("own").removeprefix("/") for line in faults_of(write(files))]
    assert found == expected


def test_a_folder_that_is_not_there_is_named(tmp_path):
    assert faults_of(tmp_path / "nowhere") == [
        "nowhere: No such file or directory: name a folder that can be read"
    ]


def test_a_file_in_place_of_a_folder_is_named(tmp_path):
    (tmp_path / "rules.yaml").write_text("")
    assert faults_of(tmp_path / "rules.yaml") == [
        "rules.yaml: Not a directory: name a folder that can be read"
    ]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs symbolic links")
def test_a_file_that_cannot_be_read_is_named(write):
    own = write({"a.yaml": ""})
    (own / "b.yaml").symlink_to("gone.yaml")
    assert faults_of(own) == ["own/b.yaml: No such file or directory: make the file readable"]


def test_bytes_that_are_no_utf_8_are_named_with_their_line(write):
    own = write({"a.yaml": TABLE})
    (own / "b.yaml").write_bytes(b"# one\n# \xff\n")
    (own / "t.csv").write_bytes(b"actor,year,value\nx,2020,1\n\xe9,2020,1\n")
    assert faults_of(own) == [
        "own/b.yaml:2: not UTF-8 text: save the file as UTF-8",
        "own/t.csv:3: not UTF-8 text: save the file as UTF-8",
    ]


def test_yaml_nested_beyond_measure_is_a_fault_and_no_crash(write):
    (fault,) = faults_of(write({"a.yaml": "- " + "[" * 3000}))
    assert fault.startswith("own/a.yaml: not valid YAML")


def test_faults_of_all_folders_and_files_come_in_one_error(tmp_path, write, shipped):
    (shipped / "more.yaml").write_text("- kind: nothing\n")
    own = write({"a.yaml": "- {kind: words, id: w}", "b.yaml": "- {kind: words, use: u}"})
    with pytest.raises(RuleError) as caught:
        load([own, tmp_path / "gone"], use_cache=False)
    assert [line.split(": ")[0] for line in str(caught.value).splitlines()] == [
        "4 faults in the rules; mend them and run again:",
        "gone",
        "own/a.yaml:1",
        "own/b.yaml:1",
        "shipped/more.yaml:1",
    ]
