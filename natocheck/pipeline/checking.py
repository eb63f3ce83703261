"""One document: document → sentence → claim → fact → finding.

Each function is one arrow of that story; what an arrow means is in the package of its
name. Whoever imports this waits for all ways of reading, whoever makes a checker for spaCy.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from natocheck import rulebase
from natocheck.claims.lexicon import Lexicon
from natocheck.claims.mentioned import merges_of
from natocheck.claims.quoting import with_speakers
from natocheck.claims.read import Reader, ReadSentence
from natocheck.claims.retorts import less_denied
from natocheck.claims.scene import Context
from natocheck.claims.topics import title_context
from natocheck.language import load_model, parse, prose, split, teach_lemmas
from natocheck.language.parse import LONGEST
from natocheck.model.facts import RuleBase
from natocheck.model.report import DocumentReport, SentenceReport, verdict_of
from natocheck.model.text import Document, Sentence
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
    date, source = date_of(document, checker, checker.rules)
    reads = read_sentences(document, checker, date)
    sentences = [judge_sentence(read, checker, date) for read in reads]
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
    sentences = split(document, checker.nlp, checker.rules.words)
    title = _readable(document.title) if document.title else None
    context = title_context(Context(date=date), title, checker.lexicon)
    reader = Reader(
        checker.lexicon, context, lambda text, merges: next(parse([text], checker.nlp, [merges]))
    )
    texts = [_readable(prose(document.text, each.start, each.end)) for each in sentences]
    mentions = [reader.mentions(text) for text in texts]
    merges = [merges_of(found, text) for found, text in zip(mentions, texts, strict=True)]
    docs = parse(texts, checker.nlp, merges)
    parsed = zip(sentences, docs, mentions, strict=True)
    return less_denied(with_speakers(reader.read(*each) for each in parsed))


def _readable(text: str) -> str:
    """What is read of a sentence or title: nothing of one so long that it is none."""
    return text if len(text) <= LONGEST else ""


def judge_sentence(read: ReadSentence, checker: Checker, date: dt.date) -> SentenceReport:
    """Hold all claims of a sentence against the facts known on ``date``."""
    findings = tuple(judge(claim, checker.rules, date) for claim in read.claims)
    sentence: Sentence = read.scene.sentence
    return SentenceReport(
        sentence=sentence,
        verdict=verdict_of(findings, read.opinion),
        findings=tuple(sorted(findings, key=lambda f: (f.start, f.end, f.kind, f.rule or ""))),
        opinion=read.opinion,
    )
