"""What every rule and source of the shipped rules must have, and what too many still lack."""

import pytest

from natocheck.model.facts import AnyRule, RuleBase
from natocheck.rulebase.examples import cases_of
from natocheck.rulebase.lookup import all_rules
from natocheck.rulebase.writing import _wanted

from .listed import listed

EXAMPLES = 3


def test_every_rule_has_three_examples_of_each_kind_it_can_have(rules: RuleBase) -> None:
    few = {
        f"{rule.id}: {expected}"
        for rule in all_rules(rules)
        for expected in _wanted(rule)
        if sum(case.expected == expected for case in cases_of(rule)) < EXAMPLES
    }
    assert few == set()


def test_every_source_says_what_it_is(rules: RuleBase) -> None:
    assert len(rules.sources) > 1000
    assert [
        source.id
        for source in rules.sources.values()
        if not (source.title.strip() and source.publisher.strip() and source.tier)
        or not source.url.startswith(("http://", "https://"))
    ] == []


@pytest.mark.parametrize(("field", "most"), listed("sources_that_lack").items())
def test_no_more_sources_lack_a_field(rules: RuleBase, field: str, most: int) -> None:
    lacking = [source.id for source in rules.sources.values() if not getattr(source, field)]
    assert len(lacking) <= most, f"a new source lacks {field!r}: complete it"


def test_what_was_last_seen_on_a_day_is_due_for_review(rules: RuleBase) -> None:
    assert [
        id for rule in all_rules(rules) for id, seen, due in facts(rule) if seen and not due
    ] == []


def facts(rule: AnyRule) -> list[tuple[str, object, object]]:
    """Return the rule and its rows: when it was last seen, when it is due for review."""
    rows = [
        (
            f"{rule.id}: {row}",
            getattr(row, "seen", None) or getattr(row, "ongoing_seen", None),
            getattr(row, "review_by", None) or rule.review_by,
        )
        for row in getattr(rule, "rows", ())
    ]
    return [(rule.id, getattr(rule, "seen", None), rule.review_by), *rows]
