"""What pronouns, short noun phrases and relative times refer to, from sentence to sentence."""

from natocheck.claims.reference.memory import Memory, remember
from natocheck.claims.reference.resolve import rewritten
from natocheck.claims.reference.times import tell

__all__ = ["Memory", "remember", "rewritten", "tell"]
