from msgspec.structs import replace
from reports.sample import ARTICLE, DISPUTED, SEVERAL

from natocheck.triage import with_fingerprints

SECOND = 1


def marks(report):
    return [f.fingerprint for d in report.documents for s in d.sentences for f in s.findings]


def said(text, path=ARTICLE.path, findings=(DISPUTED,)):
    """A report on one article whose only judged sentence says ``text``."""
    sentence = replace(ARTICLE.sentences[SECOND].sentence, text=text)
    judged = replace(ARTICLE.sentences[SECOND], sentence=sentence, findings=findings)
    return replace(SEVERAL, documents=(replace(ARTICLE, path=path, sentences=(judged,)),))


def test_every_finding_has_a_fingerprint_of_its_own():
    found = marks(with_fingerprints(SEVERAL))
    assert all(found)
    assert len(set(found)) == len(found)


def test_a_fingerprint_is_the_same_in_every_run_and_on_every_line():
    sentence = ARTICLE.sentences[SECOND]
    moved = replace(sentence, sentence=replace(sentence.sentence, line=99, start=500, end=590))
    report = replace(SEVERAL, documents=(replace(ARTICLE, sentences=(moved,)),))
    assert (
        marks(with_fingerprints(report)) == marks(with_fingerprints(SEVERAL))[: len(moved.findings)]
    )


def test_typography_leaves_a_fingerprint_as_it_is():
    texts = ("The Ruritanian “plan” of  2025.", 'the ruritanian "plan" of 2025')
    assert len({marks(with_fingerprints(said(text)))[0] for text in texts}) == 1


def test_other_words_figures_files_and_rules_make_another_fingerprint():
    reports = (
        said("It spent 3.1 percent."),
        said("It spent 3.2 percent."),
        said("It spent 3.1 percent.", path="other.txt"),
        said("It spent 3.1 percent.", findings=(replace(DISPUTED, rule="other"),)),
    )
    assert len({marks(with_fingerprints(report))[0] for report in reports}) == len(reports)


def test_two_like_findings_of_one_sentence_are_told_apart():
    found = marks(with_fingerprints(said("It spent 3.1 percent.", findings=(DISPUTED, DISPUTED))))
    assert len(set(found)) == 2
