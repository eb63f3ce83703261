"""What the rules leave open: sentences worth checking on which none speaks."""

from collections.abc import Sequence

from natocheck.claims.read import ReadSentence
from natocheck.claims.summary import trials
from natocheck.claims.worth import is_checkable, topics_of
from natocheck.model.report import Coverage, SentenceReport, Uncovered
from natocheck.pipeline.checking import judge_sentence, make_checker, read_sentences
from natocheck.pipeline.run import read_all
from natocheck.pipeline.settings import Settings, date_of


def coverage(paths: Sequence[str], settings: Settings) -> Coverage:
    """Find the sentences worth checking on which no rule gives a verdict.

    Inputs that cannot be read are listed in its problems. Raises as ``check`` does.
    """
    checker = make_checker(settings)
    documents, problems = read_all(paths, settings.reading)
    judged = [
        (document.path, read, judge_sentence(read, checker, date))
        for document in documents
        for date in [date_of(document, checker, checker.rules)[0]]
        for read in read_sentences(document, checker, date)
    ]
    worth = [(path, read, report) for path, read, report in judged if is_checkable(read)]
    return Coverage(
        checkable=sum(report.verdict != "opinion" for _, _, report in worth),
        uncovered=tuple(_uncovered(*each) for each in worth if each[2].verdict == "unverified"),
        problems=tuple(problems),
    )


def _uncovered(path: str, read: ReadSentence, report: SentenceReport) -> Uncovered:
    return Uncovered(
        path=path,
        line=report.sentence.line,
        text=report.sentence.text,
        mentions=topics_of(read),
        reasons=tuple(f"{note.kind}: {note.outcome}" for note in trials(read, report.findings)),
    )
