"""A draft in an editor: what is published, shown and offered while it is written."""

import pytest

from .client import Client

WRONG = "Finland joined NATO in 2022.\n"
RIGHT = "Finland joined NATO in 2023.\n"


@pytest.fixture
def draft(client, folder, request):
    """The address of a new draft, closed at the end."""
    uri = (folder / f"{request.node.name[:60]}.md").as_uri()
    yield uri
    client.tell("textDocument/didClose", textDocument={"uri": uri})


def span(found):
    start, end = found["range"]["start"], found["range"]["end"]
    return start["line"], start["character"], end["line"], end["character"]


def edited(text, edit):
    """A text after the edit of an action, which stands within a line, as an editor makes it."""
    start, end = edit["range"]["start"], edit["range"]["end"]
    assert start["line"] == end["line"]
    lines = text.split("\n")
    line = lines[start["line"]]
    lines[start["line"]] = line[: start["character"]] + edit["newText"] + line[end["character"] :]
    return "\n".join(lines)


def test_a_dispute_is_an_error_with_its_rule_and_what_is_right(client, draft):
    client.open(draft, f"# Title\n\n{WRONG}")
    (found,) = client.diagnostics(draft, 1)
    assert (found["severity"], found["code"], found["source"]) == (
        1,
        "nato-membership",
        "natocheck",
    )
    assert span(found)[:2] == (2, 0)
    assert "4 April 2023" in found["message"]


@pytest.mark.parametrize(
    ("text", "severity"),
    [(RIGHT, None), ("NATO has 31 members.\n", 2), ("Finland is wonderful.\n", None)],
)
def test_only_faults_are_published_and_what_is_outdated_is_a_warning(client, draft, text, severity):
    client.open(draft, text)
    found = client.diagnostics(draft, 1)
    assert [each["severity"] for each in found] == ([severity] if severity else [])


def test_columns_count_the_units_of_the_client(client, draft):
    client.open(draft, f"“🇫🇮 Hyvä!” she wrote. {WRONG}")
    (found,) = client.diagnostics(draft, 1)
    before = "“🇫🇮 Hyvä!” she wrote. "
    assert span(found)[1] == len(before.encode("utf-16-le")) // 2


def test_edits_are_followed_and_the_newest_text_counts(client, draft):
    client.open(draft, f"🙂 {RIGHT}")
    assert client.diagnostics(draft, 1) == []
    for version, digit in enumerate("1024", start=2):
        client.change(draft, version, {"text": f"🙂 {RIGHT[:-3]}{digit}.\n"})
    (found,) = client.diagnostics(draft, 5)
    assert "4 April 2023" in found["message"]


@pytest.mark.parametrize("sign", ["\u2028", "\x0c", "\x85"])
def test_signs_that_end_no_line_of_an_editor_move_nothing(client, draft, sign):
    client.open(draft, f"One{sign}two.\n\n{WRONG}")
    (found,) = client.diagnostics(draft, 1)
    assert span(found)[0] == 2
    action = next(a for a in client.actions(draft, 2) if a["title"].startswith("Replace"))
    assert action["edit"]["changes"][draft][0]["range"]["start"]["line"] == 2


def test_closing_takes_everything_back(client, folder):
    uri = (folder / "closed.md").as_uri()
    client.open(uri, WRONG)
    assert client.diagnostics(uri, 1)
    client.tell("textDocument/didClose", textDocument={"uri": uri})
    assert client.diagnostics(uri, None) == []


def test_drafts_are_apart_and_what_is_no_article_is_left_alone(client, folder, draft):
    other, code = (folder / "other.md").as_uri(), (folder / "code.py").as_uri()
    client.open(draft, WRONG)
    client.open(other, RIGHT)
    client.open(code, "# Finland joined NATO in 2022.\n", "python")
    assert len(client.diagnostics(draft, 1)) == 1
    assert client.diagnostics(other, 1) == []
    assert client.diagnostics(code, None) == []


def test_a_draft_that_was_never_saved_is_checked(client):
    client.open("untitled:Untitled-1", "Finland joined NATO in 2019.\n", "plaintext")
    assert len(client.diagnostics("untitled:Untitled-1", 1)) == 1


def test_a_hover_gives_verdict_record_and_source(client, draft):
    client.open(draft, f"{RIGHT}\nThis is a shameful, foolish policy.\n")
    client.diagnostics(draft, 1)
    shown = client.at("textDocument/hover", draft, 0, 5)["contents"]
    assert shown["kind"] == "markdown"
    assert "**supported**, judged as of 5 March 2025" in shown["value"]
    assert "nato-membership" in shown["value"] and "source:" in shown["value"]
    assert "opinion" in client.at("textDocument/hover", draft, 2, 5)["contents"]["value"]
    assert client.at("textDocument/hover", draft, 1, 0) is None


def test_the_right_year_is_offered_and_makes_the_sentence_right(client, draft):
    client.open(draft, WRONG)
    client.diagnostics(draft, 1)
    action = next(a for a in client.actions(draft, 0) if a["title"].startswith("Replace"))
    (edit,) = action["edit"]["changes"][draft]
    assert action["title"] == "Replace “2022” by “2023”"
    client.change(draft, 2, {"text": edited(WRONG, edit)})
    assert client.diagnostics(draft, 2) == []


def test_nothing_is_offered_that_would_not_be_right(client, draft):
    client.open(draft, "Austria joined NATO in 1999.\n")
    client.diagnostics(draft, 1)
    assert [a["title"] for a in client.actions(draft, 0)] == ["Ignore nato-membership here"]


