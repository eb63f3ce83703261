"""Report → report: what of the findings counts, for this newsroom and in this run."""

from natocheck.triage.fingerprints import with_fingerprints
from natocheck.triage.selecting import Quotes, selected, with_quotes
from natocheck.triage.unknown import refuse_unknown

__all__ = ["Quotes", "refuse_unknown", "selected", "with_fingerprints", "with_quotes"]
