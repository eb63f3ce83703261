"""What a statement about figures claims, in words."""

from natocheck.model.claims import Measured, Operand, SetExpression
from natocheck.model.facts import Measure, RuleBase
from natocheck.verdicts import wording

_UNITS = {"percent": " %", "usd": " US dollars", "count": "", "thousand-usd": " US dollars"}
_OPERATORS = {
    "more-than": "more than",
    "at-least": "at least as much as",
    "less-than": "less than",
    "at-most": "at most as much as",
    "equal": "as much as",
}


def claimed(claim: Measured, measure: Measure, rulebase: RuleBase) -> str:
    """A line such as "defence spending as a share of GDP: Poland 4.475 to 4.485 % in 2025"."""
    what = {
        "value": _value,
        "set": _set,
        "share": _share,
        "compare": _compare,
        "rank": _rank,
        "change": _change,
    }[claim.form](claim, measure, rulebase)
    denied = "not: " if claim.negated else ""
    return f"{measure.name}: {denied}{what}{_years(claim)}"


def _years(claim: Measured) -> str:
    if not claim.years:
        return ""
    if len(claim.years) > 2:
        return f" in {claim.years[0]} to {claim.years[-1]}"
    return " in " + " and ".join(map(str, claim.years))


def _who(operand: Operand | None, rulebase: RuleBase) -> str:
    if operand is None:
        return ""
    inside = wording.names(rulebase, operand.actors) if operand.actors else ""
    outside = wording.names(rulebase, operand.without) if operand.without else ""
    return inside + (f" outside {outside}" if outside else "")


def _amount(claim: Measured, measure: Measure) -> str:
    assert claim.interval is not None
    return wording.interval(claim.interval) + _UNITS[measure.unit]


def _value(claim: Measured, measure: Measure, rulebase: RuleBase) -> str:
    return f"{_who(claim.operand, rulebase)} {_amount(claim, measure)}"


def _set(claim: Measured, measure: Measure, rulebase: RuleBase) -> str:
    assert claim.members is not None
    members = _members(claim.members, rulebase)
    if claim.interval is not None:
        return f"{members} with {_amount(claim, measure)}"
    return f"{members} with {_OPERATORS[claim.operator]} {_who(claim.other, rulebase)}"


def _members(expression: SetExpression, rulebase: RuleBase) -> str:
    groups = wording.names(rulebase, expression.groups) if expression.groups else "members"
    named = wording.names(rulebase, expression.named) if expression.named else ""
    if expression.kind == "only":
        return f"only {named}"
    if expression.kind == "but":
        number = wording.interval(expression.number) if expression.number else named
        return f"all {groups} but {number}"
    if expression.number is not None:
        share = " % of" if expression.kind == "share" else ""
        return f"{wording.interval(expression.number)}{share} {groups}"
    return {"none": "no", "all": "all", "each": "each of"}.get(expression.kind, "") + f" {groups}"


def _share(claim: Measured, measure: Measure, rulebase: RuleBase) -> str:
    assert claim.interval is not None
    part = f"{_who(claim.operand, rulebase)} {wording.interval(claim.interval)} %"
    return f"{part} of {_who(claim.whole, rulebase)}"


def _compare(claim: Measured, measure: Measure, rulebase: RuleBase) -> str:
    times = f" {wording.interval(claim.factor)} times" if claim.factor is not None else ""
    relation = f"{_OPERATORS[claim.operator]} {_who(claim.other, rulebase)}"
    return f"{_who(claim.operand, rulebase)}{times} {relation}"


def _rank(claim: Measured, measure: Measure, rulebase: RuleBase) -> str:
    end = "from the bottom" if claim.bottom else "from the top"
    among = f" of {_who(claim.whole, rulebase)}" if claim.whole is not None else ""
    place = f"in the first {claim.rank}" if claim.within else f"number {claim.rank}"
    return f"{_who(claim.operand, rulebase)} {place} {end}{among}"


def _change(claim: Measured, measure: Measure, rulebase: RuleBase) -> str:
    times = f" to {wording.interval(claim.factor)} times" if claim.factor is not None else ""
    return f"{claim.trend} of {_who(claim.operand, rulebase)}{times}"
