"""Every code that a verdict gives as its reason is described, and no other is."""

import ast
import re
from pathlib import Path

import natocheck.verdicts
from natocheck.reports.reasons import REASONS

CODE = re.compile(r"[a-z]+(-[a-z]+)+")
WORDS = {"agrees", "outdated"}
"""Codes of one word, which no pattern tells from other words."""

OTHERS = {
    "operators": {"more-than", "less-than", "at-least", "at-most", "up-to"},
    "units": {"thousand-usd", "percent-of-gdp", "percent-of-defence"},
}
"""What the comparisons write in the same way and is no reason."""


def codes() -> set[str]:
    """The strings of the comparisons that look like codes, and are no operator or unit."""
    folder = Path(natocheck.verdicts.__file__).parent
    nodes = (
        node
        for file in folder.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
    )
    strings = {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    found = {text for text in strings if CODE.fullmatch(text) or text in WORDS}
    assert found >= set().union(*OTHERS.values())
    return found - set().union(*OTHERS.values())


def test_every_reason_is_described_and_none_in_vain():
    described = [code for group in REASONS.values() for code in group]
    assert len(described) == len(set(described))
    assert set(described) == codes()


def test_a_description_is_a_sentence():
    for group in REASONS.values():
        assert all(text[0].isupper() and text.endswith(".") for text in group.values())
        assert list(group) == sorted(group)
