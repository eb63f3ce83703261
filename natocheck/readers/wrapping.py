"""Whether the lines of a text are paragraphs, or paragraphs are cut into lines."""

import re
from collections.abc import Sequence
from itertools import pairwise

_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")
_CONTINUES = re.compile(
    r"[.,;:!?](?!\.)"  # a mark that slid from the line before
    r"|\((?!\s*\w{1,4}[.)]+\s)\s*[a-z\d]"  # a bracket within the sentence, no label of a list
)
_LONG = 40
_SHARE = 0.25


def is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines are hard-wrapped, so that blank lines part the paragraphs.

    Where lines follow each other without a blank between, a wrapped text breaks within
    sentences: a line without punctuation at its end, the next beginning in lower case,
    with a bracket or with a mark that closes the line before.
    It is wrapped if a quarter of such pairs do so and the cut lines are long, or short
    in a text that ends its sentences (else it is a list of words).
    """
    pairs = [(first, second) for first, second in pairwise(lines) if first and second]
    cut = [first for first, second in pairs if _runs_on(first, second)]
    if not cut or len(cut) < _SHARE * len(pairs):
        return False
    ends_sentences = any(ends_sentence(line) for line in lines)
    return ends_sentences or sum(map(len, cut)) >= _LONG * len(cut)


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence or clause does."""
    return _ENDS.search(line[-20:]) is not None


def _runs_on(first: str, second: str) -> bool:
    following = second.lstrip()
    continues = following[:1].islower() or _CONTINUES.match(following) is not None
    return continues and not ends_sentence(first)
