"""Claims about who holds an office, from when to when, after whom, and of which nation."""

from natocheck.claims.kinds.office.kind import propose

__all__ = ["propose"]
