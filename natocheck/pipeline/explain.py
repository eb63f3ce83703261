"""One sentence with everything that led to its verdict."""

from natocheck.claims.summary import clause_notes, mention_notes, trials
from natocheck.model.errors import InputError
from natocheck.model.report import Explanation
from natocheck.pipeline.checking import judge_sentence, make_checker, read_sentences
from natocheck.pipeline.settings import Settings, date_of, document_of


def explain(sentence: str, settings: Settings) -> Explanation:
    """Judge one sentence and tell everything that led to the verdict."""
    checker = make_checker(settings)
    # Bytes of the command line that are no text arrive as surrogates, which nothing can read.
    document = document_of(sentence.encode("utf-8", "replace").decode("utf-8"))
    date, source = date_of(document, checker, checker.rules)
    read = list(read_sentences(document, checker, date))
    if not read:
        raise InputError("no sentence to explain: give one in quotation marks")
    reports = [judge_sentence(each, checker, date) for each in read]
    return Explanation(
        date=date,
        date_source=source,
        report=reports[0],
        mentions=tuple(note for each in read for note in mention_notes(each)),
        clauses=tuple(note for each in read for note in clause_notes(each)),
        trials=tuple(
            note
            for each, report in zip(read, reports, strict=True)
            for note in trials(each, report.findings)
        ),
    )
