"""What pronouns and short noun phrases refer to, from one sentence to the next."""

from natocheck.claims.reference.memory import Memory, remember
from natocheck.claims.reference.resolve import rewritten
from natocheck.claims.reference.rewriting import Rewriting, restored

__all__ = ["Memory", "Rewriting", "remember", "restored", "rewritten"]
