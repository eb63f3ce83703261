"""Options over a file over defaults: what is in force, and where each value came from."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from natocheck.config.choices import KEYS, Choices
from natocheck.config.files import ConfigFile, find_file, read_file

DEFAULT = "default"


class InForce(msgspec.Struct, frozen=True):
    """The settings of a run, the file that some came from, and by field where each did."""

    choices: Choices
    file: ConfigFile | None
    origins: dict[str, str]

    @property
    def folder(self) -> Path:
        """From where patterns of files are told: the configuration's folder where that is this
        one or above it, else this one."""
        here = Path.cwd()
        above = self.file.folder.resolve() if self.file is not None else here
        return above if here.is_relative_to(above) else here

    def is_option(self, name: str) -> bool:
        """Whether an option of the command line gave a setting."""
        return self.origins[name] == _option(name)


def in_force(
    flags: Mapping[str, Any],
    config: Path | None = None,
    isolated: bool = False,
    start: Path | None = None,
) -> InForce:
    """Lay ``flags`` (by field; None where one is not given) over the configuration that counts.

    ``config`` names it, ``isolated`` leaves all files out, ``start`` is the folder from which it
    is looked for, else the working folder. Raises ConfigError for a file that is wrong.
    """
    start = start or Path.cwd()
    path = config if config is not None else None if isolated else find_file(start)
    file = read_file(path) if path is not None else None
    given = {name: value for name, value in flags.items() if value is not None}
    choices = msgspec.structs.replace(file.choices if file else Choices(), **given)
    origins = {name: _origin(name, file, given) for name in KEYS.values()}
    return InForce(choices, file, origins)


def _origin(name: str, file: ConfigFile | None, given: Mapping[str, Any]) -> str:
    if name in given:
        return _option(name)
    if file is not None and name in file.given:
        return str(file.path)
    return DEFAULT


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"
