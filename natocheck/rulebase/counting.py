"""How many facts the rule base knows."""

from natocheck.model.facts import RuleBase
from natocheck.rulebase.lookup import all_rules


def count_facts(rulebase: RuleBase) -> int:
    """Return the number of single facts.

    One for each row of a membership, office, event, count or relation, for each part of
    a pledge, for each cell of a table and for each listed member of a group. Sources,
    names, measures and words state nothing about the world and are not counted.
    """
    rows = sum(len(getattr(rule, "rows", ())) for rule in all_rules(rulebase))
    parts = sum(len(pledge.parts) for pledge in rulebase.pledges.values())
    members = sum(len(group.members) for group in rulebase.groups.values())
    cells = sum(len(row) for table in rulebase.tables.values() for row in table.cells.values())
    return rows + parts + members + cells
