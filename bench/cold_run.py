"""Measure cold runs: whole processes of natocheck beside spaCy alone on the same text."""

import argparse
import statistics
import subprocess
import sys
from collections.abc import Sequence
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
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, env=_ENVIRONMENT).returncode
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


def taking_turns(commands: dict[str, list[str]], runs: int) -> dict[str, list[Run]]:
    """Measure every command ``runs`` times, in turn, after one run that is not counted."""
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            run = measured(command)
            if run.code not in (0, 1):  # 1 says that something is disputed
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
    ours, theirs = found["natocheck"], found["spaCy alone"]
    ratios = f"{_best(ours) / _best(theirs):.2f} (best), {_median(ours) / _median(theirs):.2f}"
    print(f"natocheck takes {ratios} (median) times as long as spaCy alone")


def main() -> None:
    """Measure and print."""
    article, runs = _arguments()
    commands = {
        "natocheck": [*_PROGRAM, "--no-cache", str(article)],
        "spaCy alone": [*_SPACY, str(article)],
        "natocheck --help": [*_PROGRAM, "--help"],
    }
    print(f"{article.name}, {runs} runs of each, Python {sys.version.split()[0]}")
    found = taking_turns(commands, runs)
    report(found)
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
