"""The JSON Schema accepts what the loader accepts and refuses what it refuses."""

import jsonschema
import pytest

from natocheck.rulebase import shipped_rules
from natocheck.rulebase.schema import rule_schema
from natocheck.rulebase.yamls import parse

VALIDATOR = jsonschema.Draft202012Validator(rule_schema())
RULES = shipped_rules()


@pytest.mark.parametrize("name", sorted(str(f.relative_to(RULES)) for f in RULES.rglob("*.yaml")))
def test_the_shipped_rules_fit_the_schema(name):
    content = (RULES / name).read_bytes()
    assert [error.message for error in VALIDATOR.iter_errors(parse(content))] == []


@pytest.mark.parametrize(
    "entry",
    [
        "- {kind: sauce, id: a, title: T, publisher: P, url: U}",
        "- {kind: source, id: a, title: T, publisher: P}",
        "- {kind: source, id: A b, title: T, publisher: P, url: U}",
        "- {kind: source, id: a, title: T, publisher: P, url: U, tear: primary}",
        "- {kind: source, id: a, title: T, publisher: P, url: U, tier: third}",
        "- {kind: source, id: a, title: T, publisher: P, url: U, published: May 1999}",
        "- {kind: source, id: a, title: T, publisher: P, url: U, published: 1999-13}",
        "- {kind: actor, id: a, type: country, name: 12}",
        "- {kind: table, id: a, measure: m, file: f, source: s, publisher: P, release: R,"
        " published: 2025, definition: D, slack: 0.5, cells: {a: {2024: 1}}}",
    ],
)
def test_a_fault_does_not_fit_the_schema(entry):
    assert not VALIDATOR.is_valid(parse(entry.encode()))
