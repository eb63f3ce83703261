"""Measure what a sentence costs as the rules grow, and what loading them costs.

Invented rules are layered over the shipped ones; "at most" is the most memory that the process had
when they were loaded (the median of the runs, as the first run compiles them). The yardstick is
plain spaCy over the same sentences in the same run; what the model takes is the same whatever the
rules are.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from generated_rules import write_rules

_SIZES = (1_000, 10_000, 100_000)
_MEASURE = """
import gc, json, resource, sys, time
from pathlib import Path
from natocheck import rulebase
from natocheck.language import load_model
from natocheck.pipeline import Settings, check_document, document_of, make_checker
folders = tuple(map(Path, sys.argv[2:]))
rulebase.load(folders)  # compiled, if it was not
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
gc.disable()
start = time.perf_counter()
rules = rulebase.load(folders)
load = time.perf_counter() - start
gc.enable()
sentences = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
start = time.perf_counter()
checker = make_checker(Settings(rule_folders=folders), rules)
check_document(document_of(sentences[0]), checker)
ready = time.perf_counter() - start
document = document_of("\\n\\n".join(sentences))
nlp = load_model(None)


def best(work):
    # processor time, which other programs on the machine do not lengthen
    found = []
    for _ in range(3):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


ours = best(lambda: check_document(document, checker))
spacy = best(lambda: list(nlp.pipe(sentences)))
print(json.dumps({"load": load, "memory": memory, "ready": ready, "ours": ours, "spacy": spacy,
                  "facts": rulebase.count_facts(rules), "sentences": len(sentences)}))
"""


def measured(corpus: Path, folders: list[Path], runs: int) -> dict[str, float]:
    """Measure some rules in processes of their own; the median of each figure."""
    command = [sys.executable, "-c", _MEASURE, str(corpus), *map(str, folders)]
    found = [
        json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
        for _ in range(runs)
    ]
    return {key: statistics.median(run[key] for run in found) for key in found[0]}


def corpus_of(folder: Path) -> Path:
    """Write the example sentences of the shipped rules as a list, and return its file."""
    from natocheck import rulebase
    from natocheck.rulebase.examples import example_cases

    sentences = sorted({case.text for case in example_cases(rulebase.load())})[::4]
    file = folder / "sentences.json"
    file.write_text(json.dumps(sentences), encoding="utf-8")
    return file


def main() -> None:
    """Measure the shipped rules alone and with invented ones, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sizes", type=int, nargs="*", default=list(_SIZES))
    arguments = parser.parse_args()
    heads = {"a sentence": 12, "/ spaCy": 9, "/ first": 9, "load": 9, "at most": 9, "get ready": 11}
    print(f"{'facts':>8}" + "".join(f"{head:>{width}}" for head, width in heads.items()))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = corpus_of(folder)
        first: float | None = None
        for size in [0, *arguments.sizes]:
            layers = [folder / str(size)] if size else []
            for layer in layers:
                write_rules(layer, size)
            found = measured(corpus, layers, arguments.runs)
            each = found["ours"] / found["sentences"]
            ratio = found["ours"] / found["spacy"]
            first = first if first is not None or not size else ratio
            growth = ratio / first if first else float("nan")
            print(
                f"{found['facts']:>8.0f}{each * 1000:>9.2f} ms{ratio:>9.2f}"
                f"{growth:>9.2f}{found['load'] * 1000:>6.0f} ms{found['memory']:>5.0f} MiB"
                f"{found['ready']:>9.2f} s",
                flush=True,
            )


if __name__ == "__main__":
    main()
