""" "Three allies reached 2 percent": a bare rate that allies promised to spend is of GDP."""

from natocheck.claims.clauses import Clause
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.scene import Scene
from natocheck.model.facts import Measure

_SUBJECTS = {"nsubj", "nsubjpass"}
_OF_GDP = "percent-of-gdp"
_GDP = "gdp"


def is_pledged(scene: Scene, clause: Clause, found: list[FoundQuantity], rule: Measure) -> bool:
    """Whether the allies are said to reach or miss just what they pledged to reach."""
    if _GDP not in rule.of or not rule.thresholds or not _is_of_allies(scene, clause):
        return False
    pledges = scene.lexicon.rulebase.pledges.values()
    values = {part.value for each in pledges for part in each.parts if part.unit == _OF_GDP}
    return bool(found) and all(each.quantity.value in values for each in found)


def _is_of_allies(scene: Scene, clause: Clause) -> bool:
    """Whether the subject is the members of those who make pledges, or some of them."""
    bodies = {body for each in scene.lexicon.rulebase.pledges.values() for body in each.by}
    groups = scene.lexicon.rulebase.groups
    subjects = [t for t in clause.tokens if t.dep_ in _SUBJECTS]
    return any(
        bodies & set(groups[group].all_of)
        for name in scene.names
        for group in name.ids("group")
        if any(scene.root_of(name) in subject.subtree for subject in subjects)
    )
