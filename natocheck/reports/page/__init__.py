"""The report as one web page: the article with its sentences marked, the evidence beside it."""

from natocheck.reports.page.render import render

__all__ = ["render"]
