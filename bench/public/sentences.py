"""Measure sentence splitting on other people's gold data: how many cases come out exactly.

Each line of a file is a JSON object with ``input``, a text, and ``gold``, its sentences.
White space and HTML or Markdown marks count for nothing, as they do where natocheck reads.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from natocheck import rulebase
from natocheck.language import load_model, prose, split
from natocheck.model.facts import RuleBase
from natocheck.readers import plain

if TYPE_CHECKING:
    from spacy.language import Language


class Case(msgspec.Struct, frozen=True):
    """A text and the sentences that it has."""

    id: str | int
    input: str
    gold: tuple[str, ...]


def cases(file: Path) -> Iterator[Case]:
    """The cases of one file, in its order."""
    for line in file.read_bytes().splitlines():
        yield msgspec.json.decode(line, type=Case)


def sentences(text: str, nlp: "Language", rules: RuleBase) -> tuple[str, ...]:
    """The sentences that natocheck sees in ``text`` when it reads it as a plain file."""
    found = split(plain.read("-", text, "utf-8"), nlp, rules.words)
    return tuple(sentence.text for sentence in found)


def main() -> None:
    """Print exact cases of all, for each file; with -v the others as well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("-v", "--verbose", action="store_true", help="print the cases that fail")
    arguments = parser.parse_args()
    nlp, rules = load_model(), rulebase.load()
    for file in arguments.files:
        seen = [(case, sentences(case.input, nlp, rules)) for case in cases(file)]
        failed = [(case, found) for case, found in seen if _normal(case.gold) != _normal(found)]
        print(f"{file.name}: {len(seen) - len(failed)} of {len(seen)} exact")
        if arguments.verbose:
            sys.stdout.writelines(_shown(case, found) for case, found in failed)


def _normal(texts: Iterable[str]) -> tuple[str, ...]:
    """What counts of each text: what it says, without white space."""
    return tuple("".join(prose(text, 0, len(text)).split()) for text in texts)


def _shown(case: Case, found: tuple[str, ...]) -> str:
    lines = [f"  {case.id}", *(f"    gold {text}" for text in case.gold)]
    return "\n".join([*lines, *(f"    here {text}" for text in found)]) + "\n"


if __name__ == "__main__":
    main()
