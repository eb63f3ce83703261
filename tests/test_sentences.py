"""Sentences by class, each with the verdict it must get: one driver, the cases are data.

A file of tests/sentences is a list of classes. A class has a name, perhaps a date ``on``
for all its sentences, and sentences under ``silent`` (neither supported nor disputed),
``supported``, ``disputed`` and ``opinion``; a sentence is a text or {text, on}. Under
``gaps`` stand known misses as {text, on, verdict, reason}: expected to fail.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from natocheck.pipeline import Checker, check_document, document_of

FOLDER = Path(__file__).parent / "sentences"
VERDICTS = ("silent", "supported", "disputed", "opinion")


def cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.yaml")):
        for group in YAML(typ="safe", pure=True).load(path.read_text("utf-8")):
            for verdict in VERDICTS:
                for case in group.get(verdict, ()):
                    yield one(path.stem, group, case, verdict)
            for gap in group.get("gaps", ()):
                mark = pytest.mark.xfail(reason=gap["reason"], strict=True)
                yield one(path.stem, group, gap, gap["verdict"], mark)


def one(kind: str, group: dict[str, Any], case: Any, verdict: str, *marks: Any) -> Any:
    text = case if isinstance(case, str) else case["text"]
    on = group.get("on") if isinstance(case, str) else case.get("on", group.get("on"))
    name = f"{kind}: {group['class']}: {text[:70]}"
    return pytest.param(text, on, verdict, id=name, marks=marks)


@pytest.mark.parametrize(("text", "on", "verdict"), list(cases()))
def test_sentence_gets_its_verdict(
    checker: Checker, text: str, on: dt.date | None, verdict: str
) -> None:
    report = check_document(document_of(text, on), checker)
    got = {sentence.verdict for sentence in report.sentences}
    if verdict == "silent":
        assert not got & {"supported", "disputed"}, [s.findings for s in report.sentences]
    else:
        worst = next(v for v in ("disputed", "supported", "opinion", "unverified") if v in got)
        assert worst == verdict, [s.findings for s in report.sentences]
