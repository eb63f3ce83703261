"""One document: document → sentence → claim → fact → finding.

Each function is one arrow of that story; what an arrow means is in the package of its
name. Whoever imports this waits for all ways of reading, whoever makes a checker for spaCy.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck import rulebase
from natocheck.claims.lexicon import Lexicon
from natocheck.claims.quoting import with_speakers
from natocheck.claims.read import ReadSentence
from natocheck.claims.retorts import less_denied
from natocheck.claims.said import Said, State
from natocheck.claims.scene import Context
from natocheck.claims.topics import title_context
from natocheck.language import load_model, prose, split, teach_lemmas
from natocheck.language.parse import LONGEST
from natocheck.model.facts import RuleBase
from natocheck.model.report import DocumentReport, SentenceReport, verdict_of
from natocheck.model.text import DateSource, Document
from natocheck.pipeline.reading import Kept, Reading, packed, unpacked
from natocheck.pipeline.settings import Settings, date_of
from natocheck.verdicts.judge import judge

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True)
class Checker:
    """The rules and the language model, loaded once and used for every document."""

    rules: RuleBase
    lexicon: Lexicon
    nlp: "Language"
    date: dt.date | None
    dates: tuple[tuple[str, dt.date], ...] = ()
    base: str = ""


def make_checker(settings: Settings, rules: RuleBase | None = None) -> Checker:
    """Load what checking needs."""
    rules = (
        rules if rules is not None else rulebase.load(settings.rule_folders, cache=settings.cache)
    )
    nlp = load_model(settings.model)
    teach_lemmas(nlp, rules.words)
    return Checker(rules, Lexicon(rules), nlp, settings.date, settings.dates, settings.base)


def check_document(document: Document, checker: Checker) -> DocumentReport:
    """Judge every sentence of one document."""
    dated = date_of(document, checker, checker.rules)
    return _report(document, checker, dated, read_sentences(document, checker, dated[0]))


def check_again(
    document: Document, checker: Checker, before: bytes
) -> tuple[DocumentReport, bytes]:
    """Judge every sentence of a document of which an earlier version may have been read.

    What was read in its sentences is taken from ``before``, where the same sentence stands
    behind the same ones. Gives what to keep for the next version; ``before`` is empty for the
    first, and else made with the same rules, model and program.
    """
    dated = date_of(document, checker, checker.rules)
    reading, state = _begun(document, checker, dated[0])
    now: list[Kept] = []
    said = less_denied(with_speakers(reading.as_before(state, unpacked(before), now)))
    return _report(document, checker, dated, said), packed(now)


def _report(
    document: Document, checker: Checker, dated: tuple[dt.date, DateSource], said: Iterable[Said]
) -> DocumentReport:
    date, source = dated
    sentences = [judge_sentence(each, checker, date) for each in said]
    return DocumentReport(
        path=document.path,
        title=document.title,
        date=date,
        date_source=source,
        encoding=document.encoding,
        sentences=tuple(sentences),
        text=document.text,
        origin=document.origin,
    )


def read_sentences(document: Document, checker: Checker, date: dt.date) -> Iterator[ReadSentence]:
    """Read the sentences of a document, in its order."""
    reading, state = _begun(document, checker, date)
    return less_denied(with_speakers(reading.anew(state)))


def _begun(document: Document, checker: Checker, date: dt.date) -> tuple[Reading, State]:
    """The sentences of a document ready to be read, and the state before the first."""
    sentences = split(document, checker.nlp, checker.rules.words)
    texts = ((each, _readable(prose(document.text, each.start, each.end))) for each in sentences)
    title = _readable(document.title) if document.title else None
    context = title_context(Context(date=date), title, checker.lexicon)
    return Reading(texts, checker.nlp, checker.lexicon, date), State(context)


def _readable(text: str) -> str:
    """What is read of a sentence or title: nothing of one so long that it is none."""
    return text if len(text) <= LONGEST else ""


def judge_sentence(said: Said, checker: Checker, date: dt.date) -> SentenceReport:
    """Hold all claims of a sentence against the facts known on ``date``."""
    findings = tuple(judge(claim, checker.rules, date) for claim in said.claims)
    return SentenceReport(
        sentence=said.sentence,
        verdict=verdict_of(findings, said.opinion),
        findings=tuple(sorted(findings, key=lambda f: (f.start, f.end, f.kind, f.rule or ""))),
        opinion=said.opinion,
    )
