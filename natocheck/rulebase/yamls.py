"""YAML 1.2 as plain values, with dates left as written, and the lines of what is wrong."""

from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.constructor import DuplicateKeyError, RoundTripConstructor, SafeConstructor
from ruamel.yaml.error import YAMLError

Steps = tuple[str | int, ...]
_TIMESTAMP = "tag:yaml.org,2002:timestamp"


class _PlainDates(SafeConstructor):
    """Leaves dates as text, so that a day that does not exist can be reported."""


class _PlacedDates(RoundTripConstructor):
    """As above, keeping the lines."""


def _as_written(constructor: Any, node: Any) -> Any:
    return constructor.construct_scalar(node)


_PlainDates.add_constructor(_TIMESTAMP, _as_written)
_PlacedDates.add_constructor(_TIMESTAMP, _as_written)


class YamlFault(Exception):
    """Text that is no YAML: what is wrong, and the line counted from 1 if known."""

    def __init__(self, message: str, line: int | None) -> None:
        super().__init__(message)
        self.line = line


def parse(content: bytes) -> Any:
    """Return the plain values of a YAML file; raises YamlFault."""
    loader = YAML(typ="safe", pure=True)
    loader.Constructor = _PlainDates
    try:
        return loader.load(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise YamlFault("not UTF-8 text: save the file as UTF-8", line) from error
    except (YAMLError, ValueError, LookupError, RecursionError) as error:
        raise YamlFault(*_explained(error)) from error


class Lines:
    """Finds the lines of a YAML file that is known to parse."""

    def __init__(self, content: bytes) -> None:
        loader = YAML(typ="rt", pure=True)
        loader.Constructor = _PlacedDates
        self._root = loader.load(content.decode("utf-8-sig"))

    def of(self, steps: Steps) -> int | None:
        """Return the line, from 1, of the key or item to which the steps lead.

        Where the last steps lead nowhere, it is the line of what holds them.
        """
        value, line = self._root, None
        for step in steps:
            try:
                place = value.lc.item(step) if isinstance(step, int) else value.lc.key(step)
                value, line = value[step], place[0] + 1
            except (AttributeError, LookupError, TypeError):
                break
        return line


def _explained(error: Exception) -> tuple[str, int | None]:
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    mark = getattr(error, "problem_mark", None)
    advice = "put values that contain ': ' or ' #' in quotes and indent with spaces"
    if isinstance(error, DuplicateKeyError):
        advice = "keep one of the two"
    return f"not valid YAML, {problem}: {advice}", mark.line + 1 if mark else None
