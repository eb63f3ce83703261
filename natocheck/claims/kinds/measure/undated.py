"""Figures of a past that nothing dates: "Germany spent 3 percent of its output"."""

from typing import TYPE_CHECKING

from natocheck.claims.kinds.measure.reading import Reading
from natocheck.claims.verbs import first_verb

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def undated_verb(reading: Reading) -> tuple[str, ...]:
    """The verb in the past of a clause that names no year and no release, if it has one.

    It may mean last year or long ago: the newest figure may bear it out, none can make it
    wrong. After "said" the past stands for the present.
    """
    named = reading.release.published is not None or bool(reading.release.names)
    if reading.years.years or named or _is_backshifted(reading):
        return ()
    verb = first_verb(reading.clause.chain)
    return (verb.text,) if verb.tag_ == "VBD" or _is_reduced(verb) else ()


def _is_reduced(verb: "Token") -> bool:
    """ "the 2 percent spent by Spain": a participle that tells no time either."""
    return verb.tag_ == "VBN" and verb.dep_ == "acl"


def _is_backshifted(reading: Reading) -> bool:
    parent = reading.clause.parent
    return reading.clause.head.dep_ == "ccomp" and parent is not None and parent.past
