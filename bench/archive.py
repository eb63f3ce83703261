"""Measure an archive: articles one after another, beside plain spaCy over the same texts.

One process, nothing kept from earlier runs; processor time, so that other programs on the
machine do not count. Memory is that of the process after the first tenth and at the end.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import spacy
from corpus import SHARE, articles

from natocheck import rulebase
from natocheck.model.models import DEFAULT_MODELS
from natocheck.pipeline import Settings, check_document, document_of, make_checker
from natocheck.rulebase.examples import example_cases


def seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Processor time of ``work`` over all ``texts``."""
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start


def peak() -> float:
    """The most memory that this process had, in MiB (on Linux)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=1, help="compare so many processes with one")
    parser.add_argument("--share", type=float, default=SHARE, help="of sentences from the rules")
    parser.add_argument("--texts", type=Path, help="JSON lines with sentences of others as `text`")
    arguments = parser.parse_args()
    rules = rulebase.load()
    sentences, share = sorted({case.text for case in example_cases(rules)}), arguments.share
    if arguments.texts is not None:
        lines = arguments.texts.read_text("utf-8").splitlines()
        sentences, share = [json.loads(line)["text"] for line in lines], 1.0
    texts = list(articles(sentences, arguments.articles, share=share))
    checker = make_checker(Settings(), rules)
    plain = spacy.load(next(name for name in DEFAULT_MODELS if find_spec(name)))
    tokens = sum(len(plain.make_doc(text)) for text in texts)

    early, late = texts[: len(texts) // 10 or 1], texts[len(texts) // 10 or 1 :]
    ours = seconds(lambda text: check_document(document_of(text), checker), early)
    first = peak()
    ours += seconds(lambda text: check_document(document_of(text), checker), late)
    last = peak()
    theirs = seconds(plain, texts)
    given = arguments.texts.name if arguments.texts is not None else "the rules"
    print(f"{len(texts)} articles, {tokens} tokens, {share:.0%} of sentences from {given}")
    print(f"natocheck {tokens / ours:,.0f} tokens/s, {ours / len(texts) * 1000:,.0f} ms an article")
    print(
        f"spaCy     {tokens / theirs:,.0f} tokens/s; natocheck is {theirs / ours:.2f} times as fast"
    )
    print(f"peak memory {first:.0f} MiB after a tenth, {last:.0f} MiB at the end")
    if arguments.jobs > 1:
        compare_jobs(texts, arguments.jobs)


def compare_jobs(texts: Sequence[str], jobs: int) -> None:
    """Check the articles as an archive in one process and in several; print the ratio of rates."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pq.write_table(pa.table({"text": list(texts)}), folder / "in.parquet")
        seconds = {number: checked(folder, number) for number in (1, jobs)}
        same = (folder / "1.jsonl").read_bytes() == (folder / f"{jobs}.jsonl").read_bytes()
    ratio = seconds[1] / seconds[jobs]
    print(
        f"{jobs} jobs {ratio:.2f} times as fast as one, loading included "
        f"({seconds[jobs]:.1f} s, {seconds[1]:.1f} s); the same bytes: {'yes' if same else 'NO'}"
    )


def checked(folder: Path, jobs: int) -> float:
    """Wall time of ``natocheck batch`` in a process of its own."""
    start = time.perf_counter()
    program = "from natocheck.cli.main import run\nif __name__ == '__main__': run()\n"
    (folder / "start.py").write_text(program, encoding="utf-8")
    command = [sys.executable, "start.py", "batch", "in.parquet", f"{jobs}.jsonl", "-q"]
    subprocess.run([*command, "--jobs", str(jobs)], cwd=folder, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
