"""What is said on standard error."""

import sys

from natocheck.reports.safe import harmless


def say(message: str) -> None:
    """Write a message for the user on standard error, under the program's name."""
    if sys.stderr is not None:  # closed by whoever started the program
        sys.stderr.write(f"natocheck: {harmless(message)}\n")
