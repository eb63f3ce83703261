"""Configuration files: which one counts, and what it says."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from natocheck.config.choices import KEYS, PATHS, Choices, PerFile
from natocheck.model.errors import ConfigError
from natocheck.model.likeness import likeliest
from natocheck.triage.listed import Suppression

NAMES = ("natocheck.toml", ".natocheck.toml")
VARIABLE = "NATOCHECK_CONFIG"
_PROJECT = "pyproject.toml"


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
    if path.name == _PROJECT:
        value = value.get("tool", {}).get("natocheck", {})
    _refuse_unknown(path, text, value)
    try:
        choices = msgspec.convert(value, Choices)
    except msgspec.ValidationError as error:
        raise _wrong(path, text, str(error)) from error
    _refuse_loose(path, text, choices.suppress)
    given = frozenset(KEYS[key] for key in value)
    return ConfigFile(path, _from_folder(choices, path.parent), given)


def _of_user() -> Iterable[Path]:
    from platformdirs import user_config_path

    folder = user_config_path("natocheck", appauthor=False)
    return (folder / name for name in NAMES)


def _has_table(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        return "natocheck" in tomllib.loads(_text(path)).get("tool", {})
    except tomllib.TOMLDecodeError:
        return False  # another tool's to complain about


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
        raise ConfigError(f"{path}: is no TOML: {error}.") from error
    except RecursionError as error:
        raise ConfigError(f"{path}: is nested too deeply.") from error


def _refuse_unknown(path: Path, text: str, value: dict[str, Any]) -> None:
    _refuse_keys(path, text, value, KEYS)
    for table in _tables(value.get("per-file")):
        _refuse_keys(path, text, table, PerFile.__struct_encode_fields__)
    for table in value.get("suppress", ()) if isinstance(value.get("suppress"), list) else ():
        if isinstance(table, dict):
            _refuse_keys(path, text, table, Suppression.__struct_encode_fields__)


def _tables(value: object) -> list[dict[str, Any]]:
    found = value.values() if isinstance(value, dict) else ()
    return [each for each in found if isinstance(each, dict)]


def _refuse_keys(path: Path, text: str, value: dict[str, Any], known: Iterable[str]) -> None:
    names = list(known)
    for key in value:
        if key not in names:
            meant = likeliest(key.replace("_", "-"), names)
            hint = f"Did you mean {meant!r}?" if meant else f"The keys are {', '.join(names)}."
            raise ConfigError(f"{_at(path, text, key)}: there is no key {key!r}. {hint}")


def _wrong(path: Path, text: str, message: str) -> ConfigError:
    """An error of msgspec, such as "Expected `int`, got `str` - at `$.date`", with its line."""
    what, _, where = message.partition(" - at ")
    keys = re.findall(r"[\w-]+", where)
    shown = where.strip("`").removeprefix("$.")
    said = f"{shown}: {what[0].lower()}{what[1:]}" if keys else what
    return ConfigError(f"{_at(path, text, keys[-1] if keys else '')}: {said}.")


def _refuse_loose(path: Path, text: str, entries: Iterable[Suppression]) -> None:
    for each in entries:
        if (each.rule is None) == (each.fingerprint is None):
            raise ConfigError(
                f"{_at(path, text, 'suppress')}: an entry names a rule or a fingerprint, not both."
            )


def _at(path: Path, text: str, key: str) -> str:
    """The path, with the line on which a key stands, as far as that can be told."""
    name = re.escape(key)
    pattern = rf"(?m)^\s*(?:\[+[^\]\n]*)?[\"']?{name}[\"']?\s*(?:=|\])" if key else r"(?!)"
    found = re.search(pattern, text)
    return f"{path}:{text.count(chr(10), 0, found.end()) + 1}" if found else str(path)


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
