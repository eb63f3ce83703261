import pytest
from msgspec.structs import replace
from reports.sample import ARTICLE, DISPUTED, ONE, SUPPORTED

from natocheck.model.errors import UsageError
from natocheck.reports.exits import exit_code
from natocheck.triage import refuse_unknown, selected, with_quotes

JUDGED = 1  # the sentence of the sample with a dispute, which is quoted, and a supported claim


def first(report):
    return report.documents[0].sentences[JUDGED]


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        ((), (), [DISPUTED, SUPPORTED]),
        (("defence-share",), (), [DISPUTED]),
        (("event",), (), [SUPPORTED]),
        (("ruritania-*", "measure"), (), [DISPUTED, SUPPORTED]),
        ((), ("measure",), [SUPPORTED]),
        (("measure",), ("defence-share",), []),
    ],
)
def test_rules_are_chosen_by_id_kind_or_pattern(select, ignore, left):
    assert list(first(selected(ONE, select, ignore)).findings) == left


def test_a_sentence_is_judged_by_the_findings_that_are_left():
    assert first(selected(ONE, ignore=["measure"])).verdict == "supported"
    assert first(selected(ONE, ignore=["measure", "event"])).verdict == "unverified"
    opinion = ARTICLE.sentences[2]
    assert selected(ONE, ["event"]).documents[0].sentences[2] == opinion


def test_quotes_count_or_are_shown_or_left_out():
    assert with_quotes(ONE, "check") == ONE
    assert exit_code(with_quotes(ONE, "check"), "outdated") == 1
    shown = with_quotes(ONE, "report")
    assert first(shown).verdict == "disputed"
    assert exit_code(shown, "outdated") == 0
    assert first(with_quotes(ONE, "skip")).findings == (SUPPORTED,)


def test_what_the_article_says_itself_fails_though_quotes_do_not():
    own = replace(DISPUTED, speaker=None, stance=("asserted",))
    sentence = replace(ARTICLE.sentences[JUDGED], findings=(own,))
    report = replace(ONE, documents=(replace(ARTICLE, sentences=(sentence,)),))
    assert exit_code(with_quotes(report, "report"), "outdated") == 1


def test_a_slip_in_a_name_is_an_error_with_a_suggestion():
    known = ["nato-founding", "event"]
    refuse_unknown(["nato-founding", "event", "nato-*"], known)
    with pytest.raises(UsageError, match="Did you mean 'nato-founding'"):
        refuse_unknown(["nato-foundign"], known)
    with pytest.raises(UsageError, match="rules list"):
        refuse_unknown(["zzz"], known)
