"""Claims of events held against the times, places and parties of their occurrences."""

from natocheck.verdicts.occurrences.judge import judge_happened

__all__ = ["judge_happened"]
