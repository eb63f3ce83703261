import pytest

from natocheck.pipeline import check_document
from natocheck.pipeline.run import report_of
from natocheck.readers import read
from natocheck.reports.exits import exit_code
from natocheck.triage.suppressing import less_excused, names_in

WRONG = "NATO was founded in 1950."
OTHER = "Spain joined NATO in 1986."


@pytest.fixture
def checked(tmp_path, checker):
    def check(text, name="a.md"):
        (tmp_path / name).write_text(text, "utf-8")
        return report_of(checker.rules, [check_document(read(str(tmp_path / name)), checker)], [])

    return check


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- natocheck: ignore[nato-founding] an old count -->\n\n{WRONG}\n",
        f"{WRONG} <!-- natocheck: ignore[nato-founding] an old count -->\n",
        f"<!-- natocheck: ignore[event] an old count -->\n{WRONG}\n",
        f"<!-- natocheck: ignore an old count -->\n\n{WRONG}\n",
        f"<!--natocheck:ignore[x-y, nato-founding] an old count-->\r\n\r\n{WRONG}\r\n",
    ],
)
def test_a_comment_excuses_its_paragraph_or_the_next(checked, text):
    left, said = less_excused(checked(text))
    assert exit_code(left, "outdated") == 0
    assert said == []
    (finding,) = [f for s in left.documents[0].sentences for f in s.suppressed]
    assert (finding.excuse.kind, finding.excuse.reason) == ("in-text", "an old count")


def test_other_paragraphs_and_rules_are_not_excused(checked):
    comment = "<!-- natocheck: ignore[nato-founding] -->"
    far, said = less_excused(checked(f"{comment}\n\nA dull day.\n\n{WRONG}\n"))
    assert exit_code(far, "outdated") == 1
    assert len(said) == 1 and ":1:" in said[0]
    both, said = less_excused(checked(f"{WRONG} {OTHER} {comment}\n"))
    assert exit_code(both, "outdated") == 1
    assert said == []


def test_plain_text_has_no_comments(checked):
    text = f"{WRONG} <!-- natocheck: ignore[nato-founding] -->\n"
    assert exit_code(less_excused(checked(text, "a.txt"))[0], "outdated") == 1


def test_the_rules_that_comments_name_are_known(checked):
    assert names_in(checked(f"<!-- natocheck: ignore[one, two] -->\n\n{WRONG}\n")) == ["one", "two"]


def test_a_comment_is_no_part_of_what_is_read(checked):
    report = checked("NATO was <!-- natocheck: ignore --> founded in 1949.\n")
    assert report.documents[0].sentences[0].verdict == "supported"
