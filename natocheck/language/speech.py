"""Where a quotation and the words around it are one sentence, and where they are two."""

import re

from natocheck.language.enclosures import quotation_at, runs_on
from natocheck.language.lexicon import Lexicon
from natocheck.language.marks import Mark

_QUOTES = "\"”’'»"
_WORD = re.compile(r"[^\W_][\w’'-]*")
_TAG = 100
_SPEAKER = 8
_QUOTATION = 2_000


def tags_speech(text: str, mark: Mark, lists: Lexicon) -> bool:
    """Whether a speaker and a verb of saying follow the quotation ("…?" Ann Poe asked).

    After a plain full stop they would begin a sentence, since a comma stands before a tag.
    """
    if not mark.close or mark.close[-1] not in _QUOTES or mark.mark == ".":
        return False
    words = _WORD.findall(text, mark.cut, mark.cut + _TAG)[:_SPEAKER]
    said = next((n for n, word in enumerate(words) if word.islower()), 0)
    return said > 0 and words[said] in lists.speech and words[0] not in lists.openers


def introduces_quotation(text: str, mark: Mark) -> bool:
    """Whether a whole sentence in quotation marks follows the colon ("He added: …")."""
    following = text[mark.cut : mark.cut + _QUOTATION]
    opened = mark.cut + len(following) - len(following.lstrip())
    span = quotation_at(text, opened)
    if span is not None and runs_on(text, span):
        return False
    closing = {"“": "”", "«": "»", "‘": "’"}.get(text[opened], text[opened])
    quotation = re.match(
        rf"[^{closing}]*?[.!?…](?:{closing}|\s)|[^{closing}]*?[.!?…]$", following.lstrip()[1:]
    )
    return quotation is not None and len(quotation[0].split()) > 2
