"""Names of a package that are imported when they are first asked for."""

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from importlib import import_module
from typing import Any


def lazily(
    package: str, known: MutableMapping[str, Any], homes: Mapping[str, Sequence[str]]
) -> Callable[[str], Any]:
    """Give the ``__getattr__`` of a package, which finds each name in the module that has it.

    ``known`` are the package's globals, ``homes`` the names by their module.
    """
    module_of = {name: module for module, names in homes.items() for name in names}

    def get(name: str) -> Any:
        if name not in module_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value = getattr(import_module(f"{package}.{module_of[name]}"), name)
        known[name] = value  # also where a module of the same name was imported
        return value

    return get
