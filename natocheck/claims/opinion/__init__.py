"""Whether a sentence is an opinion, in whose voice, and the words that show it."""

from natocheck.claims.opinion.judging import find_opinion

__all__ = ["find_opinion"]
