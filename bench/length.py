"""Measure whether time grows in proportion to length: of one sentence, of one article.

Processor time, so that other programs on the machine do not count; for each length, what a
thousand words take. With a square in it, each line would be twice the one before.
"""

import argparse
import random
import time
from collections.abc import Callable

from corpus import filler

from natocheck.language import split
from natocheck.model.text import Document
from natocheck.pipeline import Checker, Settings, check_document, document_of, make_checker
from natocheck.readers import read_text

SENTENCES = (5_000, 10_000, 20_000, 40_000)
MEGABYTES = (1.25, 2.5, 5.0, 10.0, 20.0)


def sentence(words: int) -> str:
    """One sentence of so many words, without any stop but the last."""
    return " and ".join(["the alliance of 32 members met"] * (words // 7)) + "."


def article(megabytes: float) -> str:
    """An article of filler prose in paragraphs of four sentences."""
    chance, paragraphs, size = random.Random(1), list[str](), 0
    while size < megabytes * 1_000_000:
        paragraphs.append(" ".join(filler(chance) for _ in range(4)))
        size += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def measured(what: str, texts: dict[str, str], work: Callable[[str], object]) -> None:
    """Print for each text what a thousand words of it take."""
    for name, text in texts.items():
        start = time.process_time()
        work(text)
        taken = time.process_time() - start
        words = len(text.split())
        print(f"{what:<22}{name:>14}{taken:>9.2f} s{taken / words * 1e6:>9.1f} ms", flush=True)


def split_up(text: str, checker: Checker) -> object:
    """Read a text as a file and cut it into sentences."""
    document: Document = read_text("article.txt", text, ".txt")
    return split(document, checker.nlp, checker.rules.words)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checked", type=float, nargs="*", default=[0.1, 0.2, 0.4])
    arguments = parser.parse_args()
    checker = make_checker(Settings())
    check_document(document_of(sentence(20)), checker)
    print(f"{'':<22}{'':>14}{'time':>11}{'1,000 words':>12}")
    long = {f"{words:,} words": sentence(words) for words in SENTENCES}
    measured("a sentence checked", long, lambda text: check_document(document_of(text), checker))
    large = {f"{size} MB": article(size) for size in MEGABYTES}
    measured("an article cut up", large, lambda text: split_up(text, checker))
    some = {f"{size} MB": article(size) for size in arguments.checked}
    measured("an article checked", some, lambda text: check_document(_read(text), checker))


def _read(text: str) -> Document:
    return read_text("article.txt", text, ".txt")


if __name__ == "__main__":
    main()
