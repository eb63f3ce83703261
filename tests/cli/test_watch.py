"""A process that checks again whenever an article is saved, until it is interrupted."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from natocheck.cli.watching import concerns

WAITING = "natocheck: watching"
PATIENCE = 60
STUBBED = """
import sys, time
sys.path.insert(0, {folder!r})
from pathlib import Path
from cli.conftest import Pipeline, report_of
import natocheck

class Watched(Pipeline):
    def check(self, paths, settings, progress=None, done=None):
        files = [file for path in map(Path, paths) for file in (path, *path.glob("*.md"))]
        texts = [file.read_text() for file in files if file.is_file()]
        Path("begun").touch()
        time.sleep({pause})
        return report_of(*("disputed" if "wrong" in text else "supported" for text in texts))

natocheck.pipeline = sys.modules["natocheck.pipeline"] = Watched()
from natocheck.cli.main import run
run()
"""


def interruptible():
    """Let a new process be interrupted also where the tests run in the background of a shell,
    which ignores Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


BEFORE = interruptible if os.name == "posix" else None


class Watching:
    """A run with --watch whose output is read while it goes on."""

    def __init__(self, folder, *arguments, pause=0):
        tests = str(Path(__file__).parents[1])
        program = STUBBED.format(folder=tests, pause=pause)
        self.out, self.err = folder / ".out", folder / ".err"
        with self.out.open("wb") as out, self.err.open("wb") as err:
            self.process = subprocess.Popen(
                [sys.executable, "-c", program, *arguments, "--watch", "--isolated"],
                stdout=out,
                stderr=err,
                cwd=folder,
                preexec_fn=BEFORE,
            )

    def runs(self):
        return self.err.read_text("utf-8").count(WAITING)

    def wait(self, holds):
        end = time.monotonic() + PATIENCE
        while not holds():
            assert self.process.poll() is None, self.err.read_text("utf-8")
            assert time.monotonic() < end, self.err.read_text("utf-8")
            time.sleep(0.05)

    def shown(self):
        return self.out.read_text("utf-8")

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def watching(tmp_path):
    started = []
    (tmp_path / "a.md").write_text("right")

    def start(*arguments, **settings):
        started.append(Watching(tmp_path, *arguments, **settings))
        return started[-1]

    yield start
    for each in started:
        each.process.kill()
        each.process.wait()


def test_a_saved_article_is_checked_again_until_the_run_is_interrupted(watching, tmp_path):
    seen = watching("a.md", "--format", "concise")
    seen.wait(lambda: seen.runs() == 1)
    assert seen.shown() == ""
    (tmp_path / "a.md").write_text("wrong")
    seen.wait(lambda: "disputed" in seen.shown() and seen.runs() >= 2)
    assert seen.stop() == 1
    lines = seen.err.read_text("utf-8").splitlines()
    assert set(lines) == {"natocheck: watching a.md (Ctrl-C ends)"}


def test_an_editor_may_save_by_renaming(watching, tmp_path):
    seen = watching("a.md", "--format", "concise")
    seen.wait(lambda: seen.runs() == 1)
    (tmp_path / "a.md~").write_text("wrong")
    (tmp_path / "a.md~").replace(tmp_path / "a.md")
    seen.wait(lambda: "disputed" in seen.shown())
    assert seen.stop() == 1


def test_the_exit_code_is_that_of_the_last_run(watching, tmp_path):
    (tmp_path / "a.md").write_text("wrong")
    seen = watching("a.md")
    seen.wait(lambda: seen.runs() == 1)
    (tmp_path / "a.md").write_text("right")
    seen.wait(lambda: "1 supported" in seen.shown())
    assert seen.stop() == 0


def test_what_is_saved_while_the_first_run_goes_on_is_not_missed(watching, tmp_path):
    seen = watching("a.md", "--format", "concise", pause=1)
    seen.wait((tmp_path / "begun").exists)
    (tmp_path / "a.md").write_text("wrong")
    seen.wait(lambda: "disputed" in seen.shown())


def test_an_interrupt_during_a_run_ends_it_quietly(watching, tmp_path):
    seen = watching("a.md", pause=30)
    seen.wait((tmp_path / "begun").exists)
    assert seen.stop() == 0
    assert seen.err.read_text("utf-8") == ""


def test_a_new_article_of_a_folder_is_checked(watching, tmp_path):
    seen = watching(".", "--format", "concise")
    seen.wait(lambda: seen.runs() == 1)
    (tmp_path / "b.md").write_text("wrong")
    seen.wait(lambda: "disputed" in seen.shown())


@pytest.mark.parametrize(
    ("articles", "changed", "concerned"),
    [
        (["a.md"], "a.md", True),
        (["a.md"], "b.md", False),
        (["a.tmp"], "a.tmp", True),
        (["sub"], "sub/b.md", True),
        (["sub"], "sub/deep/c.md", True),
        (["sub"], "sub/b.tmp", False),
        (["sub"], "sub/.b.md", False),
        (["sub"], "a.md", False),
        (["sub", "a.md"], "a.md", True),
        (["."], "report.md", False),
        (["report.md"], "report.md", True),
    ],
)
def test_only_articles_count_and_no_report_of_the_run(
    tmp_path, monkeypatch, articles, changed, concerned
):
    monkeypatch.chdir(tmp_path)
    Path("sub").mkdir()
    concern = concerns(articles, [Path("report.md")])
    assert concern(None, str(tmp_path / changed)) is concerned


@pytest.mark.skipif(os.name != "posix", reason="a terminal of POSIX")
def test_a_terminal_is_wiped_before_a_report_is_drawn(tmp_path):
    import pty

    (tmp_path / "a.md").write_text("right")
    ours, theirs = pty.openpty()
    program = STUBBED.format(folder=str(Path(__file__).parents[1]), pause=0)
    seen = subprocess.Popen(
        [sys.executable, "-c", program, "a.md", "--watch", "--isolated"],
        stdout=theirs,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        preexec_fn=BEFORE,
        text=True,
    )
    os.close(theirs)
    with seen:
        assert seen.stderr.readline().startswith(WAITING)
        assert os.read(ours, 100).startswith(b"\x1b[2J")
        seen.send_signal(signal.SIGINT)
        assert seen.wait(PATIENCE) == 0
    os.close(ours)


@pytest.mark.parametrize(
    ("articles", "says"),
    [
        (["-"], "standard input cannot be watched; name a file"),
        (["a.md", "none.md"], "none.md: there is no such file or folder to watch"),
    ],
)
def test_what_cannot_be_watched_is_an_error(watching, tmp_path, articles, says):
    seen = watching(*articles)
    assert seen.process.wait(PATIENCE) == 2
    assert seen.err.read_text("utf-8") == f"natocheck: {says}\n"
