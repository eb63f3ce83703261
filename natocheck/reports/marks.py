"""Each verdict's sign, colour and share of the bar: never told apart by colour alone.

Colours are the terminal's own sixteen, so that light and dark themes stay readable.
"""

import msgspec

from natocheck.model.report import Verdict
from natocheck.reports.options import RenderOptions


class Mark(msgspec.Struct, frozen=True):
    """How one verdict looks, with Unicode and with ASCII alone."""

    sign: str
    ascii_sign: str
    style: str
    block: str
    ascii_block: str

    def shown(self, options: RenderOptions) -> str:
        """Give the sign that the stream can show."""
        return self.sign if options.unicode else self.ascii_sign

    def filled(self, options: RenderOptions) -> str:
        """Give the character that fills the verdict's part of the bar."""
        return self.block if options.unicode else self.ascii_block


MARKS: dict[Verdict, Mark] = {  # worst first: the order of every summary
    "disputed": Mark("✗", "x", "red", "█", "x"),
    "supported": Mark("✓", "+", "green", "▓", "+"),
    "opinion": Mark("◆", "o", "magenta", "▒", "o"),
    "unverified": Mark("·", ".", "dim", "░", "."),
}
WORD_WIDTH = max(map(len, MARKS))
