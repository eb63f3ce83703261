"""The rule base as people read it: the list of rules, one rule whole, examples that fail."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

import msgspec
from rich.text import Text

from natocheck.model.errors import UsageError
from natocheck.model.facts import Entry, Rule, RuleBase, kind_of
from natocheck.reports.json_report import dumps
from natocheck.reports.layout import Layout
from natocheck.reports.marks import MARKS
from natocheck.reports.options import RenderOptions
from natocheck.reports.wording import citation, counted, stamp
from natocheck.rulebase.lookup import all_rules

_INDENT = 2
_WIDE = 110
_REPLACES = "replaces one of the same id"


class Result(Protocol):
    """An example sentence of a rule, the verdict that it should have and the one it got."""

    @property
    def rule(self) -> str: ...  # noqa: D102 - the names are those of a rule's example
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def on(self) -> object: ...  # noqa: D102
    @property
    def expected(self) -> str: ...  # noqa: D102
    @property
    def got(self) -> str: ...  # noqa: D102
    @property
    def passed(self) -> bool: ...  # noqa: D102


def entry_of(base: RuleBase, name: str) -> Entry | None:
    """Give the entry of an id, if there is one."""
    families = (getattr(base, field) for field in base.__struct_fields__)
    held = (f for f in families if isinstance(f, Mapping) and name in f)
    return next((family[name] for family in held), None)


def render_list(base: RuleBase, options: RenderOptions) -> str:
    """Render each rule: its id, kind and statement, beside them where the page is wide.

    What a later folder of rules replaced is marked; other entries that it replaced follow.
    """
    layout = Layout(options)
    rules = _rules(base)
    names = [_named(layout, base, rule) for rule in rules]
    statements = [layout.text(rule.statement) for rule in rules]
    if options.width >= _WIDE:
        layout.rows([*name, said] for name, said in zip(names, statements, strict=True))
    else:
        for name, said in zip(names, statements, strict=True):
            layout.line(*name)
            layout.hang(Text(), said, _INDENT)
    others = sorted(base.replaced - {rule.id for rule in rules})
    if others:
        layout.line(layout.text(f"also replaced: {', '.join(others)}", "yellow"))
    return layout.give()


def _named(layout: Layout, base: RuleBase, rule: Rule) -> list[Text]:
    kind = layout.text(kind_of(rule), "dim")
    if rule.id in base.replaced:
        kind.append(f" ({_REPLACES})", style="yellow")
    return [layout.text(rule.id, "bold"), kind]


def render_list_json(base: RuleBase, options: RenderOptions) -> str:
    """Render the rules as a JSON list of id, kind, statement, and whether it replaces another."""
    del options
    return dumps(
        [
            {
                "id": rule.id,
                "kind": kind_of(rule),
                "statement": rule.statement,
                "replaces": rule.id in base.replaced,
            }
            for rule in _rules(base)
        ]
    )


def render_entry(base: RuleBase, name: str, options: RenderOptions) -> str:
    """Render everything that the entry ``name`` holds, its sources and rows included.

    Raises UsageError if there is no such entry.
    """
    entry = entry_of(base, name)
    if entry is None:
        raise UsageError(f"no rule has the id {name!r}; `natocheck rules list` lists them all")
    layout = Layout(options)
    layout.line(layout.text(entry.id, "bold"), layout.text(kind_of(entry), "dim"))
    _add_fields(layout, _told(entry))
    _add_sources(layout, base, getattr(entry, "sources", []))
    _add_examples(layout, entry)
    return layout.give()


def render_results(results: Sequence[Result], options: RenderOptions) -> str:
    """Render the examples that failed, then how many passed."""
    layout = Layout(options)
    failed = [result for result in results if not result.passed]
    for result in failed:
        _add_failure(layout, result)
    style = "bold red" if failed else "bold green"
    passed = f"{len(results) - len(failed)} of {counted(len(results), 'example')} passed"
    layout.line(Text(passed, style=style))
    return layout.give()


def _rules(base: RuleBase) -> list[Rule]:
    return sorted(all_rules(base), key=lambda rule: rule.id)


def _told(entry: Entry) -> dict[str, Any]:
    """Give the fields that hold something and are not shown in a section of their own."""
    shown_apart = {"kind", "id", "sources", "examples"}
    fields = msgspec.to_builtins(entry).items()
    return {k: v for k, v in fields if k not in shown_apart and v not in ([], {}, None, "")}


def _add_fields(layout: Layout, fields: Mapping[str, Any]) -> None:
    simple = {name: value for name, value in fields.items() if not _is_table(value)}
    layout.rows(
        ([Text(name.replace("_", " "), style="dim"), layout.text(_said(value))])
        for name, value in simple.items()
    )
    for name, value in fields.items():
        if name not in simple:
            _add_rows(layout, name, value)
    layout.blank()


def _is_table(value: object) -> bool:
    if isinstance(value, Mapping):
        return bool(value) and all(isinstance(row, Mapping) for row in value.values())
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _add_rows(layout: Layout, name: str, rows: Any) -> None:
    records = [{"": key, **row} for key, row in rows.items()] if isinstance(rows, dict) else rows
    columns = list(dict.fromkeys(c for row in records for c, v in row.items() if v))
    layout.blank()
    layout.line(Text(name, style="bold"))
    heading = [Text(str(column).replace("_", " "), style="dim") for column in columns]
    body = [[layout.text(_said(row.get(column))) for column in columns] for row in records]
    layout.rows([heading, *body], _INDENT)


def _said(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_said(item)}" for key, item in value.items() if item)
    if isinstance(value, list | tuple):
        return ", ".join(map(_said, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.12g}"
    return "" if value is None else str(value)


def _add_sources(layout: Layout, base: RuleBase, names: Iterable[str]) -> None:
    sources = [base.sources[name] for name in names if name in base.sources]
    if not sources:
        return
    layout.line(Text("sources", style="bold"))
    for source in sources:
        layout.hang(Text(" " * _INDENT), layout.text(citation(source)), _INDENT)
        layout.hang(Text(" " * _INDENT), layout.text(source.url, "dim"), _INDENT)
    layout.blank()


def _add_examples(layout: Layout, entry: Entry) -> None:
    if not isinstance(entry, Rule):
        return
    layout.line(Text("examples", style="bold"))
    for group in ("supported", "disputed", "silent"):
        for example in getattr(entry.examples, group):
            _add_example(layout, group, example)


def _add_example(layout: Layout, group: str, example: Any) -> None:
    text, on = (example, None) if isinstance(example, str) else (example.text, example.on)
    when = f" (on {stamp(on)})" if on is not None else ""
    style = next((mark.style for verdict, mark in MARKS.items() if verdict == group), "dim")
    gutter = Text(" " * _INDENT).append(f"{group:<11}", style=style)
    layout.hang(gutter, layout.text(text + when), gutter.cell_len)


def _add_failure(layout: Layout, result: Result) -> None:
    when = f" (on {result.on})" if result.on else ""
    layout.line(layout.text(result.rule, "bold"))
    layout.hang(Text(" " * _INDENT), layout.text(result.text + when), _INDENT)
    verdicts = f"expected {result.expected}, got {result.got}"
    layout.hang(Text(" " * _INDENT), layout.text(verdicts, "red"), _INDENT)
    layout.blank()
