"""The check of an archive on one machine."""

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from msgspec.structs import replace

from natocheck import rulebase
from natocheck.batch import Rows, check_archive, checking, parts
from natocheck.model.errors import UsageError
from natocheck.model.facts import RuleBase

from .conftest import ROWS, TEXTS, read_rows, write_rows

RULES = rulebase.load()
START = "from natocheck.cli.main import run\nif __name__ == '__main__': run()\n"


@pytest.fixture
def small(monkeypatch, one_model):
    """Pieces so small that an archive of five rows has three."""
    monkeypatch.setattr(checking, "PIECE", 2)


@pytest.mark.parametrize("each", ["article", "sentence"])
@pytest.mark.parametrize("to", [".parquet", ".jsonl"])
@pytest.mark.parametrize("suffix", [".parquet", ".jsonl", ".csv"])
def test_every_format_gives_the_same_result(suffix, to, each, small, tmp_path):
    source, out = write_rows(ROWS, tmp_path / f"in{suffix}"), tmp_path / f"out{to}"
    summary = check_archive(source, out, Rows(each=each))
    assert (summary.articles, summary.problems, summary.sentences) == (5, 1, 6)
    assert summary.verdicts == {"disputed": 1, "supported": 2, "opinion": 1, "unverified": 2}
    rows = read_rows(out)
    assert [row["id"] for row in rows if row["natocheck"]["problem"]] == ["002"]
    assert len(rows) == (5 if each == "article" else 7)
    assert not list(tmp_path.glob("*part*"))


def test_an_empty_archive_gives_an_empty_result(small, tmp_path):
    (tmp_path / "in.csv").write_text("text,date\n")
    for out in (tmp_path / "out.parquet", tmp_path / "out.jsonl"):
        assert check_archive(tmp_path / "in.csv", out, Rows()).articles == 0
        assert read_rows(out) == []
    assert pq.read_schema(tmp_path / "out.parquet").names == ["text", "date", "natocheck"]


def test_progress_tells_how_far_it_is(small, tmp_path):
    told = []
    source = write_rows(ROWS, tmp_path / "in.csv")
    check_archive(source, tmp_path / "out.jsonl", Rows(), progress=lambda *each: told.append(each))
    assert told == [(0, 5), (2, 5), (4, 5), (5, 5)]


class Ended(Exception):
    pass


