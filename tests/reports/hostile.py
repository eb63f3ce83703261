"""A report on a draft that is out to break whoever reads it, and what makes one up quickly."""

import datetime as dt

from natocheck.model.facts import Source
from natocheck.model.report import (
    DocumentReport,
    Finding,
    Report,
    RuleNote,
    SentenceReport,
    Verdict,
)
from natocheck.model.text import Sentence
from natocheck.triage import with_fingerprints

HOSTILE = (
    "“Naïve” — 5 € 👩‍🚀 e\u0301nd\r\n::error::boo\n::stop-commands::x\t<script>alert('1')</script> "
    ']]> & \x1b[31mred\x1b[0m | a,b;"c" =1+1 %0A `x` [l](http://x) \u202eodd\u202c ##[error]no'
)
SOURCE = Source(
    id="s", title="A “title”, <b>bold</b>", publisher="P & Q", url="https://example.org/a?b=1&c=2"
)


def report_on(text: str, *verdicts: tuple[Verdict, str], path: str = "drafts/a b.txt") -> Report:
    """A report on one article that says ``text`` in each of its sentences.

    A sentence a verdict with its reason; findings take up the whole sentence.
    """
    sentences, whole = [], "\n".join([text] * len(verdicts))
    for index, (verdict, reason) in enumerate(verdicts):
        start = index * (len(text) + 1)
        place = Sentence(
            index=index, text=text, start=start, end=start + len(text), line=index + 1, column=1
        )
        finding = Finding(
            kind="event",
            text=text,
            start=start,
            end=start + len(text),
            verdict=verdict,
            reason=reason,
            speaker=text,
            rule="a-rule",
            recorded=text,
            correction=text if verdict == "disputed" else None,
            working=(text,),
            sources=(SOURCE,),
        )
        sentences.append(SentenceReport(sentence=place, verdict=verdict, findings=(finding,)))
    article = DocumentReport(
        path=path,
        title=text,
        date=dt.date(2025, 9, 3),
        date_source="option",
        encoding="utf-8",
        sentences=tuple(sentences),
        text=whole,
    )
    return with_fingerprints(
        Report(
            version="0.1.0",
            rules_digest="3f9a0c55d1e2",
            rules_facts=1,
            rules_as_of=dt.date(2026, 2, 1),
            documents=(article,),
            rules=(RuleNote(id="a-rule", kind="event", statement=text, sources=(SOURCE,)),),
        )
    )
