"""Claims of events: found in verbs and nouns, matched with the event rules."""

from natocheck.claims.kinds.event.kind import propose

__all__ = ["propose"]
