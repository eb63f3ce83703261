"""What natocheck does, as its commands and other programs call it.

Each name is imported when it is first asked for: a run whose findings are all kept from an
earlier one, or one that ends with an error, does not wait for the ways of reading.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from natocheck.pipeline.checking import Checker, check_document, make_checker
    from natocheck.pipeline.coverage import coverage
    from natocheck.pipeline.examples import ExampleResult, run_example, test_examples
    from natocheck.pipeline.explain import explain
    from natocheck.pipeline.run import check
    from natocheck.pipeline.settings import Settings, document_of

__all__ = [
    "Checker",
    "ExampleResult",
    "Settings",
    "check",
    "check_document",
    "coverage",
    "document_of",
    "explain",
    "make_checker",
    "run_example",
    "test_examples",
]
_HOMES = {
    "checking": ("Checker", "check_document", "make_checker"),
    "coverage": ("coverage",),
    "examples": ("ExampleResult", "run_example", "test_examples"),
    "explain": ("explain",),
    "run": ("check",),
    "settings": ("Settings", "document_of"),
}


def __getattr__(name: str) -> Any:
    """A public name, from the module that holds it."""
    for module, names in _HOMES.items():
        if name in names:
            value = getattr(import_module(f"{__name__}.{module}"), name)
            globals()[name] = value  # also where a module of the same name was imported
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
