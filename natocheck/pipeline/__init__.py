"""What natocheck does, as its commands and other programs call it."""

from natocheck.pipeline.coverage import coverage
from natocheck.pipeline.examples import ExampleResult, run_example, test_examples
from natocheck.pipeline.explain import explain
from natocheck.pipeline.run import (
    Checker,
    Settings,
    check,
    check_document,
    document_of,
    make_checker,
)

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
