"""One report, made by hand, that every format is tested with.

Its country, its figures and its publications are invented: a format must show what
it is given, whatever that is.
"""

import datetime as dt

from natocheck.model.facts import Source
from natocheck.model.report import (
    ClauseNote,
    DocumentReport,
    Explanation,
    Finding,
    MentionNote,
    Opinion,
    Problem,
    Report,
    SentenceReport,
    Trial,
)
from natocheck.model.text import Sentence

YEARBOOK = Source(
    id="yearbook",
    title="Yearbook of Ruritania",
    publisher="Ruritanian Office of Statistics",
    url="https://ruritania.example/yearbook-2025",
    published="2025-08-28",
    where="table 3",
)
GAZETTE = Source(
    id="gazette", title="The Gazette", publisher="Crown Press", url="https://crown.example/g"
)

_TEXT = (
    "Ruritania arms\n\n"
    "Ruritania spent 3.1 percent of its GDP on defence in 2025, and it was founded in 1821. "
    "“That is far too little,” said Rudolf Rassendyll.\n\n"
    "Critics must not be [red]ignored[/red], nor \x1b[31mcoloured\x1b[0m or \u202ereversed\u202c. "
    "The parade lasted two hours."
)


def _sentence(index: int, text: str, line: int, paragraph: int, block: str = "paragraph"):
    start = _TEXT.index(text)
    return Sentence(
        index=index,
        text=text,
        start=start,
        end=start + len(text),
        line=line,
        column=start - _TEXT.rfind("\n", 0, start),
        block=block,
        paragraph=paragraph,
    )


DISPUTED = Finding(
    kind="measure",
    text="spent 3.1 percent of its GDP on defence in 2025",
    start=26,
    end=73,
    verdict="disputed",
    reason="wrong-value",
    speaker="Rudolf Rassendyll",
    stance=("attributed",),
    rule="defence-share",
    claimed="3.1 percent of GDP in 2025",
    recorded="1.86 percent of GDP in 2025 (estimate)",
    working=("3.1 percent claims 3.05 to 3.15", "1.86 lies outside"),
    caveat="Under the national definition the share is 1.9 percent.",
    correction="Ruritania spent 1.86 percent of its GDP on defence in 2025.",
    release="2025 edition",
    sources=(YEARBOOK, GAZETTE),
)
SUPPORTED = Finding(
    kind="event",
    text="it was founded in 1821",
    start=79,
    end=101,
    verdict="supported",
    reason="agrees",
    rule="ruritania-founding",
    claimed="1821",
    recorded="May 1821",
    sources=(GAZETTE,),
)
UNVERIFIED = Finding(
    kind="measure",
    text="lasted two hours",
    start=270,
    end=286,
    verdict="unverified",
    reason="no-fact",
)

ARTICLE = DocumentReport(
    path="drafts/arms.txt",
    title="Ruritania arms",
    date=dt.date(2025, 9, 3),
    date_source="dateline",
    encoding="cp1252",
    text=_TEXT,
    sentences=(
        SentenceReport(
            sentence=_sentence(0, "Ruritania arms", 1, 0, "heading"), verdict="unverified"
        ),
        SentenceReport(
            sentence=_sentence(
                1,
                "Ruritania spent 3.1 percent of its GDP on defence in 2025,"
                " and it was founded in 1821.",
                3,
                1,
            ),
            verdict="disputed",
            findings=(DISPUTED, SUPPORTED),
        ),
        SentenceReport(
            sentence=_sentence(2, "“That is far too little,” said Rudolf Rassendyll.", 3, 1),
            verdict="opinion",
            opinion=Opinion(
                voice="attributed", speaker="Rudolf Rassendyll", cues=("far too little",)
            ),
        ),
        SentenceReport(
            sentence=_sentence(
                3,
                "Critics must not be [red]ignored[/red], nor \x1b[31mcoloured\x1b[0m or"
                " \u202ereversed\u202c.",
                5,
                2,
            ),
            verdict="opinion",
            opinion=Opinion(voice="author", cues=("must",)),
        ),
        SentenceReport(
            sentence=_sentence(4, "The parade lasted two hours.", 5, 2),
            verdict="unverified",
            findings=(UNVERIFIED,),
        ),
    ),
)
FOUNDED = DocumentReport(
    path="drafts/founding.txt",
    title=None,
    date=dt.date(2026, 2, 1),
    date_source="rules",
    encoding="utf-8",
    text="It was founded in 1821.",
    sentences=(
        SentenceReport(
            sentence=Sentence(
                index=0, text="It was founded in 1821.", start=0, end=23, line=1, column=1
            ),
            verdict="supported",
            findings=(SUPPORTED,),
        ),
    ),
)
PROBLEM = Problem(path="drafts/gone.txt", message="no such file")


def report(*documents: DocumentReport, problems: tuple[Problem, ...] = ()) -> Report:
    return Report(
        version="0.1.0",
        rules_digest="3f9a0c55d1e2",
        rules_facts=312,
        rules_as_of=dt.date(2026, 2, 1),
        documents=documents,
        problems=problems,
    )


ONE = report(ARTICLE)
SEVERAL = report(ARTICLE, FOUNDED, problems=(PROBLEM,))
HARMLESS = report(FOUNDED)

EXPLANATION = Explanation(
    date=dt.date(2025, 9, 3),
    date_source="option",
    report=ARTICLE.sentences[1],
    mentions=(
        MentionNote(text="Ruritania", type="actor", reading="ruritania"),
        MentionNote(text="3.1 percent", type="quantity", reading="3.05 to 3.15 percent"),
    ),
    clauses=(
        ClauseNote(
            text="Ruritania spent 3.1 percent of its GDP on defence in 2025",
            predicate="spend",
            subject="ruritania",
            stance=("asserted",),
        ),
    ),
    trials=(
        Trial(kind="measure", text="spent 3.1 percent", outcome="judged by defence-share"),
        Trial(kind="count", text="3.1 percent", outcome="silent: a percentage is no count"),
    ),
)
