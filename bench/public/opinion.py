"""Measure the author's opinions against sentences that people labelled SUBJ or OBJ.

Each line of a file is a JSON object with ``text`` and ``label``. An opinion in the
author's voice counts as SUBJ; one that is attributed, or none at all, as OBJ. The files
are those of CheckThat! 2023 task 2, which may not be copied into a project of this licence.

    python -m bench.public.opinion FILE... [-v]
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from natocheck.model.report import Opinion
from natocheck.pipeline import Checker, Settings, check_document, document_of, make_checker

Label = Literal["SUBJ", "OBJ"]
LABELS: tuple[Label, Label] = ("SUBJ", "OBJ")


@dataclass(frozen=True)
class Case:
    """One sentence with the label of its annotators and with what was found in it."""

    text: str
    gold: Label
    found: tuple[Opinion, ...]

    @property
    def label(self) -> Label:
        """SUBJ where the author judges in any part of the text."""
        return "SUBJ" if any(opinion.voice == "author" for opinion in self.found) else "OBJ"


def read_cases(files: Iterable[Path], checker: Checker) -> Iterator[Case]:
    """Read every line of the files as natocheck reads an article."""
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            report = check_document(document_of(row["text"]), checker)
            found = tuple(each.opinion for each in report.sentences if each.opinion)
            yield Case(row["text"], row["label"], found)


def f1_of(label: Label, counts: Counter[tuple[Label, Label]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of one label, from counts of (gold, found)."""
    hits = counts[label, label]
    found = sum(counts[gold, label] for gold in LABELS)
    wanted = sum(counts[label, other] for other in LABELS)
    precision = hits / found if found else 0.0
    recall = hits / wanted if wanted else 0.0
    return precision, recall, 2 * hits / (found + wanted) if found + wanted else 0.0


def print_figures(cases: list[Case]) -> None:
    """Print the confusion matrix, the figures of each label, and macro-F1."""
    counts = Counter((case.gold, case.label) for case in cases)
    print(f"{'gold':<6}{'found SUBJ':>12}{'found OBJ':>12}{'precision':>12}{'recall':>9}{'F1':>8}")
    scores = {label: f1_of(label, counts) for label in LABELS}
    for label in LABELS:
        row = "".join(f"{counts[label, found]:>12}" for found in LABELS)
        precision, recall, score = scores[label]
        print(f"{label:<6}{row}{precision:>12.3f}{recall:>9.3f}{score:>8.3f}")
    macro = sum(score for *_, score in scores.values()) / len(LABELS)
    print(f"macro-F1 {macro:.3f} over {len(cases)} sentences")


def print_errors(cases: list[Case]) -> None:
    """Print what was read otherwise than the annotators did, with the cues."""
    for case in cases:
        if case.gold != case.label:
            voices = "; ".join(f"{each.voice}: {', '.join(each.cues)}" for each in case.found)
            print(f"{case.gold} read as {case.label}: {case.text}\n    [{voices}]")


def main() -> None:
    """Measure the files of the command line, each alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    parser.add_argument("-v", "--verbose", action="store_true", help="list the errors")
    arguments = parser.parse_args()
    checker = make_checker(Settings())
    for file in arguments.files:
        cases = list(read_cases([file], checker))
        print(f"{file.name}")
        print_figures(cases)
        if arguments.verbose:
            print_errors(cases)


if __name__ == "__main__":
    main()
