"""natocheck: an offline, explainable fact-checker for articles about NATO."""

__version__ = "0.1.0"
