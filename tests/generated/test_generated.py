"""Each cell of each table, and each term of office, said right and said wrong.

What is right must be supported and what is wrong must not be; a right sentence that comes
out disputed would be the worst error of all.
"""

from collections import defaultdict
from collections.abc import Iterable

import pytest

from natocheck import rulebase
from natocheck.model.text import Block, Document
from natocheck.pipeline import Checker, check_document

from .saying import Said, is_unsaid, said_of_office, said_of_table

RULES = rulebase.load()


def verdicts(checker: Checker, said: Iterable[Said]) -> dict[Said, str]:
    """Judge sentences, those of a day together, each a paragraph of its own."""
    days = defaultdict(list)
    for each in said:
        days[each.on].append(each)
    return {
        each: verdict
        for on, sentences in days.items()
        for each, verdict in zip(sentences, judged(checker, sentences), strict=True)
    }


def judged(checker: Checker, said: list[Said]) -> list[str]:
    text = "\n\n".join(each.text for each in said)
    starts = [0]
    for each in said:
        starts.append(starts[-1] + len(each.text) + 2)
    blocks = tuple(Block(s, s + len(x.text)) for s, x in zip(starts, said, strict=False))
    report = check_document(Document("-", text, blocks, said[0].on, "option"), checker)
    assert len(report.sentences) == len(said)
    return [sentence.verdict for sentence in report.sentences]


def misjudged(checker: Checker, said: Iterable[Said]) -> list[str]:
    return [
        f"{verdict}: {each.text} ({each.on})"
        for each, verdict in verdicts(checker, said).items()
        if (verdict != "supported") == each.right
    ]


@pytest.mark.parametrize("table", sorted(RULES.tables))
def test_cells_are_supported_and_other_figures_are_not(checker: Checker, table: str) -> None:
    said = said_of_table(checker.rules, checker.rules.tables[table])
    assert misjudged(checker, said) == []


@pytest.mark.parametrize("office", sorted(RULES.offices))
def test_holders_are_supported_and_others_are_not(checker: Checker, office: str) -> None:
    said = said_of_office(checker.rules, checker.rules.offices[office])
    assert misjudged(checker, said) == []


def test_wrong_figures_and_holders_are_mostly_disputed(checker: Checker) -> None:
    tables = [said_of_table(checker.rules, t) for t in list(checker.rules.tables.values())[::4]]
    offices = [said_of_office(checker.rules, o) for o in checker.rules.offices.values()]
    wrong = [each for said in (*tables, *offices) for each in said if not each.right]
    disputed = [v for v in verdicts(checker, wrong).values() if v == "disputed"]
    assert len(wrong) > 1_000
    assert len(disputed) >= 0.9 * len(wrong)


def test_each_measure_with_figures_of_countries_has_phrasings() -> None:
    countries = {actor.id for actor in RULES.actors.values() if actor.type == "country"}
    tabled = {t.measure for t in RULES.tables.values() if t.cells.keys() & countries}
    said = {t.measure for t in RULES.tables.values() if said_of_table(RULES, t)}
    assert {measure for measure in tabled - said if not is_unsaid(measure)} == set()
