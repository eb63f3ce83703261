"""Claims that come back year after year, known by their meaning in many wordings."""

from natocheck.claims.kinds.reviewed.kind import propose

__all__ = ["propose"]
