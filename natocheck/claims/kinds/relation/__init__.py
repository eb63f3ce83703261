"""Claims that a fixed relation holds: who leads what where, what an article says."""

from natocheck.claims.kinds.relation.kind import propose

__all__ = ["propose"]
