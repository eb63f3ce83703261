"""The settings of a command: its options over the configuration that counts."""

from pathlib import Path
from typing import Any

import typer

from natocheck.cli.options import listed
from natocheck.cli.outputs import outputs
from natocheck.config import InForce, in_force
from natocheck.model.errors import ConfigError
from natocheck.reports.registry import REPORTS

_LISTS = ("select", "ignore", "show", "exclude")


def of(config: Path | None, isolated: bool, **flags: Any) -> InForce:
    """What is in force. Raises ConfigError for a configuration that is wrong."""
    given = {name: _plain(name, value) for name, value in flags.items()}
    found = in_force(given, config, isolated)
    if not found.is_option("output"):
        _refuse_outputs(found)
    return found


def _refuse_outputs(found: InForce) -> None:
    try:
        outputs(found.choices.format, found.choices.output, REPORTS)
    except typer.BadParameter as error:
        raise ConfigError(f"{found.origins['output']}: output: {error.message}.") from error


def _plain(name: str, value: Any) -> Any:
    """A value of the command line as the configuration would have it."""
    if value is None or (isinstance(value, list) and not value):
        return None
    if name in _LISTS:
        return listed(value)
    if isinstance(value, list):
        return tuple(map(str, value))
    return str(value) if isinstance(value, Path) else getattr(value, "value", value)
