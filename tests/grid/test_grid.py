"""No construction of the grid makes a right sentence disputed or a wrong one supported.

What is merely not found is no failure here: ``python -m tests.grid`` shows it.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from natocheck.pipeline import Checker

from .grid import KINDS, sentences, verdict
from .said import CONSTRUCTIONS, GAPS

SAMPLE = 3


def cases() -> Iterator[Any]:
    for kind in KINDS:
        for construction in (*CONSTRUCTIONS[kind]["judged"], *CONSTRUCTIONS[kind]["open"]):
            reason = GAPS.get(kind, {}).get(construction)
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(kind, construction, id=f"{kind}: {construction}", marks=marks)


@pytest.mark.parametrize(("kind", "construction"), list(cases()))
def test_construction_is_never_judged_the_wrong_way(
    checker: Checker, kind: str, construction: str
) -> None:
    said = [s for s in sentences(checker.rules, kind, SAMPLE) if s.construction == construction]
    wrong = [s.text for s in said if verdict(checker, s) not in {s.expected, "silent"}]
    assert wrong == []
    assert said
