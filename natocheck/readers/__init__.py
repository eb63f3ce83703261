"""From files to documents: one file per format, found by suffix in the registry."""

from natocheck.readers.find import find
from natocheck.readers.registry import read, read_all, read_text
from natocheck.readers.settings import ReadSettings

__all__ = ["ReadSettings", "find", "read", "read_all", "read_text"]
