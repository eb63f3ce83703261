"""What natocheck does, as its commands and other programs call it.

Each name is imported when it is first asked for: a run whose findings are all kept from an
earlier one, or one that ends with an error, does not wait for the ways of reading.
"""

from typing import TYPE_CHECKING

from natocheck.lazily import lazily

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
_HOMES: dict[str, tuple[str, ...]] = {
    "checking": ("Checker", "check_document", "make_checker"),
    "coverage": ("coverage",),
    "examples": ("ExampleResult", "run_example", "test_examples"),
    "explain": ("explain",),
    "run": ("check",),
    "settings": ("Settings", "document_of"),
}
__getattr__ = lazily(__name__, globals(), _HOMES)