def ended_after(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a run end before it writes one more part than ``number``."""
    write, left = parts.Parts.write, [number]

    def count(self: parts.Parts, *part: object) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Ended
        write(self, *part)  # type: ignore[arg-type]

    monkeypatch.setattr(parts.Parts, "write", count)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_run_that_ended_goes_on_where_it_was(number, small, tmp_path, monkeypatch):
    source = write_rows(ROWS, tmp_path / "in.jsonl")
    check_archive(source, tmp_path / "whole.jsonl", Rows())
    with monkeypatch.context() as short:
        ended_after(number, short)
        with pytest.raises(Ended):
            check_archive(source, tmp_path / "out.jsonl", Rows())
    assert not (tmp_path / "out.jsonl").exists()
    told = []
    ended_after(3 - number, monkeypatch)  # no part is made twice
    check_archive(source, tmp_path / "out.jsonl", Rows(), progress=lambda *each: told.append(each))
    assert told[0] == (number * 2, 5)
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_a_run_that_ended_after_its_last_part_is_only_put_together(small, tmp_path, monkeypatch):
    source, out = write_rows(ROWS, tmp_path / "in.jsonl"), tmp_path / "out.jsonl"
    monkeypatch.setattr(parts.Parts, "remove", lambda self: None)
    check_archive(source, out, Rows())
    whole = out.read_bytes()
    out.unlink()
    ended_after(0, monkeypatch)
    check_archive(source, out, Rows())
    assert out.read_bytes() == whole


@pytest.mark.parametrize("change", ["input", "options", "rules"])
def test_what_another_run_left_is_not_gone_on_with(change, small, tmp_path, monkeypatch):
    source, out, rows = write_rows(ROWS, tmp_path / "in.csv"), tmp_path / "out.jsonl", Rows()
    with monkeypatch.context() as short:
        ended_after(1, short)
        with pytest.raises(Ended):
            check_archive(source, out, rows)
    if change == "input":
        write_rows(ROWS[:3], source)
    elif change == "options":
        rows = Rows(each="sentence")
    else:
        (tmp_path / "more").mkdir()
        rows = Rows(rule_folders=(tmp_path / "more",))
        monkeypatch.setattr(checking.rulebase, "load", other_rules)
    with pytest.raises(UsageError, match=r"out\.jsonl\.parts.*--overwrite"):
        check_archive(source, out, rows)
    check_archive(source, out, rows, overwrite=True)
    assert read_rows(out)


def other_rules(*_folders: object, **_options: object) -> RuleBase:
    return replace(RULES, digest="another")


@pytest.mark.parametrize(
    ("out", "message"),
    [
        ("out.csv", "one of .parquet"),
        ("there.jsonl", "--overwrite"),
        ("in.jsonl", "input itself"),
        ("folder.jsonl", "is a folder"),
    ],
)
def test_a_result_that_cannot_be_written_is_refused_at_once(out, message, tmp_path):
    source = write_rows(ROWS, tmp_path / "in.jsonl")
    (tmp_path / "there.jsonl").touch()
    (tmp_path / "folder.jsonl").mkdir()
    with pytest.raises(UsageError, match=message):
        check_archive(source, tmp_path / out, Rows(), overwrite=out != "there.jsonl")
    assert source.stat().st_size


def test_an_empty_object_is_refused_for_parquet_before_any_work(tmp_path):
    (tmp_path / "in.jsonl").write_text('{"text": "The sun shone.", "more": {}}\n')
    with pytest.raises(UsageError, match=r"Parquet cannot hold.*jsonl"):
        check_archive(tmp_path / "in.jsonl", tmp_path / "out.parquet", Rows())


@pytest.mark.parametrize("room", [100, 1_000])
def test_a_full_disk_is_told_and_the_next_run_goes_on(room, small, tmp_path):
    source, out = write_rows(ROWS, tmp_path / "in.csv"), tmp_path / "out.jsonl"
    least, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, most))
    try:
        with pytest.raises(UsageError, match="goes on where it ended"):
            check_archive(source, out, Rows())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (least, most))
        signal.signal(signal.SIGXFSZ, ignored)
    assert not out.exists()
    check_archive(source, out, Rows())
    assert len(read_rows(out)) == len(ROWS)


def test_a_folder_of_others_in_the_way_is_left_alone(small, tmp_path):
    source, out = write_rows(ROWS, tmp_path / "in.csv"), tmp_path / "out.jsonl"
    mine = tmp_path / "out.jsonl.parts" / "mine.txt"
    mine.parent.mkdir()
    mine.touch()
    for overwrite in (False, True):
        with pytest.raises(UsageError, match="not empty"):
            check_archive(source, out, Rows(), overwrite=overwrite)
    assert mine.exists()


def test_a_folder_that_is_not_there_is_told(small, tmp_path):
    source = write_rows(ROWS, tmp_path / "in.csv")
    with pytest.raises(UsageError, match="No such file"):
        check_archive(source, tmp_path / "none" / "out.jsonl", Rows())


def test_what_json_has_no_form_for_is_written_as_text(small, tmp_path):
    from datetime import date
    from decimal import Decimal

    odd = {"text": "The sun shone.", "n": float("nan"), "d": date(2025, 6, 20)}
    table = pa.Table.from_pylist([{**odd, "b": b"x", "m": Decimal("1.50")}])
    pq.write_table(table, tmp_path / "in.parquet")
    check_archive(tmp_path / "in.parquet", tmp_path / "out.jsonl", Rows())
    (row,) = read_rows(tmp_path / "out.jsonl")
    assert [row[name] for name in "ndbm"] == [None, "2025-06-20", "eA==", "1.50"]


# In processes of its own


def batch(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    (folder / "start.py").write_text(START)
    command = [sys.executable, "start.py", "batch", "in.parquet", *arguments]
    return subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)


def children(process: int) -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(process)], capture_output=True, text=True)
    return [int(each) for each in found.stdout.split()]


def is_alive(process: int) -> bool:
    status = Path(f"/proc/{process}/status")
    return status.exists() and "State:\tZ" not in status.read_text()


def until(condition, seconds: float = 600) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_killed_run_loses_and_repeats_nothing_in_any_number_of_processes(tmp_path):
    rows = [
        {"id": number, "text": f"{TEXTS[number % 2]} Day {number} passed."} for number in range(200)
    ]
    write_rows(rows, tmp_path / "in.parquet")
    told = ("--date", "2020-01-01")
    killed = batch(tmp_path, "out.jsonl", "--jobs", "2", *told)
    until(lambda: list(tmp_path.glob("out.jsonl.parts/*.arrow")))
    workers = children(killed.pid)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    until(lambda: not any(map(is_alive, workers)))  # none is left behind
    done = len(list(tmp_path.glob("out.jsonl.parts/*.arrow")))
    assert 0 < done < 7
    assert not (tmp_path / "out.jsonl").exists()

    again = batch(tmp_path, "out.jsonl", "--jobs", "2", *told)
    _, said = again.communicate()
    assert (again.returncode, "200 articles, 500 sentences" in said) == (0, True), said
    alone = batch(tmp_path, "alone.jsonl", *told)
    assert alone.wait() == 0
    found = read_rows(tmp_path / "out.jsonl")
    assert [row["id"] for row in found] == list(range(200))
    assert {row["natocheck"]["date"] for row in found} == {"2020-01-01"}
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "alone.jsonl").read_bytes()


def test_a_killed_worker_ends_the_run_with_what_to_do(tmp_path):
    rows = [{"text": TEXTS[0]}] * 200
    write_rows(rows, tmp_path / "in.parquet")
    running = batch(tmp_path, "out.jsonl", "--jobs", "2")
    until(lambda: list(tmp_path.glob("out.jsonl.parts/*.arrow")))
    os.kill(max(children(running.pid)), signal.SIGKILL)
    _, said = running.communicate()
    assert running.returncode == 2
    assert "ended from outside" in said
    assert "Traceback" not in said
    assert batch(tmp_path, "out.jsonl").wait() == 0
    assert len(read_rows(tmp_path / "out.jsonl")) == 200
