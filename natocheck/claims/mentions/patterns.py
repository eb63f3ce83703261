"""Building blocks for regular expressions made of word lists."""

import re
from collections.abc import Iterable

NEVER = r"(?!)"


def any_of(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first, whole words only."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(_whole, longest_first))})" if longest_first else NEVER


def same(words: str) -> str:
    """The key under which a word list holds the words matched: one case, single spaces."""
    return " ".join(words.lower().split())


def _whole(word: str) -> str:
    body = re.escape(word).replace(r"\ ", r"\s+")
    left = r"(?<!\w)" if re.match(r"\w", word) else ""
    right = r"(?!\w)" if re.search(r"\w$", word) else ""
    return f"{left}{body}{right}"
