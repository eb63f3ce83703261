"""What a sentence says, and what it leaves for the next ones: plain values, apart from its parse.

They can be kept and given again where the same sentence stands behind the same ones.
"""

from dataclasses import dataclass

from natocheck.claims.quoting import Voice
from natocheck.claims.reference.memory import Memory
from natocheck.claims.retorts import Retort
from natocheck.claims.scene import Context
from natocheck.model.claims import Claim, Passed
from natocheck.model.report import Opinion
from natocheck.model.text import Sentence


@dataclass(frozen=True, eq=False)
class Said:
    """A sentence with everything that its neighbours or the facts are held against."""

    sentence: Sentence
    claims: tuple[Claim, ...]
    passed: tuple[Passed, ...]
    opinion: Opinion | None
    voice: Voice
    retort: Retort


@dataclass(frozen=True)
class State:
    """All that reading a sentence takes from those before it.

    ``quote_open``: they leave a quotation open.
    """

    context: Context
    memories: tuple[Memory, ...] = ()
    quote_open: bool = False
