"""Dates that stand behind a statement: "Sweden joins NATO, 2024", "Estonia joins the EU (2004)".

Headlines and bullets put the time outside the sentence; the parser then takes it for a part
of the last name. So it is said within the sentence, which is read once more.
"""

import re

from natocheck.claims.mentions.lookalikes import YEAR
from natocheck.claims.rewriting import Replacement, Rewriting
from natocheck.claims.scene import Scene

_PREPOSITIONS = {"day": "on", "week": "in", "month": "in", "season": "in", "year": "in"}
_YEAR_LAST = re.compile(rf"(?:,\s|\s\()({YEAR})\)?$")
_BEFORE = re.compile(r"(?:,\s|\s\()$")


def trailed(scene: Scene) -> Rewriting | None:
    """The statement with the date behind it in it, or None if none stands there.

    Only where no full stop follows and no other time is told: in a sentence it may be the
    date of a source.
    """
    text = scene.doc.text
    if len(scene.periods) > 1:
        return None
    for start, end, preposition in _last(scene):
        before = _BEFORE.search(text[:start])
        if before is not None and text[end:] in {"", ")"}:
            said = f" {preposition} {text[start:end]}"
            return Rewriting(text, (Replacement(before.start(), len(text), said),))
    return None


def _last(scene: Scene) -> list[tuple[int, int, str]]:
    """The one time of a text, be it a bare year that is no time elsewhere."""
    dates = [p for p in scene.periods if p.period.grain in _PREPOSITIONS]
    if dates:
        return [(p.start, p.end, _PREPOSITIONS[p.period.grain]) for p in dates]
    bare = _YEAR_LAST.search(scene.doc.text)
    return [(*bare.span(1), "in")] if bare is not None else []
