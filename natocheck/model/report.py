"""The outcome of a run: findings by sentence, sentences by document."""

import datetime as dt
from collections.abc import Iterable
from html import escape
from typing import Literal

import msgspec

from natocheck.model.facts import Source
from natocheck.model.places import Origin, Places
from natocheck.model.text import DateSource, Sentence

Verdict = Literal["supported", "disputed", "opinion", "unverified"]
JUDGED: tuple[Verdict, ...] = ("disputed", "supported")
Level = Literal["disputed", "outdated"]
Voice = Literal["author", "attributed"]
Stance = Literal[
    "asserted",
    "negated",
    "attributed",
    "hedged",
    "conditional",
    "future",
    "denied",
    "asked",
    "opinion",
]


class Excuse(msgspec.Struct, frozen=True, kw_only=True):
    """Why a finding does not fail a run.

    It is suppressed in the text or by the configuration, known from a baseline, or stands
    in a quotation. ``where`` is the file that says so, and ``reason`` what it gives.
    """

    kind: Literal["in-text", "configuration", "baseline", "quoted"]
    reason: str = ""
    where: str = ""


class ChartPoint(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of a chart; ``marked``: the claim speaks of it."""

    label: str
    value: float
    marked: bool = False


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of a table behind a finding, in ``unit``; ``low`` and ``high`` are the
    bounds of what is claimed, where it claims any."""

    kind: Literal["members", "years"]
    title: str
    unit: str
    points: tuple[ChartPoint, ...]
    low: float | None = None
    high: float | None = None


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One claim held against the facts.

    ``reason`` is a code ("wrong-value", "agrees", "no-fact", …); ``claimed`` and
    ``recorded`` are in words; ``working`` shows each step; ``caveat`` is what a reader
    must know although the verdict stands; ``rule`` is None where no rule spoke.
    ``fingerprint`` is the same in every run over the same sentence of the same file, wherever
    it stands there; ``excuse`` is None unless something keeps the finding from failing a run;
    ``chart`` are the figures behind it, where they come from a table.
    """

    kind: str
    text: str
    start: int
    end: int
    verdict: Verdict
    reason: str
    speaker: str | None = None
    stance: tuple[Stance, ...] = ("asserted",)
    rule: str | None = None
    claimed: str = ""
    recorded: str = ""
    working: tuple[str, ...] = ()
    caveat: str | None = None
    correction: str | None = None
    release: str | None = None
    sources: tuple[Source, ...] = ()
    fingerprint: str = ""
    excuse: Excuse | None = None
    chart: Chart | None = None

    @property
    def level(self) -> Level | None:
        """How grave it is; None for what is no fault of the text."""
        if self.verdict != "disputed":
            return None
        return "outdated" if self.reason == "outdated" else "disputed"


class Opinion(msgspec.Struct, frozen=True, kw_only=True):
    """That a sentence judges, in whose voice, and the words that show it."""

    voice: Voice
    speaker: str | None = None
    cues: tuple[str, ...] = ()


class SentenceReport(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence with its verdict and what led to it.

    ``suppressed`` are findings that were taken out: they count for no verdict.
    """

    sentence: Sentence
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    opinion: Opinion | None = None
    suppressed: tuple[Finding, ...] = ()


class DocumentReport(msgspec.Struct, frozen=True, kw_only=True):
    """All sentences of one document, judged as of ``date``.

    ``text`` is what the offsets of sentences and findings count in, ``origin`` where it
    stands in its file.
    """

    path: str
    title: str | None
    date: dt.date
    date_source: DateSource
    encoding: str
    sentences: tuple[SentenceReport, ...]
    text: str = ""
    origin: Origin = Origin()

    @property
    def places(self) -> Places:
        """Where its spans stand in the file."""
        return Places(self.text, self.origin)

    @property
    def name(self) -> str:
        """Its path, with the row where the file holds several articles."""
        row = self.origin.row
        return self.path if row is None else f"{self.path}, row {row}"


def verdict_of(findings: Iterable[Finding], opinion: Opinion | None) -> Verdict:
    """The worst of a sentence's verdicts; opinion or unverified if nothing was judged."""
    verdicts = {finding.verdict for finding in findings}
    for verdict in JUDGED:
        if verdict in verdicts:
            return verdict
    return "unverified" if opinion is None else "opinion"


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """An input that could not be checked, and why."""

    path: str
    message: str


class Uncovered(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence that could be checked and that no rule speaks about.

    ``mentions`` are the known names and unknown proper nouns in it, in the order of the
    text; ``reasons`` say why kinds that looked at it were silent.
    """

    path: str
    line: int
    text: str
    mentions: tuple[str, ...]
    reasons: tuple[str, ...] = ()


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """What the rules leave open in a run over ``checkable`` sentences worth checking."""

    checkable: int
    uncovered: tuple[Uncovered, ...] = ()
    problems: tuple[Problem, ...] = ()


class RuleNote(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that spoke in a run: what it knows, of which kind it is, and its sources."""

    id: str
    kind: str
    statement: str
    sources: tuple[Source, ...] = ()


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One run: every document, every input that failed, and the rules that judged.

    ``rules`` are those that some finding names, by id.
    """

    version: str
    rules_digest: str
    rules_facts: int
    rules_as_of: dt.date
    documents: tuple[DocumentReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    rules: tuple[RuleNote, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding of every sentence, in the order of the text."""
        return tuple(f for d in self.documents for s in d.sentences for f in s.findings)

    @property
    def disputed(self) -> tuple[Finding, ...]:
        """The findings that contradict the text."""
        return tuple(finding for finding in self.findings if finding.verdict == "disputed")

    def _repr_html_(self) -> str:
        """The sentences with their verdicts as a table, for a notebook; the text is escaped."""
        rows = (
            f"<tr><td>{escape(s.verdict)}</td><td>{escape(s.sentence.text)}</td>"
            f"<td>{escape('; '.join(f.correction for f in s.findings if f.correction))}</td></tr>"
            for d in self.documents
            for s in d.sentences
        )
        head = "<tr><th>verdict</th><th>sentence</th><th>correction</th></tr>"
        return f"<table>{head}{''.join(rows)}</table>"


class MentionNote(msgspec.Struct, frozen=True, kw_only=True):
    """A mention as ``explain`` shows it: the words, their type, what they were read as."""

    text: str
    type: str
    reading: str


class ClauseNote(msgspec.Struct, frozen=True, kw_only=True):
    """A clause as ``explain`` shows it."""

    text: str
    predicate: str
    subject: str
    stance: tuple[Stance, ...]


class Trial(msgspec.Struct, frozen=True, kw_only=True):
    """A kind or rule that was tried on a clause, and why it spoke or stayed silent."""

    kind: str
    text: str
    outcome: str


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that led to the verdict of one sentence."""

    date: dt.date
    date_source: DateSource
    report: SentenceReport
    mentions: tuple[MentionNote, ...] = ()
    clauses: tuple[ClauseNote, ...] = ()
    trials: tuple[Trial, ...] = ()
