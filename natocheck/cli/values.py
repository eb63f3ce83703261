"""Values of the command line that need no conversion, taken as they are.

Typer prepares a converter for every option of a command, given or not, and imports a library
for it that takes longer than many a run. What was not given and what is text needs none.
"""

from collections.abc import Callable, Iterable
from typing import Any

_TEXT = (str, list[str])


class _AsGiven:
    """Stands before the converter of one parameter, which is made when it is needed."""

    def __init__(self, converter: Callable[[], Any], is_text: bool) -> None:
        self._converter, self._is_text = converter, is_text

    def __call__(self) -> "_AsGiven":
        """Give what converts, as the method does whose place it takes."""
        return self

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Give the value that the command gets."""
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if self._is_text and isinstance(value, str) and not param.multiple and param.nargs != -1:
            return value
        if self._is_text and isinstance(value, tuple) and all(isinstance(v, str) for v in value):
            return list(value)
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
        is_text = told.annotation in _TEXT and told.parameter_info.parser is None
        parameter.get_runtime_param = _AsGiven(converter, is_text)
