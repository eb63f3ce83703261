"""Prints the paraphrase grid: ``python -m tests.grid [-v] [KIND]...``.

A row a construction: how many of the right sentences came out supported, silent and
disputed, and how many of the corrupted ones disputed, silent and supported. With -v
every sentence follows that did not come out as it ought to.
"""

import argparse
from collections import Counter

from natocheck.pipeline import Checker, Settings, make_checker

from .grid import KINDS, Said, sentences, verdict

_COLUMNS = (
    ((True, "supported"), (True, "silent"), (True, "disputed")),
    ((False, "disputed"), (False, "silent"), (False, "supported")),
)


def main() -> None:
    """Print the grid of the kinds asked for, or of all."""
    parser = argparse.ArgumentParser(prog="python -m tests.grid", description=__doc__)
    parser.add_argument("kinds", nargs="*", default=KINDS)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    checker = make_checker(Settings())
    for kind in options.kinds:
        _print(kind, checker, verbose=options.verbose)


def _print(kind: str, checker: Checker, *, verbose: bool) -> None:
    cells: dict[str, Counter[tuple[bool, str]]] = {}
    missed: list[tuple[Said, str]] = []
    for said in sentences(checker.rules, kind):
        got = verdict(checker, said)
        name = said.construction if said.expected != "silent" else f"({said.construction})"
        cells.setdefault(name, Counter())[said.right, got] += 1
        if got != said.expected:
            missed.append((said, got))
    print(f"{kind:40} sup sil DIS      dis sil SUP")
    for name, counts in cells.items():
        right, wrong = ("".join(f"{counts[c]:4}" for c in half) for half in _COLUMNS)
        print(f"  {name:38}{right}     {wrong}")
    for said, got in missed if verbose else ():
        print(f"    {said.expected} -> {got}: {said.text} ({said.record.on})")


if __name__ == "__main__":
    main()
