"""Which blocks of a page are its article."""

from collections.abc import Sequence

from natocheck.readers.web.cutting import Cut
from natocheck.readers.web.tags import CONTENT

_DEEPEST = 200


def article(cuts: Sequence[Cut], source: str, deepest: int) -> list[Cut]:
    """The blocks of the article, and what comments say to natocheck among them.

    The page may say where it is, by an article or main element; else trafilatura, which
    weighs the density of text and links, chooses. ``deepest``: how deeply its elements nest.
    """
    worded = [each for each in cuts if any(c.isalnum() for c in each.text)]
    for element in CONTENT:
        inside = [each for each in worded if element in each.content]
        if inside:
            return inside
    return _weighed(worded, source, deepest) or worded


def _weighed(cuts: Sequence[Cut], source: str, deepest: int) -> list[Cut]:
    from trafilatura import extract

    if deepest > _DEEPEST:
        return []  # no page that people write, and more than its parser can take
    found = extract(source, include_comments=False, include_tables=True, favor_recall=True)
    chosen = _words(found or "")
    kept = [each for each in cuts if each.excuse or _words(each.text) in chosen]
    return kept if any(not each.excuse and each.kind != "heading" for each in kept) else []


def _words(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
