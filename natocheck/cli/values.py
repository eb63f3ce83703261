"""Values of the command line that need no conversion, taken as they are.

Typer prepares a converter for every option of a command, given or not, and imports a library
for it that takes longer than many a run. What was not given and what is text needs none.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

_SIMPLE: dict[Any, type[str] | type[Path]] = {
    str: str,
    list[str]: str,
    Path: Path,
    list[Path]: Path,
}
"""Types of a parameter whose values are told from text by their own class."""


class _AsGiven:
    """Stands before the converter of one parameter, which is made when it is needed."""

    def __init__(self, converter: Callable[[], Any], simple: Callable[[str], Any] | None) -> None:
        self._converter, self._simple = converter, simple

    def __call__(self) -> "_AsGiven":
        """Give what converts, as the method does whose place it takes."""
        return self

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Give the value that the command gets."""
        several = param.multiple or param.nargs == -1
        if value is None:
            return () if several else None
        if self._simple is not None and isinstance(value, str) and not several:
            return self._simple(value)
        if self._simple is not None and several and all(isinstance(v, str) for v in value):
            return [self._simple(each) for each in value]
        return self._converter().coerce(value, param=param, ctx=ctx)


def take_as_given(parameters: Iterable[Any]) -> None:
    """Let the parameters of a command do without a converter where they can.

    A parameter of a Typer that converts otherwise stays as it is.
    """
    for parameter in parameters:
        converter = getattr(parameter, "get_runtime_param", None)
        told = getattr(parameter, "type_descriptor", None)
        if converter is None or told is None or isinstance(converter, _AsGiven):
            continue
        plain = told.parameter_info.parser is None and not _is_checked(told.parameter_info)
        simple = _SIMPLE.get(told.annotation) if plain else None
        parameter.get_runtime_param = _AsGiven(converter, simple)


def _is_checked(info: Any) -> bool:
    """Whether a path is asked for of which more is known than its name."""
    return any(
        getattr(info, name, False)
        for name in ("exists", "writable", "executable", "resolve_path", "path_type")
    )
