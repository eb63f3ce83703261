import json

import pytest
from msgspec.structs import replace
from reports.sample import ARTICLE, ONE

from natocheck.model.errors import UsageError
from natocheck.reports.exits import exit_code
from natocheck.triage import with_fingerprints
from natocheck.triage.baseline import less_known, read_baseline, written

JUDGED = 1
REPORT = with_fingerprints(ONE)


def known(tmp_path, report=REPORT):
    file = tmp_path / "baseline.json"
    file.write_text(written(report), "utf-8")
    return read_baseline(file)


def test_what_is_known_is_suppressed_and_fails_no_run(tmp_path):
    left, stale = less_known(REPORT, known(tmp_path), "baseline.json")
    sentence = left.documents[0].sentences[JUDGED]
    assert (exit_code(REPORT, "outdated"), exit_code(left, "outdated"), stale) == (1, 0, 0)
    assert sentence.verdict == "supported"
    assert [f.excuse.kind for f in sentence.suppressed] == ["baseline"]


def test_what_is_new_still_fails(tmp_path):
    base = known(tmp_path)
    old = ARTICLE.sentences[JUDGED]
    words = replace(old.sentence, text="Ruritania spent 9.1 percent of its GDP on defence.")
    article = replace(ARTICLE, sentences=(*ARTICLE.sentences, replace(old, sentence=words)))
    report = with_fingerprints(replace(ONE, documents=(article,)))
    assert exit_code(less_known(report, base, "b")[0], "outdated") == 1


def test_lines_may_move_and_what_is_gone_is_counted(tmp_path):
    base = known(tmp_path)
    old = ARTICLE.sentences[JUDGED]
    moved = replace(old, sentence=replace(old.sentence, line=70, start=900, end=990))
    report = with_fingerprints(replace(ONE, documents=(replace(ARTICLE, sentences=(moved,)),)))
    assert exit_code(less_known(report, base, "b")[0], "outdated") == 0
    empty = replace(ONE, documents=())
    assert less_known(empty, base, "b")[1] == 1


def test_a_baseline_is_sorted_and_the_same_in_every_run():
    assert written(REPORT) == written(REPORT)
    entries = json.loads(written(REPORT))["findings"]
    assert entries == sorted(entries, key=lambda e: (e["path"], e["rule"], e["text"]))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"schema_version": "9", "findings": []}'])
def test_a_file_that_is_no_baseline_is_an_error_that_says_what_to_do(tmp_path, content):
    file = tmp_path / "b.json"
    file.write_bytes(content)
    with pytest.raises(UsageError, match="Write it again"):
        read_baseline(file)


def test_a_missing_baseline_is_an_error(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        read_baseline(tmp_path / "none.json")
