"""Places among which a rank is counted: "the biggest European spender", "in Europe".

A continent holds more countries than the tables do. Who is not the first of its allies is not
the first of the continent; that the first of them is, is more than the tables say.
"""

from typing import TYPE_CHECKING

from natocheck.claims.kinds.measure.reading import Reading
from natocheck.model.claims import Measured, Operand

if TYPE_CHECKING:
    from natocheck.language.tokens import Token


def region_of(reading: Reading) -> "tuple[Token, str] | None":
    """The word that narrows a rank to a part of the world, and the allies there."""
    regions = reading.scene.lexicon.values("regions of allies")
    for token in reading.clause.tokens:
        group = regions.get(token.lower_)
        if group is not None and not _is_of_ally(reading, token):
            return token, str(group)
    return None


def _is_of_ally(reading: Reading, token: "Token") -> bool:
    """Whether a word is part of a name for a group: "the European allies"."""
    return any(item.start <= token.idx < item.end for item in reading.items)


def within_region(reading: Reading) -> Operand | None:
    """The allies of the part of the world that a rank is counted in, if one is named."""
    found = region_of(reading)
    return Operand(actors=(found[1],)) if found is not None else None


def beyond_tables(reading: Reading, statement: Measured) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The word for a part of the world, first where nothing can be said of it, then
    where it can be wrong but not right."""
    found = region_of(reading) if statement.form in {"rank", "set"} else None
    if found is not None and statement.form == "set":
        return (found[0].text,), ()
    if found is None or statement.whole != Operand(actors=(found[1],)):
        return (), ()
    word = (found[0].text,)
    first = statement.rank == 1 and not statement.bottom and not reading.is_negated
    return ((), word) if first else (word, ())
