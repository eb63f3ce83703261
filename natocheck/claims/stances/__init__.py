"""How a clause is put: asserted, negated, hedged, planned, denied, asked, attributed.

ConText's habit: cue words are data; how far a cue reaches is decided here. Three readings
add up: what a clause's own words do to it, what governs it makes of it, and what frames
the sentence. None of them asks what the clause is about.
"""

from typing import get_args

from natocheck.claims.lexicon import Lexicon
from natocheck.claims.stances.embedding import inherited
from natocheck.claims.stances.frames import framed
from natocheck.claims.stances.nominal import is_only_thought_of
from natocheck.claims.stances.own import own_stance
from natocheck.claims.stances.speakers import speaker_of
from natocheck.claims.stances.unit import Unit
from natocheck.model.report import Stance

__all__ = ["Unit", "is_only_thought_of", "stance_of"]


def stance_of(unit: Unit, lexicon: Lexicon) -> tuple[tuple[Stance, ...], str | None]:
    """All stances of a clause, in the order of the model, and who is said to say it."""
    found = own_stance(unit, lexicon) | inherited(unit, lexicon)
    speaker = speaker_of(unit, lexicon)
    if unit.head.i in unit.quoted or speaker is not None:
        found.add("attributed")
    found |= framed(unit, lexicon, attributed="attributed" in found)
    return tuple(s for s in get_args(Stance) if s in found) or ("asserted",), speaker
