"""Web pages: the article of a page, each word with its place in the source."""

from natocheck.readers.web.reader import read

__all__ = ["read"]
