"""Lint: ids, names, sources, examples and figures, as they ought to be written."""

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import get_args

from natocheck.model.facts import Actor, AnyRule, Event, Group, Relation, Reviewed, RuleBase
from natocheck.rulebase.examples import ExampleCase, Expected, cases_of, example_cases
from natocheck.rulebase.faults import Fault
from natocheck.rulebase.lookup import all_entries, all_rules

_FOUND: dict[str, set[Expected]] = {
    "contradicted": {"disputed", "silent"},
    "confirmed": {"supported", "silent"},
    "partly": {"silent"},
}
_SETS = {"group", "organisation"}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def writing_faults(rulebase: RuleBase) -> Iterator[Fault]:
    """Yield the faults that an entry has by itself, and names and examples said twice."""
    yield from _ids(rulebase)
    yield from _bare_rules(rulebase)
    yield from _torn_examples(rulebase)
    yield from _empty_names(rulebase)
    yield from _shared_names(rulebase, persons=False)
    yield from _endless_figures(rulebase)


def shared_surnames(rulebase: RuleBase) -> Iterator[Fault]:
    """Yield a note for each name that several persons go by, which is nobody's fault."""
    yield from _shared_names(rulebase, persons=True)


def _ids(rulebase: RuleBase) -> Iterator[Fault]:
    for entry in all_entries(rulebase):
        if not _ID.fullmatch(entry.id):
            right = "-".join(re.findall(r"[a-z0-9]+", entry.id.lower())) or "what-it-knows"
            message = f"an id is lower-case words with hyphens: write {right}"
            yield Fault(message, id=entry.id)


def _bare_rules(rulebase: RuleBase) -> Iterator[Fault]:
    for rule in all_rules(rulebase):
        if not rule.sources:
            yield Fault("the rule has no source: name the entry of a publication", id=rule.id)
        given = {case.expected for case in cases_of(rule)}
        for expected in sorted(_wanted(rule) - given):
            yield Fault(f"no example is {expected}: add a sentence", id=rule.id)


def _wanted(rule: AnyRule) -> set[Expected]:
    """The groups of examples that a rule can have: by its finding, or by what it can dispute."""
    if isinstance(rule, Reviewed):
        return _FOUND[rule.finding]
    return set(get_args(Expected)) - ({"disputed"} if _is_open(rule) else set())


def _is_open(rule: AnyRule) -> bool:
    """Whether the rule can never dispute: there may be other occurrences or pairs."""
    if isinstance(rule, Relation):
        return not (rule.one_subject or rule.one_object)
    return isinstance(rule, Event) and not rule.closed


def _torn_examples(rulebase: RuleBase) -> Iterator[Fault]:
    """Find sentences from which two verdicts are expected.

    A rule may be silent on what another judges, so ``silent`` counts within a rule only.
    """
    alike: dict[tuple[str, object], list[ExampleCase]] = defaultdict(list)
    for case in example_cases(rulebase):
        alike[" ".join(case.text.split()), case.on].append(case)
    for (text, _), cases in alike.items():
        for case in cases:
            others = sorted({_where(other) for other in cases if _contradict(case, other)})
            if others:
                also = ", ".join(others)
                message = f"{case.expected} example {text!r} is also {also}: keep it in one place"
                yield Fault(message, id=case.rule)


def _contradict(one: ExampleCase, other: ExampleCase) -> bool:
    if one.rule == other.rule:
        return one.expected != other.expected
    return {one.expected, other.expected} == {"supported", "disputed"}


def _where(case: ExampleCase) -> str:
    return f"{case.expected} in {case.rule}"


def _named(rulebase: RuleBase) -> Iterator[Actor | Group]:
    yield from rulebase.actors.values()
    yield from rulebase.groups.values()


def _names(entry: Actor | Group) -> set[str]:
    return {" ".join(name.casefold().split()) for name in (entry.name, *entry.aliases)}


def _common_nouns(entry: Actor | Group) -> set[str]:
    """The aliases in lower case, as ``_names`` has them."""
    return {" ".join(name.split()) for name in entry.aliases if name.islower()}


def _empty_names(rulebase: RuleBase) -> Iterator[Fault]:
    for entry in _named(rulebase):
        if "" in _names(entry):
            yield Fault("a name or alias is empty: take it out", id=entry.id)


def _shared_names(rulebase: RuleBase, *, persons: bool) -> Iterator[Fault]:
    """Find names that mean two actors of one type; groups count as a type.

    A common noun ("member states", "bloc") may be said of several sets of countries:
    which one is meant is told by the context it stands in.
    """
    bearers: dict[tuple[str, str], list[str]] = defaultdict(list)
    for entry in _named(rulebase):
        sort = entry.type if isinstance(entry, Actor) else "group"
        if (sort == "person") == persons:
            common = _common_nouns(entry) if sort in _SETS else set()
            for name in sorted(_names(entry) - {""} - common):
                bearers[sort, name].append(entry.id)
    for (_, name), ids in bearers.items():
        for id in ids if len(ids) > 1 else []:
            others = ", ".join(sorted(set(ids) - {id}))
            yield Fault(f"the name {name!r} is also that of {others}: let one of them go", id=id)


def _endless_figures(rulebase: RuleBase) -> Iterator[Fault]:
    for table in rulebase.tables.values():
        if not (math.isfinite(table.scale) and math.isfinite(table.slack) and table.slack >= 0):
            yield Fault("scale or slack is no usable number: write a finite one", id=table.id)
        for actor, years in table.cells.items():
            for year in (year for year, value in years.items() if not math.isfinite(value)):
                message = f"{table.file}: {actor} {year} is not finite: leave the row out"
                yield Fault(message, id=table.id)
