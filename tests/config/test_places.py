import pytest

from natocheck.config.places import line_of, named

TEXT = """\
quiet = true
# select = ["a"]
"fail-on" = "never"
per-file."a.md".quotes = "skip"

[other]  # select = 1
select = 1
[ per-file . 'b [c].md' ]
  date = 2025-01-01
[[suppress]]
rule = "a"
[[suppress]]
rule = "b"
reason = "c"
[[suppress]]
x = {rule = "d"}
[below.deep]
"""


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (("quiet",), 1),
        (("fail-on",), 3),
        (("per-file", "a.md", "quotes"), 4),
        (("select",), None),
        (("other", "select"), 7),
        (("per-file", "b [c].md", "date"), 9),
        (("suppress", 0, "rule"), 11),
        (("suppress", 1, "rule"), 13),
        (("suppress", 1, "expires"), 12),
        (("suppress", 2, "x", "rule"), 16),
        (("suppress",), 10),
        (("below",), 17),
        ((), None),
    ],
)
def test_a_key_is_found_or_what_holds_it(keys, line):
    assert line_of(TEXT, keys) == line


def test_the_way_to_a_value_is_told_in_words():
    assert named(("suppress", 1, "expires")) == "suppress entry 2: expires"
    assert named(()) == ""
