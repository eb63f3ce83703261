"""Configuration files: which one counts, and what it says."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from natocheck.config.checking import choices_of
from natocheck.config.choices import KEYS, PATHS, Choices
from natocheck.config.places import Written
from natocheck.model.errors import ConfigError

NAMES = ("natocheck.toml", ".natocheck.toml")
VARIABLE = "NATOCHECK_CONFIG"
_PROJECT = "pyproject.toml"
_TABLE = ("tool", "natocheck")
_HEADER = "[tool.natocheck"


class ConfigFile(msgspec.Struct, frozen=True):
    """A configuration file: its path, its settings and the fields that it gives."""

    path: Path
    choices: Choices
    given: frozenset[str]

    @property
    def folder(self) -> Path:
        """The folder from which its paths and patterns are told."""
        return self.path.parent


def find_file(start: Path, environ: Mapping[str, str] = os.environ) -> Path | None:
    """The configuration that counts in a folder: the one that NATOCHECK_CONFIG names, else the
    nearest upwards, else the user's.

    In one folder natocheck.toml goes before a table [tool.natocheck] in pyproject.toml.
    """
    if environ.get(VARIABLE):
        return Path(environ[VARIABLE])
    for folder in (start, *start.parents):
        for name in NAMES:
            if (folder / name).is_file():
                return folder / name
        if _has_table(folder / _PROJECT):
            return folder / _PROJECT
    return next((path for path in _of_user() if path.is_file()), None)


def read_file(path: Path) -> ConfigFile:
    """Read a configuration file. Raises ConfigError, with file, line and what to write."""
    text = _text(path)
    value = _loaded(path, text)
    written = Written(path, text)
    if path.name == _PROJECT:
        written = Written(path, text, _TABLE)
        value = _own(written, value)
    choices = choices_of(written, value)
    given = frozenset(KEYS[key] for key in value)
    return ConfigFile(path, _from_folder(choices, path.parent), given)


def _of_user() -> Iterable[Path]:
    from platformdirs import user_config_path

    folder = user_config_path("natocheck", appauthor=False)
    return (folder / name for name in NAMES)


def _has_table(path: Path) -> bool:
    """Whether a pyproject.toml speaks of this program; where it is broken, whether it seems to."""
    if not path.is_file():
        return False
    try:
        text = _text(path)
    except ConfigError:
        return False  # another tool's to complain about
    try:
        tool = tomllib.loads(text).get("tool")
    except (tomllib.TOMLDecodeError, RecursionError):
        return _HEADER in text
    return isinstance(tool, dict) and "natocheck" in tool


def _own(written: Written, value: dict[str, Any]) -> dict[str, Any]:
    """The table of this program in what pyproject.toml says."""
    tool = value.get("tool")
    own = tool.get("natocheck") if isinstance(tool, dict) else None
    if own is None:
        raise ConfigError(f"{written.path}: there is no table {_HEADER}]. Add one.")
    if not isinstance(own, dict):
        raise written.wrong((), f"natocheck is no table. Write {_HEADER}].")
    return own


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8. Save it as UTF-8.") from error


def _loaded(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, _, where = str(error).partition(" (at ")
        numbers = re.findall(r"\d+", where)
        at = ":".join((str(path), *numbers))
        raise ConfigError(f"{at}: is no TOML: {what[0].lower()}{what[1:]}.") from error
    except RecursionError as error:
        raise ConfigError(f"{path}: is nested too deeply.") from error


def _from_folder(choices: Choices, folder: Path) -> Choices:
    """Paths from the configuration's folder, so that they hold wherever the run starts."""
    changed: dict[str, Any] = {}
    for name in PATHS:
        value = getattr(choices, name)
        if isinstance(value, str):
            changed[name] = str(folder / value)
        elif value:
            changed[name] = tuple(str(folder / each) for each in value)
    return msgspec.structs.replace(choices, **changed)
