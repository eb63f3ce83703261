"""``natocheck config``: the settings in force, and where each value comes from."""

import json
from typing import Annotated, Literal

import typer

from natocheck.cli import options as o


def config(
    config: o.Config = None,
    isolated: o.Isolated = False,
    format: Annotated[
        Literal["rich", "json"], typer.Option("--format", "-f", help="How to write them.")
    ] = "rich",
) -> None:
    """Show the settings that a check in this folder would use, and where each comes from.

    The options of check win over all of them. Exit code 2 for a configuration that is wrong.
    """
    import msgspec

    from natocheck.cli import inforce, streams
    from natocheck.config.choices import KEYS

    found = inforce.of(config, isolated)
    values = msgspec.to_builtins(found.choices)
    rows = [(key, values[key], found.origins[field]) for key, field in KEYS.items()]
    if format == "json":
        data = [{"key": key, "value": value, "from": origin} for key, value, origin in rows]
        text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    else:
        text = "".join(f"{key} = {_toml(value)}  # {origin}\n" for key, value, origin in rows)
    streams.write(text, None, format)


def _toml(value: object) -> str:
    """A value as a configuration file would have it; nothing is written as none."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_toml(k)} = {_toml(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return "none" if value is None else json.dumps(value, ensure_ascii=False)
