"""A pipeline that gives what a test sets, so that the command line is tested alone."""

import datetime as dt
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import msgspec
import pytest
from typer.testing import CliRunner, Result

import natocheck
from natocheck.cli.main import app
from natocheck.model.report import (
    Coverage,
    DocumentReport,
    Explanation,
    Finding,
    Problem,
    Report,
    SentenceReport,
    Uncovered,
    Verdict,
)
from natocheck.model.text import Sentence
from natocheck.readers import ReadSettings

DAY = dt.date(2026, 2, 1)


def judged(verdict: Verdict, index: int = 0, reason: str = "wrong-date") -> SentenceReport:
    text = f"A sentence that is {verdict} — “so it is”."
    place = Sentence(index=index, text=text, start=0, end=len(text), line=index + 1, column=1)
    wrong = Finding(kind="event", text=text, start=0, end=len(text), verdict=verdict, reason=reason)
    findings = (wrong,) if verdict == "disputed" else ()
    return SentenceReport(sentence=place, verdict=verdict, findings=findings)


def report_of(*verdicts: Verdict, problems: tuple[Problem, ...] = ()) -> Report:
    """A report on one article whose sentences have these verdicts; on none without any."""
    article = DocumentReport(
        path="article.txt",
        title=None,
        date=DAY,
        date_source="option",
        encoding="utf-8",
        sentences=tuple(judged(verdict, index) for index, verdict in enumerate(verdicts)),
    )
    return Report(
        version="0.1.0",
        rules_digest="3f9a0c55d1e2",
        rules_facts=312,
        rules_as_of=DAY,
        documents=(article,) if verdicts else (),
        problems=problems,
    )


EXPLANATION = Explanation(date=DAY, date_source="option", report=judged("supported"))


class Settings(msgspec.Struct, frozen=True):
    date: Any = None
    rule_folders: tuple[Any, ...] = ()
    model: str | None = None
    reading: ReadSettings = ReadSettings()
    dates: tuple[Any, ...] = ()
    base: str = ""
    cache: Any = None
    keep: bool = False
    jobs: int = 1


class ExampleResult(msgspec.Struct, frozen=True):
    rule: str
    text: str
    on: Any
    expected: str
    got: str
    passed: bool


OPEN = Uncovered(
    path="a.txt",
    line=7,
    text="The League met in Strelsau in 1830.",
    mentions=("the League", "Strelsau"),
    reasons=("event: no-fact",),
)


class Pipeline(ModuleType):
    """Stands in for ``natocheck.pipeline`` and keeps what it was asked."""

    Settings = Settings

    def __init__(self) -> None:
        super().__init__("natocheck.pipeline")
        self.report = report_of("supported")
        self.results: list[ExampleResult] = []
        self.open = Coverage(checkable=3, uncovered=(OPEN,))
        self.error: BaseException | None = None
        self.asked: tuple[Any, Settings] | None = None

    def check(self, paths, settings, progress=None, done=None):
        report = self._answer(paths, settings, self.report)
        for document in report.documents if done is not None else ():
            done(msgspec.structs.replace(report, documents=(document,), problems=()))
        return report

    def explain(self, sentence, settings):
        return self._answer(sentence, settings, EXPLANATION)

    def test_examples(self, settings, only=()):
        return self._answer(None, settings, self.results)

    def coverage(self, paths, settings):
        return self._answer(paths, settings, self.open)

    def _answer(self, asked, settings, answer):
        self.asked = (asked, settings)
        if self.error:
            raise self.error
        return answer


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> Pipeline:
    stub = Pipeline()
    monkeypatch.setitem(sys.modules, "natocheck.pipeline", stub)
    monkeypatch.setattr(natocheck, "pipeline", stub, raising=False)
    return stub


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Result]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("home")))
    for name in ("NO_COLOR", "FORCE_COLOR", "NATOCHECK_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    return lambda *args: CliRunner().invoke(app, [*map(str, args)], prog_name="natocheck")
