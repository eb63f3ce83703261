"""A comma after a time that opens a sentence: "In 2004 seven countries joined".

Editors leave it out; the parser then takes the subject for a part of the time. So the
comma is put in before the sentence is parsed.
"""

import re
from collections.abc import Sequence

from natocheck.claims.mentions.names import Name
from natocheck.claims.mentions.periods import FoundPeriod
from natocheck.claims.mentions.quantities import FoundQuantity
from natocheck.claims.rewriting import Replacement, Rewriting

_LONGEST = 5  # words before the time: "In the last days of"
_SINCE = re.compile(r" since (?:the )?$")
_PERFECT = re.compile(r" (?:has|have)\b")
_DETERMINED = re.compile(r"\bthe\s+$", re.IGNORECASE)


def opened(
    text: str,
    names: Sequence[Name],
    quantities: Sequence[FoundQuantity],
    periods: Sequence[FoundPeriod],
    prepositions: frozenset[str],
    determiners: frozenset[str],
) -> Rewriting | None:
    """The sentence with a comma behind the time that opens it, or None if it needs none.

    Only where a name, a number or a determiner follows, which begin the subject. "The 2014
    summit" opens with no time of its own.
    """
    first = min(periods, key=lambda each: each.start, default=None)
    if first is None or not _opens(text[: first.start], prepositions):
        return None
    if first.period.grain == "year" and _DETERMINED.search(text[: first.start]):
        return None
    begins = {name.start for name in names} | {number.start for number in quantities}
    after = re.match(r" (\w+)", text[first.end :])
    if after is None:
        return None
    if first.end + 1 not in begins and after[1].lower() not in determiners:
        return None
    return Rewriting(text, (Replacement(first.end, first.end, ","),))


def parted(
    text: str,
    names: Sequence[Name],
    periods: Sequence[FoundPeriod],
    quantifiers: frozenset[str],
) -> Rewriting | None:
    """Commas about a "since" within the subject: "every chief, since Ismay, has", or None.

    Without them the parser takes "since" for a conjunction and its name for a subject.
    """
    if not text.strip() or text.split(maxsplit=1)[0].lower() not in quantifiers:
        return None
    spans = [(n.start, n.end) for n in names] + [(p.start, p.end) for p in periods]
    for start, end in spans:
        before = _SINCE.search(text[:start])
        if before is not None and _PERFECT.match(text[end:]) and "," not in text[:start]:
            at = before.start()
            return Rewriting(text, (Replacement(at, at, ","), Replacement(end, end, ",")))
    return None


def _opens(before: str, prepositions: frozenset[str]) -> bool:
    """Whether only a preposition and small words stand before the time."""
    words = before.lower().split()
    return 0 < len(words) <= _LONGEST and words[0].strip("\"“‘'") in prepositions
