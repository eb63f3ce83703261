"""The pages of the reference, made from the program itself while the site is built."""

import re
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from typer.main import get_command

from natocheck.cli.main import app
from natocheck.cli.walking import described
from natocheck.config.choices import KEYS, Choices
from natocheck.readers.registry import COLLECTIONS, FILES, TEXTS
from natocheck.reports import json_report
from natocheck.reports.reasons import REASONS
from natocheck.reports.registry import REPORTS
from natocheck.rulebase.schema import rule_schema

ROOT = Path(__file__).parents[1]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages to those that are written."""
    for path, make in PAGES.items():
        files.append(File.generated(config, path, content=make()))
    return files


def commands() -> str:
    """The help of every command as the program shows it."""
    parts = (f"## {each.words}\n\n```text\n{each.help}\n```" for each in described(_program()))
    return "# Commands\n\n" + "\n\n".join(parts) + "\n"


def configuration() -> str:
    """Every key with its default, and what the option of that name says of it."""
    help_of = {
        option.removeprefix("--"): re.sub(r" \[default: .*\]", "", parameter.help or "")
        for parameter in _program().commands["check"].params
        for option in parameter.opts
    }
    rows = (
        (f"`{key}`", f"`{_default(field)}`", help_of.get(key, "a table; see Configure"))
        for key, field in KEYS.items()
    )
    intro = "[How to configure](../howto/configure.md) tells where the file stands."
    return f"# Configuration\n\n{intro}\n\n" + _table(("key", "default", "meaning"), rows)


def inputs() -> str:
    """How places are told, then each suffix with what its reader says of itself."""
    readers = {**TEXTS, **FILES, **COLLECTIONS}
    rows = ((f"`{suffix}`", _says(name)) for suffix, name in readers.items())
    return (
        '# Inputs\n\n--8<-- "README.md:inputs"\n\n## Readers\n\n'
        "A file with another suffix is known by how it begins, else read as plain text.\n\n"
        + _table(("suffix", "read as"), rows)
    )


def formats() -> str:
    """Every format with what its module says of itself."""
    rows = ((f"`{name}`", _says(where)) for name, where in REPORTS.items())
    intro = "`--format` chooses the one on standard output, `--output FORMAT=FILE` writes others."
    return f"# Formats\n\n{intro}\n\n" + _table(("format", "what it is"), rows)


def reasons() -> str:
    """Every reason by the verdict that it comes with."""
    intro = "Each finding gives a reason, such as `wrong-date`; the JSON report has it as `reason`."
    parts = (
        f"## {verdict}\n\n"
        + _table(("reason", "meaning"), ((f"`{c}`", t) for c, t in group.items()))
        for verdict, group in REASONS.items()
    )
    return f"# Reasons\n\n{intro}\n\n" + "\n".join(parts)


def schema() -> str:
    """The JSON Schema of the JSON report, and where that of rule files is."""
    return (
        "# JSON Schema\n\nOf `--format json`, as `natocheck schema` prints it "
        "([file](report.schema.json)). That of rule files is printed by `natocheck rules schema` "
        "([file](rules.schema.json)).\n\n"
        f"```json\n{json_report.schema()}```\n"
    )


def rules() -> str:
    """The guide of the rule base; what it links to beside the site is named only."""
    text = (ROOT / "rules" / "README.md").read_text("utf-8")
    text = re.sub(r"\[([^\]]+)\]\(\.\./[^)]*\)", r"\1", text)
    return re.sub(r"^# .*", "# Write rules", text, count=1)


def _program() -> Any:
    return get_command(app)


def _default(field: str) -> str:
    value = getattr(Choices(), field)
    text = str(value).lower() if isinstance(value, bool | None) else str(value)
    return {"()": "[]"}.get(text, text)


def _says(where: str) -> str:
    """The first sentence of a module, for people."""
    said = import_module(where.split(":")[0]).__doc__ or ""
    return " ".join(said.strip().split("\n\n")[0].split())


def _coded(rows: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((f"`{code}`", text) for code, text in rows.items())


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(text: str) -> str:
    escaped = text.replace("|", "\\|")
    return escaped if text.startswith("`") else re.sub(r"([*<_])", r"\\\1", escaped)


PAGES: Mapping[str, Callable[[], str]] = {
    "howto/rules.md": rules,
    "reference/commands.md": commands,
    "reference/configuration.md": configuration,
    "reference/inputs.md": inputs,
    "reference/formats.md": formats,
    "reference/reasons.md": reasons,
    "reference/schema.md": schema,
    "reference/report.schema.json": json_report.schema,
    "reference/rules.schema.json": lambda: json_report.dumps(rule_schema()),
}
