import pytest
from msgspec.structs import replace
from reports.sample import ARTICLE, ONE

from natocheck.model.places import Origin
from natocheck.triage.changes import only_changed


def left(lines, article=ARTICLE):
    report = replace(ONE, documents=(article,))
    (document,) = only_changed(report, {article.path: lines}).documents
    return [one.sentence.index for one in document.sentences]


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (None, [0, 1, 2, 3, 4]),
        ([], []),
        ([range(3, 4)], [1, 2]),
        ([range(2, 3)], []),
        ([range(1, 2), range(4, 6)], [0, 3, 4]),
        ([range(3, 3)], []),
        ([range(90, 99)], []),
    ],
)
def test_only_sentences_on_changed_lines_are_left(lines, kept):
    assert left(lines) == kept


def test_a_sentence_over_several_lines_counts_where_one_of_them_has_changed():
    text = ARTICLE.text.replace("Ruritania spent", "Ruritania\nspent").replace("and it", "and\nit")
    sentence = ARTICLE.sentences[1]
    moved = replace(sentence, sentence=replace(sentence.sentence, end=sentence.sentence.end + 1))
    article = replace(ARTICLE, text=text, sentences=(moved,))
    assert left([range(5, 6)], article) == [1]
    assert left([range(6, 7)], article) == []
    taken_out_below = [line for line in range(1, 8) if left([range(line, line)], article)]
    assert taken_out_below == [3, 4]


def test_a_file_without_lines_counts_whole_once_it_has_changed():
    article = replace(ARTICLE, origin=Origin(unit="paragraph", starts=(0, 15)))
    assert left([range(40, 41)], article) == [0, 1, 2, 3, 4]
    assert left([], article) == []


def test_an_article_in_a_row_counts_once_a_line_of_the_row_has_changed():
    rows = [replace(ARTICLE, origin=Origin(row=n, first=line)) for n, line in ((1, 2), (2, 7))]
    report = replace(ONE, documents=(*rows, replace(rows[0], path="other.csv")))

    def counting(line):
        changed = {ARTICLE.path: [range(line, line + 1)], "other.csv": []}
        documents = only_changed(report, changed).documents
        return [number for number, each in enumerate(documents, 1) if each.sentences]

    assert [counting(line) for line in (1, 2, 6, 7, 20)] == [[], [1], [1], [2], [2]]
