"""The manual page: what is in it, and that those who show such pages find no fault in it."""

import re
import shutil
import subprocess

import pytest
from typer.main import get_command

from natocheck.cli.main import app

RENDERERS = {
    "groff": ["groff", "-ww", "-man", "-Tutf8"],
    "man": ["man", "--warnings", "-l", "-"],
    "mandoc": ["mandoc", "-man", "-Tutf8", "-Wwarning"],
}
EXPECTED = ("missing date", "see above")  # no date: the same version gives the same page


def every_command(group, words=("natocheck",)):
    yield words, group
    for name, command in getattr(group, "commands", {}).items():
        yield from every_command(command, (*words, name))


def plain(text: str) -> str:
    return text.replace("\\-", "-").replace("\\:", "").replace("\\(dq", '"')


@pytest.fixture
def page(run):
    shown = run("man")
    assert shown.exit_code == 0
    return shown.stdout


def test_every_command_and_every_option_of_it_is_in_the_page(page):
    root = get_command(app)
    sections = plain(page).split("\n.SS ")
    for words, command in every_command(root):
        title = f'"{" ".join(words)}"\n'
        section = (
            sections[0] if command is root else next(s for s in sections if s.startswith(title))
        )
        for parameter in command.params:
            for option in (*parameter.opts, *parameter.secondary_opts):
                named = option if option.startswith("-") else parameter.metavar or option.upper()
                assert named in section, (title, option)
            assert (parameter.help or "") in section


@pytest.mark.parametrize("name", RENDERERS)
def test_a_renderer_shows_the_page_without_a_warning(page, name):
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    done = subprocess.run(
        RENDERERS[name], input=page, capture_output=True, text=True, encoding="utf-8", check=False
    )
    said = [line for line in done.stderr.splitlines() if not any(e in line for e in EXPECTED)]
    assert said == []
    shown = re.sub(r".\x08|\x1b\[[0-9;]*m", "", done.stdout)  # bold, as terminals have it
    assert "EXIT STATUS" in shown
    assert "natocheck rules stale" in shown


def test_text_is_no_request_of_roff():
    from natocheck.cli.manual import page
    from natocheck.cli.walking import Described

    odd = Described("x", "x", ".SH owned\n\n'so \\fB", "", (), (("-a\\b", ".TP"),))
    lines = page([odd]).splitlines()
    assert "\\&.SH owned" in lines
    assert "\\&'so \\(rsfB" in lines
    assert lines.count("\\&.TP") == 1