def test_a_comment_excuses_the_finding(client, draft):
    client.open(draft, f"{WRONG}It took its time.\n\nThe end.\n")
    client.diagnostics(draft, 1)
    action = next(a for a in client.actions(draft, 0) if a["title"].startswith("Ignore"))
    (edit,) = action["edit"]["changes"][draft]
    assert edit["range"]["start"] == {"line": 1, "character": len("It took its time.")}
    client.change(draft, 2, {"text": edited(f"{WRONG}It took its time.\n\nThe end.\n", edit)})
    assert client.diagnostics(draft, 2) == []


@pytest.mark.parametrize(
    ("after", "end"),
    [
        ("\n```\ncode\n```\n", (0, 28)),
        ("\nMore.\n~~~\ncode\n~~~\n", (1, 5)),
        ("\n=====\n", (0, 28)),
        ("\n---\n", (0, 28)),
        ("\n- A list.\n", (0, 28)),
        (" \r\nMore.\r\n", (1, 5)),
        ("", (0, 28)),
    ],
)
def test_a_comment_breaks_no_block_and_hides_no_other_finding(client, draft, after, end):
    other = "Sweden joined NATO in 2019."
    client.open(draft, f"{WRONG.rstrip()}{after}\n\n{other}\n")
    assert len(client.diagnostics(draft, 1)) == 2
    action = next(a for a in client.actions(draft, 0) if a["title"].startswith("Ignore"))
    (edit,) = action["edit"]["changes"][draft]
    assert tuple(edit["range"]["start"].values()) == end
    client.change(draft, 2, {"text": edited(f"{WRONG.rstrip()}{after}\n\n{other}\n", edit)})
    assert [found["message"][:8] for found in client.diagnostics(draft, 2)] == [f"“{other[:7]}"]


def test_a_draft_that_cannot_be_read_says_so_where(client, draft):
    client.open(draft, "---\ntitle: [half\n---\n\nText.\n")
    (found,) = client.diagnostics(draft, 1)
    assert (found["code"], found["severity"]) == ("unreadable", 2)
    client.change(draft, 2, {"text": WRONG})
    assert len(client.diagnostics(draft, 2)) == 1


def test_a_wrong_configuration_is_told_once_and_its_mending_noticed(client, folder):
    own = folder / "wrong"
    own.mkdir()
    config = own / "natocheck.toml"
    config.write_text("fail-on = 3\n", "utf-8")
    uri = (own / "a.md").as_uri()
    client.open(uri, RIGHT)
    assert "natocheck.toml:1" in client.message()
    client.change(uri, 2, {"text": WRONG})
    client.at("textDocument/hover", uri, 0, 0)
    config.write_text("date = 2025-03-05\n", "utf-8")
    client.change(uri, 3, {"text": f"\n{WRONG}"})
    assert len(client.diagnostics(uri, 3)) == 1
    shown = [m for m in client.heard if m.get("method") == "window/showMessage"]
    assert shown == []


def test_drafts_that_are_well_make_no_wrong_configuration_told_again(client, folder, draft):
    own = folder / "apart"
    own.mkdir()
    (own / "natocheck.toml").write_text("fail-on = 4\n", "utf-8")
    uri = (own / "a.md").as_uri()
    for version in (1, 2):
        for each in (uri, draft):
            if version == 1:
                client.open(each, RIGHT)
            else:
                client.change(each, version, {"text": f"\n{RIGHT}"})
            assert client.diagnostics(each, version) == []
    assert "natocheck.toml:1" in client.message()
    shown = [m for m in client.heard if m.get("method") == "window/showMessage"]
    assert shown == []


def test_findings_go_where_a_configuration_becomes_wrong(client, folder):
    own = folder / "becomes"
    own.mkdir()
    uri = (own / "a.md").as_uri()
    client.open(uri, WRONG)
    assert len(client.diagnostics(uri, 1)) == 1
    (own / "natocheck.toml").write_text("fail-on = 5\n", "utf-8")
    client.change(uri, 2, {"text": f"\n{WRONG}"})
    assert "natocheck.toml:1" in client.message()
    assert client.diagnostics(uri, 2) == []


def test_plain_text_and_bytes_as_columns_where_the_client_asks_for_them(folder):
    client = Client(folder)
    answer = client.start("utf-8", markdown=False)
    assert answer["capabilities"]["positionEncoding"] == "utf-8"
    assert answer["capabilities"]["textDocumentSync"]["change"] == 1  # whole texts
    uri = (folder / "plain.md").as_uri()
    client.open(uri, f"“Ja”, hän sanoi. {WRONG}")
    (found,) = client.diagnostics(uri, 1)
    assert span(found)[1] == len("“Ja”, hän sanoi. ".encode())
    assert client.at("textDocument/hover", uri, 0, 30)["contents"]["kind"] == "plaintext"
    assert client.end() == 0


def test_leaving_without_a_farewell_is_an_error(folder):
    client = Client(folder)
    client.start()
    client.send(method="exit")
    assert client.process.wait(timeout=60) == 1


def test_a_client_that_dies_takes_the_server_along(folder):
    client = Client(folder)
    client.start()
    client.process.stdin.close()
    assert client.process.wait(timeout=60) == 1


def test_who_asks_too_early_does_no_harm(folder):
    client = Client(folder)
    client.at("textDocument/hover", "file:///a.md", 0, 0)
    client.tell("textDocument/didSave", textDocument={"uri": "file:///a.md"})
    client.start()
    assert client.end() == 0
