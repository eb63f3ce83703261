"""What counts of a run, as configuration and options say together."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from natocheck.triage import with_fingerprints
from natocheck.triage.baseline import written

from .conftest import judged, report_of

RULE = "nato-founding"
SLIP = "in {}: 'nato-foundign' is no rule and no kind. Did you mean 'nato-founding'?"


def said_by(sentence, **changed):
    return replace(sentence, findings=tuple(replace(f, **changed) for f in sentence.findings))


def article(path, text="A sentence.", **changed):
    """An article with one disputed sentence, quoted from somebody if ``speaker`` is given."""
    document = report_of("disputed").documents[0]
    sentence = said_by(judged("disputed"), rule=RULE, **changed)
    return replace(document, path=path, text=text, sentences=(sentence,))


@pytest.fixture
def here(tmp_path, monkeypatch, pipeline):
    """An empty folder; write a configuration into it, and set the articles of the run."""
    monkeypatch.chdir(tmp_path)

    def set_up(text="", *articles):
        (tmp_path / "natocheck.toml").write_text(text, "utf-8")
        pipeline.report = replace(pipeline.report, documents=articles)
        for each in articles:
            Path(each.path).parent.mkdir(parents=True, exist_ok=True)
            Path(each.path).write_text(each.text, "utf-8")
        return tmp_path / "natocheck.toml"

    return set_up


def left(run, *options):
    """The paths of the articles in which something is disputed."""
    documents = json.loads(run("x", "--format", "json", *options).stdout)["documents"]
    return [d["path"] for d in documents if d["sentences"][0]["verdict"] == "disputed"]


@pytest.mark.parametrize(
    ("text", "options", "disputed"),
    [
        ("", [], ["old/a.md", "new/a.md"]),
        ('per-file = {"old/" = {ignore = ["event"]}}', [], ["new/a.md"]),
        (f'per-file = {{"*.md" = {{ignore = ["{RULE}"]}}}}', [], []),
        ('per-file = {"/a.md" = {ignore = ["event"]}}', [], ["old/a.md", "new/a.md"]),
        ('per-file = {"new/*" = {select = ["office"]}}', [], ["old/a.md"]),
        ('select = ["office"]\nper-file = {"new/" = {select = ["event"]}}', [], []),
        ('per-file = {"new/" = {select = ["office"]}}', ["--isolated"], ["old/a.md", "new/a.md"]),
        ('ignore = ["event"]', ["--ignore", "office"], ["old/a.md", "new/a.md"]),
        ('select = ["office"]', ["--select", "office,event"], ["old/a.md", "new/a.md"]),
    ],
)
def test_a_selection_is_that_of_the_run_and_of_the_file(run, here, text, options, disputed):
    here(text, article("old/a.md"), article("new/a.md"))
    assert left(run, *options) == disputed


@pytest.mark.parametrize(
    ("text", "options", "disputed"),
    [
        ('per-file = {"old/" = {quotes = "skip"}}', [], ["new/a.md"]),
        ('quotes = "skip"\nper-file = {"old/" = {quotes = "check"}}', [], ["old/a.md"]),
        (
            'per-file = {"old/" = {quotes = "skip"}}',
            ["--quotes", "check"],
            ["old/a.md", "new/a.md"],
        ),
        (
            'per-file = {"old/*" = {quotes = "check"}, "*.md" = {quotes = "skip"}}',
            [],
            ["old/a.md"],
        ),
    ],
)
def test_quotes_are_treated_as_the_nearest_setting_says(run, here, text, options, disputed):
    here(text, article("old/a.md", speaker="He"), article("new/a.md", speaker="He"))
    assert left(run, *options) == disputed


SUPPRESS = '[[suppress]]\nreason = "known"\n'


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        (f'{SUPPRESS}rule = "event"', 0, "1 finding suppressed (--show-suppressed lists them)"),
        (f'{SUPPRESS}rule = "office"', 1, "{}: suppress entry 1 (office) fits nothing here any"),
        (f'{SUPPRESS}rule = "nato-foundign"', 1, SLIP),
        (f'{SUPPRESS}rule = "event"\nexpires = 2026-01-31', 1, "{}: suppress entry 1 (event) has"),
        (f'{SUPPRESS}rule = "event"\nexpires = 2026-02-01', 0, "1 finding suppressed"),
    ],
)
def test_entries_suppress_or_are_told(run, here, text, code, says):
    file = here(text, article("a.md"))
    result = run("a.md")
    assert result.exit_code == code
    assert result.stderr.startswith(f"natocheck: {says.format(file)}")


def test_what_is_suppressed_is_listed_with_its_reason(run, here):
    here(f'{SUPPRESS}rule = "event"', article("a.md"))
    assert "a.md:1: suppressed (configuration: known)" in run("a", "--show-suppressed").stderr


@pytest.mark.parametrize("options", [["--select", "office"], ["--quotes", "skip"]])
def test_a_selection_makes_no_excuse_look_unused(run, here, options):
    comment = "A sentence. <!-- natocheck: ignore[event] known -->"
    articles = [article("a.md", comment, speaker="He"), article("b.md", speaker="He")]
    known = article("c.md", speaker="He")
    here(f'baseline = "known.json"\n{SUPPRESS}rule = "event"\npath = "b.md"', *articles, known)
    report = with_fingerprints(replace(report_of(), documents=(known,)))
    Path("known.json").write_text(written(report), "utf-8")
    assert run("a.md", *options).stderr == ""
    assert run("a.md").stderr.startswith("natocheck: 3 findings suppressed")


def test_entries_of_a_baseline_are_stale_only_where_their_file_was_checked_or_is_gone(run, here):
    here("", article("a.md"), article("b.md"))
    assert run("baseline", "write", "known.json", ".").exit_code == 0
    here('baseline = "known.json"', article("a.md"))
    assert "not found" not in run("a.md").stderr
    Path("b.md").unlink()
    assert "known.json: 1 known finding not found any more" in run("a.md").stderr


def test_a_baseline_is_written_as_the_configuration_says(run, here, pipeline):
    text = 'ignore = ["event"]\nexclude = ["old/"]\nbaseline = "known.json"\nrules = ["own"]'
    here(text, article("a.md"))
    assert run("baseline", "write", "known.json", ".", "--isolated").exit_code == 0
    assert len(json.loads(Path("known.json").read_text())["findings"]) == 1
    Path("own").mkdir()
    Path("own/own.yaml").write_text("# none yet\n")
    assert run("baseline", "write", "known.json", ".").exit_code == 0
    assert json.loads(Path("known.json").read_text())["findings"] == []
    assert pipeline.asked[1].reading.exclude == ("old/",)


def test_a_run_that_checks_nothing_says_so(run, here):
    here()
    result = run(".")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("natocheck: no article was checked: all are left out")
