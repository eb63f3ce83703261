"""Marks of irony: a word in quotation marks that nobody in the sentence says ("the 'reform'")."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from natocheck.claims.lexicon import Lexicon

if TYPE_CHECKING:
    from natocheck.language.tokens import Doc

_LONGEST = 2


def ironic_words(doc: "Doc", lexicon: Lexicon, quoted: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The first and last token of each quotation that is only a distance taken.

    It is a word or two without a verb or a name, and neither what is said ("called it
    'historic'") nor what is spoken of ("the word 'partner'") stands before it.
    """
    for first, last in _runs(sorted(quoted)):
        words = doc[first : last + 1]
        plain = all(token.text.islower() and token.pos_ in {"NOUN", "ADJ"} for token in words)
        if len(words) <= _LONGEST and plain and _stands_in_phrase(doc, first, lexicon):
            yield first, last


def _runs(indices: list[int]) -> list[tuple[int, int]]:
    starts = [i for i in indices if i - 1 not in indices]
    ends = [i for i in indices if i + 1 not in indices]
    return list(zip(starts, ends, strict=True))


def _stands_in_phrase(doc: "Doc", first: int, lexicon: Lexicon) -> bool:
    """Whether an article or the like leads to the quoted word: "the 'reform'", "its 'friends'"."""
    before = next((token for token in reversed(doc[:first]) if not token.is_punct), None)
    if before is None or before.lemma_.lower() in lexicon.words("naming nouns"):
        return False
    return before.pos_ in {"DET", "PRON", "ADJ", "ADP"} or before.tag_ in {"PRP$", "POS"}
