"""A comma after a time that opens a sentence: "In 2004 seven countries joined".

Editors leave it out; the parser may then take the subject for a part of the time. Where
it does, the sentence is read once more with the comma.
"""

import re
from typing import TYPE_CHECKING

from natocheck.claims.rewriting import Replacement, Rewriting
from natocheck.claims.scene import Scene

if TYPE_CHECKING:
    from natocheck.language.tokens import Token

_SINCE = re.compile(r" since (?:the )?$")
_PERFECT = re.compile(r" (?:has|have)\b")
_LONGEST = 5  # words before the time: "In the last days of"


def opened(scene: Scene) -> Rewriting | None:
    """The sentence with a comma behind the time that opens it, or None if it needs none.

    Only where a name, a number or a determiner follows, which begin the subject. "The 2014
    summit" opens with no time of its own.
    """
    if not scene.periods or not _opens(scene):
        return None
    end = scene.periods[0].end
    subject = next((t for t in scene.doc if t.idx == end + 1), None)
    if subject is None or not _begins_subject(scene, subject) or not _is_swallowed(subject):
        return None
    return Rewriting(scene.doc.text, (Replacement(end, end, ","),))


def parted(scene: Scene) -> Rewriting | None:
    """Commas about a "since" within the subject: "every chief, since Ismay, has", or None.

    Without them the parser takes "since" for a conjunction and its name for a subject.
    """
    text = scene.doc.text
    quantifiers = scene.lexicon.words("subject quantifiers")
    if not text.strip() or text.split(maxsplit=1)[0].lower() not in quantifiers:
        return None
    spans = [(n.start, n.end) for n in scene.names] + [(p.start, p.end) for p in scene.periods]
    for start, end in spans:
        before = _SINCE.search(text[:start])
        if before is not None and _PERFECT.match(text[end:]) and "," not in text[:start]:
            at = before.start()
            return Rewriting(text, (Replacement(at, at, ","), Replacement(end, end, ",")))
    return None


def _opens(scene: Scene) -> bool:
    """Whether only a preposition and small words stand before the first time."""
    first = scene.periods[0]
    before = [t for t in scene.doc if t.idx < first.start and not t.is_punct]
    if not 0 < len(before) <= _LONGEST:
        return False
    determined = before[-1].lower_ == "the" and first.period.grain == "year"
    return before[0].lower_ in scene.lexicon.words("opening prepositions") and not determined


def _begins_subject(scene: Scene, token: "Token") -> bool:
    determiners = scene.lexicon.words("opening determiners")
    return token.i in scene.name_at or token.i in scene.quantity_at or token.lower_ in determiners


def _is_swallowed(token: "Token") -> bool:
    """Whether what begins behind the time was taken for a part of what stands before it."""
    return any(above.i < token.i for above in token.ancestors) and not any(
        t.dep_ in {"nsubj", "nsubjpass", "expl"} for t in (token, *token.ancestors)
    )
