"""The sample articles, sentence by sentence, against what stands beside each.

``seeds/NAME.expected.yaml`` lists every sentence of the article in order: how its text
begins, its verdict, words that its findings must show, and perhaps a ``gap``: why it
comes out wrong today, which is expected to fail.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from natocheck import readers
from natocheck.model.report import SentenceReport
from natocheck.pipeline import Checker, check_document

FOLDER = Path(__file__).parent.parent / "seeds"
ARTICLES = sorted(p for p in FOLDER.iterdir() if p.suffix in {".txt", ".md"})


@cache
def expected_of(article: Path) -> list[dict[str, Any]]:
    beside = article.with_suffix(".expected.yaml")
    return list(YAML(typ="safe", pure=True).load(beside.read_text("utf-8")))


def cases() -> list[Any]:
    return [
        one(article, index, expected)
        for article in ARTICLES
        for index, expected in enumerate(expected_of(article))
    ]


def one(article: Path, index: int, expected: dict[str, Any]) -> Any:
    gap = expected.get("gap")
    marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
    return pytest.param(article, index, id=f"{article.stem}: {expected['text']}", marks=marks)


@pytest.fixture(scope="module")
def reports(checker: Checker) -> dict[Path, tuple[SentenceReport, ...]]:
    return {a: check_document(readers.read(str(a)), checker).sentences for a in ARTICLES}


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.stem)
def test_every_sentence_is_listed(
    article: Path, reports: dict[Path, tuple[SentenceReport, ...]]
) -> None:
    texts = [" ".join(report.sentence.text.split()) for report in reports[article]]
    starts = [expected["text"] for expected in expected_of(article)]
    assert len(texts) == len(starts)
    assert [t for t, start in zip(texts, starts, strict=True) if not t.startswith(start)] == []


@pytest.mark.parametrize(("article", "index"), cases())
def test_sentence_is_judged_and_shows_why(
    article: Path, index: int, reports: dict[Path, tuple[SentenceReport, ...]]
) -> None:
    report, expected = reports[article][index], expected_of(article)[index]
    assert report.verdict == expected["verdict"]
    missing = [w for w in expected.get("must_show", ()) if w not in shown(report)]
    assert missing == []


def shown(report: SentenceReport) -> str:
    """All that the findings of the sentence's own verdict tell a reader."""
    told = [f for f in report.findings if f.verdict == report.verdict]
    words = [(f.claimed, f.recorded, f.correction, f.caveat, *f.working) for f in told]
    return " ".join(word for each in words for word in each if word)
