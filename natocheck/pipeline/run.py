"""The run: document → sentence → claim → fact → finding → report.

Each function is one arrow of that story; what an arrow means is in the package of its
name. spaCy and the rule base are loaded once a run, when the first document needs them.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from natocheck import __version__, readers, rulebase
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
from natocheck.model.paths import matches
from natocheck.model.report import (
    DocumentReport,
    Problem,
    Report,
    RuleNote,
    SentenceReport,
    verdict_of,
)
from natocheck.model.text import Block, DateSource, Document, Sentence
from natocheck.rulebase.lookup import all_rules, sources_of
from natocheck.verdicts.judge import judge

if TYPE_CHECKING:
    from spacy.language import Language


class Settings(msgspec.Struct, frozen=True):
    """What a run may be told: the date, further rules, another language model, its inputs.

    ``dates`` are those that a configuration gives the files that a pattern names, told from the
    folder ``base``: the first that fits; ``date`` wins.
    """

    date: dt.date | None = None
    rule_folders: tuple[Path, ...] = ()
    model: str | None = None
    reading: readers.ReadSettings = readers.ReadSettings()
    dates: tuple[tuple[str, dt.date], ...] = ()
    base: str = ""


@dataclass(frozen=True)
class Checker:
    """The rules and the language model, loaded once and used for every document."""

    rules: RuleBase
    lexicon: Lexicon
    nlp: "Language"
    date: dt.date | None
    dates: tuple[tuple[str, dt.date], ...] = ()
    base: str = ""


def check(
    paths: Sequence[str],
    settings: Settings,
    progress: Callable[[str], None] | None = None,
    done: Callable[[Report], None] | None = None,
) -> Report:
    """Check every article named by ``paths`` (files, folders, "-" for standard input).

    ``progress`` is given the path of each article when it has been checked, ``done`` the report
    of it alone. Inputs that cannot be read are listed in the report's problems and do not stop
    the run. Raises RuleError for a rule base with faults and UsageError for a missing model.
    """
    rules = rulebase.load(settings.rule_folders)
    reports: list[DocumentReport] = []
    problems: list[Problem] = []
    for each in _checked(paths, settings, rules):
        if isinstance(each, Problem):
            problems.append(each)
            continue
        reports.append(each)
        if done is not None:
            done(report_of(rules, [each], []))
        if progress is not None:
            progress(each.path)
    return report_of(rules, reports, problems)


def _checked(
    paths: Sequence[str], settings: Settings, rules: RuleBase
) -> Iterator[DocumentReport | Problem]:
    """Each input in turn; the language model is loaded for the first that can be read."""
    checker: Checker | None = None
    for each in readers.read_all(readers.find(paths, settings.reading), settings.reading):
        if isinstance(each, Problem):
            yield each
        else:
            checker = checker or make_checker(settings, rules)
            yield check_document(each, checker)


def report_of(
    rules: RuleBase, documents: Sequence[DocumentReport], problems: Sequence[Problem]
) -> Report:
    """What a run found, with the rules that judged it."""
    return Report(
        version=__version__,
        rules_digest=rules.digest,
        rules_facts=rulebase.count_facts(rules),
        rules_as_of=rules.as_of,
        documents=tuple(documents),
        problems=tuple(problems),
        rules=tuple(notes_of(rules, documents)),
    )


def notes_of(rules: RuleBase, reports: Sequence[DocumentReport]) -> Iterator[RuleNote]:
    """The rules that findings name, for whoever shows what spoke."""
    named = {f.rule: f.kind for d in reports for s in d.sentences for f in s.findings if f.rule}
    for rule in sorted(all_rules(rules), key=lambda rule: rule.id):
        if rule.id in named:
            yield RuleNote(
                id=rule.id,
                kind=named[rule.id],
                statement=rule.statement,
                sources=tuple(sources_of(rules, rule)),
            )


def make_checker(settings: Settings, rules: RuleBase | None = None) -> Checker:
    """Load what checking needs."""
    rules = rules if rules is not None else rulebase.load(settings.rule_folders)
    nlp = load_model(settings.model)
    teach_lemmas(nlp, rules.words)
    return Checker(rules, Lexicon(rules), nlp, settings.date, settings.dates, settings.base)


def check_document(document: Document, checker: Checker) -> DocumentReport:
    """Judge every sentence of one document."""
    date, source = date_of(document, checker)
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


def document_of(text: str, date: dt.date | None = None) -> Document:
    """A text that is in no file, as a document of one paragraph."""
    source: DateSource | None = "option" if date is not None else None
    return Document("-", text, (Block(0, len(text)),), date, source)


def read_all(
    paths: Sequence[str], reading: readers.ReadSettings
) -> tuple[list[Document], list[Problem]]:
    """Read every article that ``paths`` name, and list those that cannot be read."""
    found = list(readers.read_all(readers.find(paths, reading), reading))
    documents = [each for each in found if isinstance(each, Document)]
    return documents, [each for each in found if isinstance(each, Problem)]


def date_of(document: Document, checker: Checker) -> tuple[dt.date, DateSource]:
    """Return the day as of which a document is judged, and where it comes from."""
    if checker.date is not None:
        return checker.date, "option"
    for pattern, date in checker.dates:
        if matches(document.path, pattern, checker.base):
            return date, "configuration"
    if document.date is not None and document.date_source is not None:
        return document.date, document.date_source
    return checker.rules.as_of, "rules"


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
