"""Report → report: what of the findings counts, for this newsroom and in this run."""

from natocheck.triage.fingerprints import with_fingerprints

__all__ = ["with_fingerprints"]
