"""YAML rules, compiled into the indexed rule base; lint, look-ups and examples."""

from natocheck.rulebase.counting import count_facts
from natocheck.rulebase.folders import shipped_rules
from natocheck.rulebase.loading import load

__all__ = ["count_facts", "load", "shipped_rules"]
