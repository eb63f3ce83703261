"""From files to documents: one file per format, found by suffix in the registry."""

from natocheck.readers.find import find
from natocheck.readers.registry import read

__all__ = ["find", "read"]
