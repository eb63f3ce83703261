"""Building blocks for regular expressions made of word lists."""

import functools
import re
from collections.abc import Iterable

NEVER = r"(?!)"


def any_of(words: Iterable[str], *, glued: bool = False) -> str:
    """A group that matches any of the words, the longest first, whole words only.

    ``glued``: they may follow a letter or digit directly, as "km" does in "120km".
    """
    return _any_of(tuple(words), glued)


@functools.lru_cache(maxsize=512)
def _any_of(words: tuple[str, ...], glued: bool) -> str:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    plain = [_body(word) for word in longest_first if re.fullmatch(r"\w(?:.*\w)?", word)]
    signs = [
        _whole(word, glued=glued)
        for word in longest_first
        if not re.fullmatch(r"\w(?:.*\w)?", word)
    ]
    # One look at each end for all plain words: a sentence is tried at every letter.
    left = "" if glued else r"(?<!\w)"
    grouped = [rf"{left}(?:{'|'.join(plain)})(?!\w)"] if plain else []
    return f"(?:{'|'.join(signs + grouped)})" if longest_first else NEVER


def same(words: str) -> str:
    """The key under which a word list holds the words matched: one case, single spaces."""
    return " ".join(words.lower().split())


def _whole(word: str, *, glued: bool) -> str:
    left = r"(?<!\w)" if re.match(r"\w", word) and not glued else ""
    right = r"(?!\w)" if re.search(r"\w$", word) else ""
    return f"{left}{_body(word)}{right}"


def _body(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"\s+")
