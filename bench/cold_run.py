"""Measure cold runs: whole processes of natocheck beside spaCy alone on the same text."""

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

_SEEDS = Path(__file__).resolve().parents[1] / "seeds"
_PROGRAM = [sys.executable, "-c", "from natocheck.cli.main import run; run()"]
_SPACY = [
    sys.executable,
    "-c",
    """
import sys
from importlib.util import find_spec
from pathlib import Path
import spacy
from natocheck.model.models import DEFAULT_MODELS
name = next(name for name in DEFAULT_MODELS if find_spec(name))
spacy.load(name)(Path(sys.argv[1]).read_text(encoding="utf-8"))
""",
]
_RULES = [
    sys.executable,
    "-c",
    """
import time
from natocheck import rulebase
start = time.perf_counter()
rulebase.load()
print(time.perf_counter() - start)
""",
]
_MEASURE = """
import os, resource, subprocess, sys, time
# as installed: Python's compiled modules are there
_ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
start = time.perf_counter()
code = subprocess.run(
    sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_ENVIRONMENT
).returncode
seconds = time.perf_counter() - start
print(seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, code)
"""


class Run(NamedTuple):
    """Wall time in seconds, peak memory in MiB (on Linux), exit code of one process."""

    seconds: float
    peak: float
    code: int


def measured(command: Sequence[str]) -> Run:
    """Run a command in a process of its own, under one that measures it alone."""
    seconds, peak, code = _output([sys.executable, "-c", _MEASURE, *command]).split()
    return Run(float(seconds), float(peak), int(code))


class Case(NamedTuple):
    """A command, the exit codes that it may end with, and what comes before its each run."""

    command: list[str]
    codes: tuple[int, ...] = (0, 1)  # 1 says that something is disputed
    before: Callable[[int], object] = lambda number: None


def cases(article: Path, folder: Path) -> dict[str, Case]:
    """Everything that is measured; ``folder`` is for what is kept and for a changed article."""
    kept = ["--cache-dir", str(folder)]
    changed, broken = folder / article.name, folder / "natocheck.toml"
    text = article.read_text(encoding="utf-8")
    broken.write_text("no-such-key = 1\n", encoding="utf-8")

    def change(number: int) -> None:
        changed.write_text(f"{text}\n\nA baker sold {number} loaves.\n", encoding="utf-8")

    return {
        "natocheck": Case([*_PROGRAM, "--no-cache", str(article)]),
        "spaCy alone": Case([*_SPACY, str(article)]),
        "unchanged": Case([*_PROGRAM, *kept, str(article)]),
        "changed": Case([*_PROGRAM, *kept, str(changed)], before=change),
        "--help": Case([*_PROGRAM, "--help"]),
        "--version": Case([*_PROGRAM, "--version"]),
        "rules list": Case([*_PROGRAM, "rules", "list"]),
        "faulty settings": Case([*_PROGRAM, "--config", str(broken), str(article)], codes=(2,)),
    }


def taking_turns(commands: dict[str, Case], runs: int) -> dict[str, list[Run]]:
    """Measure every command ``runs`` times, in turn, after one run that is not counted."""
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, case in commands.items():
            case.before(number)
            run = measured(case.command)
            if run.code not in case.codes:
                sys.exit(f"{name} ended with exit code {run.code}: nothing was measured")
            if number:
                found[name].append(run)
    return found


def report(found: dict[str, list[Run]]) -> None:
    """Print best and median time and the peak memory of each command."""
    print(f"{'':<18}{'best':>8}{'median':>9}{'peak':>10}")
    for name, runs in found.items():
        peak = max(run.peak for run in runs)
        print(f"{name:<18}{_best(runs):>7.2f}s{_median(runs):>8.2f}s{peak:>6.0f} MiB")
    for ours, theirs in (("natocheck", "spaCy alone"), ("changed", "natocheck")):
        one, other = found[ours], found[theirs]
        ratios = f"{_best(one) / _best(other):.2f} (best), {_median(one) / _median(other):.2f}"
        print(f"{ours} takes {ratios} (median) times as long as {theirs}")


def main() -> None:
    """Measure and print."""
    article, runs = _arguments()
    print(f"{article.name}, {runs} runs of each, Python {sys.version.split()[0]}")
    with tempfile.TemporaryDirectory() as folder:
        report(taking_turns(cases(article, Path(folder)), runs))
    loads = [float(_output(_RULES)) for _ in range(runs)]
    print(f"rule base from its cache: {min(loads) * 1000:.1f} ms")


def _arguments() -> tuple[Path, int]:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", nargs="?", type=Path, help="default: the first of seeds/")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    article = arguments.article or next(iter(sorted(_SEEDS.rglob("*.txt"))), None)
    if article is None or not article.is_file():
        parser.error("there is no such article")
    return article, max(1, arguments.runs)


def _output(command: list[str]) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout


def _best(runs: list[Run]) -> float:
    return min(run.seconds for run in runs)


def _median(runs: list[Run]) -> float:
    return statistics.median(run.seconds for run in runs)


if __name__ == "__main__":
    main()
