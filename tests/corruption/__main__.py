"""Prints what corrupted sentences come out as: ``python -m tests.corruption [-v] [--every N]``.

A row a slot: how many of the corrupted sentences are disputed, silent and, worst of all,
still supported. With -v those follow that are not disputed.
"""

import argparse
from collections import Counter

from natocheck.pipeline import Settings, make_checker

from .mutate import SLOTS
from .run import Outcome, originals, outcomes

_VERDICTS = ("disputed", "silent", "supported")


def main() -> None:
    """Corrupt the supported examples and print how they are judged."""
    parser = argparse.ArgumentParser(prog="python -m tests.corruption", description=__doc__)
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--every", type=int, default=1, metavar="N")
    options = parser.parse_args()
    checker = make_checker(Settings())
    found = [o for one in originals(checker.rules, options.every) for o in outcomes(checker, one)]
    _print(found)
    for outcome in found if options.verbose else ():
        if outcome.verdict != "disputed":
            print("\t".join((outcome.verdict, *map(str, outcome[:4]))))


def _print(found: list[Outcome]) -> None:
    counts = Counter((outcome.slot, outcome.verdict) for outcome in found)
    print(f"{'slot':12}" + "".join(f"{verdict:>12}" for verdict in (*_VERDICTS, "disputed %")))
    for slot in SLOTS:
        row = [counts[slot, verdict] for verdict in _VERDICTS]
        share = 100 * row[0] / max(sum(row), 1)
        print(f"{slot:12}" + "".join(f"{number:12}" for number in row) + f"{share:12.1f}")
    disputed = sum(outcome.verdict == "disputed" for outcome in found)
    print(f"{disputed} of {len(found)} are disputed")


if __name__ == "__main__":
    main()
